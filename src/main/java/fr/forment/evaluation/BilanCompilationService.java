package fr.forment.evaluation;

import fr.forment.french.French;
import fr.forment.plan.Means;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Bilan;
import fr.forment.project.Bilan.Amounts;
import fr.forment.project.Bilan.Line;
import fr.forment.project.Bilan.Topic;
import fr.forment.project.BilanDue;
import fr.forment.project.BilanService;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.selfstudy.SelfStudies;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.territory.PlaceClocks;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what was planned with what was done, for a vague or a whole project, when its process asks. */
@Service
@RequiredArgsConstructor
public class BilanCompilationService {

    private final Projects projects;
    private final Plans plans;
    private final Sessions sessions;
    private final Results results;
    private final PublicationService publication;
    private final BilanService bilans;
    private final LowModules lowModules;
    private final Attendances attendances;
    private final SelfStudies studies;
    private final BilanIncidents incidents;
    private final HeldAnew redone;
    private final PlaceClocks clocks;
    private final List<Bilan.Source> sources;

    @EventListener
    @Transactional
    public void compile(BilanDue due) {
        bilans.record(due.projectId(), due.vagueId(), bilan(due.projectId(), due.vagueId()));
    }

    private Bilan bilan(long projectId, Long vagueId) {
        List<TrainingSession> all = vagueId == null ? sessions.ofProject(projectId) : sessions.ofVague(vagueId);
        List<TrainingSession> held =
                all.stream().filter(session -> session.state().wasHeld()).toList();
        List<SelfStudies.Progress> alone = studies.progressOf(projectId).stream()
                .filter(each -> vagueId == null || vagueId.equals(each.study().vagueId()))
                .toList();
        var asked = new Results.Of(
                held.stream().map(TrainingSession::id).toList(),
                alone.stream().map(each -> each.study().id()).toList());
        List<VagueSchool> places = (vagueId == null
                        ? projects.vagues(projectId).stream().map(Vague::id)
                        : Stream.of(vagueId))
                .flatMap(vague -> projects.schoolsOf(vague).stream())
                .toList();
        Attendance attendance = attendances.of(held);
        publication.settle();
        Readings read = results.whole(asked);
        Heard.Hot hot = read.hot();
        Heard.Cold cold = read.cold();
        Readings told = results.whole(asked, Audience.anybody());
        List<PlannedSession> inForce = inForce(projectId, vagueId);
        Amounts planned = planned(projectId, inForce);
        LostSessions lost = LostSessions.of(
                all,
                inForce,
                places.stream()
                        .filter(place -> place.state().isGone())
                        .map(VagueSchool::schoolUai)
                        .collect(Collectors.toSet()));
        int opened = count(places, PlaceState.EN_SERVICE);
        int postponed = count(places, PlaceState.REPORTEE);
        return new Bilan(
                planned,
                attendance.done(),
                attendance.marked(),
                attendance.inPart(),
                opened + count(places, PlaceState.FORMEE),
                opened,
                postponed,
                hot.answers(),
                hot.satisfaction(),
                cold.answers(),
                cold.weekly(),
                findings(all, lost, alone, planned, attendance, postponed, told.hot(), clocks.now(place(projectId))),
                Stream.concat(
                                lines(projectId, vagueId, all, lost, places, planned, read, told).stream(),
                                lowModules.of(held, alone, told).map(said -> new Line(Topic.PROPOSITION, said)))
                        .toList(),
                means(hot, cold).equals(means(told.hot(), told.cold())));
    }

    private List<Line> lines(
            long projectId,
            Long vagueId,
            List<TrainingSession> all,
            LostSessions lost,
            List<VagueSchool> places,
            Amounts planned,
            Readings read,
            Readings told) {
        Project project = projects.find(projectId).orElseThrow();
        Vague vague = vagueId == null ? null : projects.vague(vagueId).orElseThrow();
        List<Line> lines = new ArrayList<>();
        plans.approved(projectId)
                .ifPresent(plan -> lines.add(new Line(
                        Topic.PLAN,
                        plan.title() + ", approuvé le " + French.date(plan.decidedOn())
                                + (planned == null
                                        ? "."
                                        : " : " + French.count(planned.sessions(), "session") + ", "
                                                + French.count(
                                                        planned.people(),
                                                        "inscription attendue",
                                                        "inscriptions attendues")
                                                + "."))));
        BilanWords.learned(read.hot(), read.cold()).forEach(said -> lines.add(new Line(Topic.ACQUIS, said)));
        if (vague != null) {
            redone.of(vague.id(), all).forEach(said -> lines.add(new Line(Topic.PLAN, said)));
        }
        incidents
                .of(projectId, project.circonscriptionUai(), all, lost)
                .forEach(said -> lines.add(new Line(Topic.INCIDENTS, said)));
        sources.stream().flatMap(source -> source.lines(project, vague, places)).forEach(lines::add);
        if (vague != null) {
            BilanWords.proposal(all, lost, places, told.hot())
                    .forEach(said -> lines.add(new Line(Topic.PROPOSITION, said)));
        }
        return lines.stream().sorted(Comparator.comparing(Line::topic)).toList();
    }

