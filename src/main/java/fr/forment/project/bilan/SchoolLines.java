package fr.forment.project.bilan;

import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.project.OpeningGap;
import fr.forment.project.OpeningGaps;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.UseReport;
import fr.forment.project.UseService;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueState;
import fr.forment.project.readiness.PlannedOpening;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The schools of a vague in words: where each stands, what is missing today, who is awaited. */
@Component
@RequiredArgsConstructor
public class SchoolLines {

    /**
     * @param tone class of the tag: good, warn, bad or empty
     * @param sentence where the school stands
     * @param missing what the gate would say today without a waiver, as far as the reader sees people
     * @param modules to be followed before the opening
     * @param awaited who has to act; null when nobody
     * @param task link to what the reader may decide; null when nothing
     */
    public record Line(
            VagueSchool place,
            String name,
            String tone,
            String sentence,
            List<String> missing,
            List<OpeningGap.Module> modules,
            String awaited,
            String task,
            List<UseReport> uses) {

        /** The last check of the gate kept it closed. */
        public boolean isRefused() {
            return !place.gateReasons().isEmpty();
        }
    }

    /**
     * Who reads.
     *
     * @param names sees people
     * @param settles decides on schools that the gate keeps closed
     */
    public record Reader(boolean names, boolean settles) {}

    private final Projects projects;
    private final Schools schools;
    private final UseService uses;
    private final OpeningGaps gaps;
    private final OpenTasks tasks;
    private final Clock clock;

    /** By vague; as many statements for all of them as for one. */
    public Map<Long, List<Line>> of(Project project, List<Vague> vagues, Reader reader) {
        List<Long> ids = vagues.stream().map(Vague::id).toList();
        Map<Long, List<VagueSchool>> places = projects.schoolsOf(ids);
        List<VagueSchool> all = places.values().stream().flatMap(List::stream).toList();
        Map<String, School> known = schools.findAll(
                all.stream().map(VagueSchool::schoolUai).distinct().toList());
        Map<Long, List<UseReport>> reports = uses.ofVagues(ids);
        Map<Long, List<OpeningGap>> missing = gaps.withCatchUps(project, all);
        List<OpenTask> open = open(all, missing, reader);
        return vagues.stream()
                .collect(Collectors.toMap(Vague::id, vague -> places.getOrDefault(vague.id(), List.of()).stream()
                        .map(place -> line(
                                vague,
                                place,
                                known.get(place.schoolUai()),
                                missing.get(place.id()),
                                open,
                                reader,
                                reports.getOrDefault(place.id(), List.of())))
                        .toList()));
    }

    public Line of(Project project, Vague vague, VagueSchool place, Reader reader) {
        Map<Long, List<OpeningGap>> missing = gaps.withCatchUps(project, List.of(place));
        return line(
                vague,
                place,
                schools.find(place.schoolUai()).orElse(null),
                missing.get(place.id()),
                open(List.of(place), missing, reader),
                reader,
                uses.of(place.id()));
    }

    /** The tasks of those places that are stopped, or whose direction has not answered. */
    private List<OpenTask> open(List<VagueSchool> places, Map<Long, List<OpeningGap>> missing, Reader reader) {
        List<String> asked = places.stream()
                .filter(place -> place.state() == PlaceState.CANDIDATE
                        || reader.settles() && isStopped(place, missing.get(place.id())))
                .map(place -> String.valueOf(place.id()))
                .toList();
        return tasks.in("schoolOpening", asked);
    }

    private static Optional<OpenTask> task(List<OpenTask> open, VagueSchool place, String name) {
        return open.stream()
                .filter(task -> task.caseId() == place.id() && task.is("schoolOpening", name))
                .findFirst();
    }

    private static boolean isStopped(VagueSchool place, List<OpeningGap> gaps) {
        return !gaps.isEmpty() && !place.gateReasons().isEmpty();
    }

    private Line line(
            Vague vague,
            VagueSchool place,
            School school,
            List<OpeningGap> gaps,
            List<OpenTask> open,
            Reader reader,
            List<UseReport> reports) {
        boolean lacks = !gaps.isEmpty();
        boolean isStopped = isStopped(place, gaps);
        return new Line(
                place,
                school == null ? place.schoolUai() : school.displayName(),
                tone(place, lacks, isStopped),
                sentence(vague, place, lacks, isStopped, LocalDate.now(clock)),
                gaps.stream().map(gap -> gap.told(reader.names())).toList(),
                gaps.stream().flatMap(gap -> gap.modules().stream()).distinct().toList(),
                awaited(place, isStopped, task(open, place, "engage").isPresent()),
                reader.settles() && isStopped
                        ? task(open, place, "settleRefusal").map(OpenTask::link).orElse(null)
                        : null,
                reports);
    }

    private static String tone(VagueSchool place, boolean lacks, boolean isStopped) {
        return switch (place.state()) {
            case EN_SERVICE -> "good";
            case FORMEE -> lacks ? "bad" : "good";
            case DEROGATION, REPORTEE -> "warn";
            case RETIREE -> "";
            case CANDIDATE, ENGAGEE -> isStopped ? "bad" : "";
        };
    }

    private static String sentence(Vague vague, VagueSchool place, boolean lacks, boolean isStopped, LocalDate today) {
        return switch (place.state()) {
            case EN_SERVICE ->
                "ENT ouvert depuis le " + French.date(place.openedOn())
                        + (place.isWaived() ? ", par dérogation : " + caughtUp(place) : "");
            case FORMEE ->
                lacks
                        ? "Prête à la dernière vérification, plus aujourd'hui ; " + opens(vague, today) + "."
                        : "Prête ; " + opens(vague, today);
            case DEROGATION ->
                French.capital(opens(vague, today)) + ", par dérogation ; rattrapage au plus tard le "
                        + French.date(place.catchUpOn());
            case REPORTEE, RETIREE -> place.leftBecause();
            case CANDIDATE, ENGAGEE -> before(vague, place, lacks, isStopped, today);
        };
    }

    private static String opens(Vague vague, LocalDate today) {
        return French.inSentence(PlannedOpening.ofSchool(vague.opensOn(), today));
    }

    private static String caughtUp(VagueSchool place) {
        return place.caughtUpOn() == null
                ? "rattrapage au plus tard le " + French.date(place.catchUpOn())
                : "rattrapage terminé le " + French.date(place.caughtUpOn());
    }

    /** What is missing before the day may still come; only from that day on the school could have opened. */
    private static String before(Vague vague, VagueSchool place, boolean lacks, boolean isStopped, LocalDate today) {
        if (isStopped) {
            return vague.opensOn().isAfter(today)
                    ? PlannedOpening.ofSchool(vague.opensOn(), today) + " : il manque encore ce qui suit d'ici là."
                    : "Ne peut pas encore ouvrir.";
        }
        if (vague.state() == VagueState.SUSPENDUE) {
            return "La vague est suspendue : l'école n'a pas ouvert.";
        }
        if (!isAsked(vague, place)) {
            return "Pas encore sollicitée.";
        }
        if (place.state() == PlaceState.CANDIDATE) {
            return "La direction n'a pas encore confirmé l'engagement de l'école.";
        }
        return "Engagée" + (place.charterSignedOn() == null ? ", charte en cours de signature" : "")
                + (lacks
                        ? vague.state().compareTo(VagueState.FORMATION) < 0
                                ? " ; formations de la vague à venir."
                                : " ; formations de la vague en cours."
                        : ". Toutes les conditions sont réunies.");
    }

    /** @param isAsked the direction still has its task: it ends without an answer too */
    private static String awaited(VagueSchool place, boolean isStopped, boolean isAsked) {
        if (place.state().isSettled()) {
            return null;
        }
        if (isStopped) {
            return "E-RUN ou IEN : décider de l'ouverture de l'ENT";
        }
        return isAsked ? "Direction : confirmer l'entrée de l'école dans la vague" : null;
    }

    /** Schools are asked before their vague begins; those of a vague that is under way were. */
    private static boolean isAsked(Vague vague, VagueSchool place) {
        return (place.askedOn() != null || vague.state().compareTo(VagueState.ECOLES_ENGAGEES) >= 0)
                && !vague.state().isOver();
    }
}