    private List<PlannedSession> inForce(long projectId, Long vagueId) {
        return plans.approved(projectId)
                .map(plan -> vagueId == null
                        ? plans.sessions(plan.id())
                        : plans.sessions(
                                plan.id(),
                                Phase.VAGUE,
                                projects.vague(vagueId).orElseThrow().rank()))
                .orElse(List.of());
    }

    /** Null while no plan is in force. */
    private Amounts planned(long projectId, List<PlannedSession> lines) {
        return plans.approved(projectId)
                .map(plan -> {
                    var meetings =
                            lines.stream().filter(PlannedSession::isForParents).toList();
                    Means means = Means.of(lines);
                    return new Amounts(
                            lines.size() - meetings.size(),
                            means.places(),
                            means.expected(),
                            (int) means.traineeMinutes(),
                            (int) means.trainerMinutes(),
                            meetings.size(),
                            meetings.stream().mapToInt(PlannedSession::expected).sum());
                })
                .orElse(null);
    }

    private String place(long projectId) {
        return projects.find(projectId).orElseThrow().circonscriptionUai();
    }

    private static List<String> findings(
            List<TrainingSession> all,
            LostSessions lost,
            List<SelfStudies.Progress> alone,
            Amounts planned,
            Attendance attendance,
            int postponed,
            Heard.Hot hot,
            LocalDateTime now) {
        List<String> findings = new ArrayList<>();
        int cancelled = lost.trainings().size();
        List<TrainingSession> running = all.stream()
                .filter(session -> !session.isForParents() && !session.state().isOver())
                .toList();
        long undated = running.stream()
                .filter(session -> session.state() == SessionState.DATE_A_FIXER)
                .count();
        long gone = running.stream()
                .filter(session -> session.state() != SessionState.DATE_A_FIXER)
                .filter(session -> session.endsAt().isBefore(now))
                .count();
        long toCome = running.size() - undated - gone;
        if (planned != null && attendance.done().sessions() < planned.sessions()) {
            findings.add("%s sur %s ; %s ou sans participant ; %d à venir%s%s."
                    .formatted(
                            French.count(attendance.done().sessions(), "session tenue"),
                            French.count(planned.sessions(), "prévue"),
                            French.count(cancelled, "annulée"),
                            toCome,
                            undated == 0 ? "" : " ; " + undated + " à dater",
                            gone == 0
                                    ? ""
                                    : " ; " + French.count(gone, "passée", "passées")
                                            + " dont l'émargement est attendu"));
        }
        attendance.sentence().ifPresent(findings::add);
        int toFollow = alone.stream().mapToInt(SelfStudies.Progress::asked).sum();
        if (toFollow > 0) {
            int followed =
                    alone.stream().mapToInt(SelfStudies.Progress::followed).sum();
            findings.add("Autoformation : %s sur %s."
                    .formatted(
                            French.count(followed, "parcours suivi", "parcours suivis"),
                            French.count(toFollow, "demandé", "demandés")));
        }
        if (postponed > 0) {
            findings.add(French.count(postponed, "école reportée") + " à la vague suivante.");
        }
        if (BilanWords.isLow(hot)) {
            findings.add("La satisfaction est basse : relisez les réponses avant de lancer la suite.");
        }
        if (!hot.isShown()) {
            findings.add(
                    "La satisfaction n'est pas affichée : il faut au moins %d réponses à chaud, et une personne invitée sur %d."
                            .formatted(Results.THRESHOLD, Heard.ONE_IN));
        }
        return findings;
    }

    /** Whatever a mean is told of. */
    private static List<Object> means(Heard.Hot hot, Heard.Cold cold) {
        return Arrays.asList(hot.satisfaction(), hot.learned(), cold.weekly());
    }

    private static int count(List<VagueSchool> places, PlaceState state) {
        return (int) places.stream().filter(place -> place.state() == state).count();
    }
}
