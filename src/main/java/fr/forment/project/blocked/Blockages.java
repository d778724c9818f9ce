package fr.forment.project.blocked;

import fr.forment.engine.FailedSteps;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.project.OpeningGap;
import fr.forment.project.OpeningGaps;
import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.TrainerGap;
import fr.forment.project.TrainerReadiness;
import fr.forment.project.Vague;
import fr.forment.project.VagueDecision;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueState;
import fr.forment.project.need.LateStart;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Everything a vague waits for: trainers, each school's gaps, tasks that lie, sessions that are not closed. As many
 * statements for thirty schools as for one.
 */
@Component
@RequiredArgsConstructor
public class Blockages {

    /** Its sessions are not open yet: their planned days, and the day of the opening, may go by unseen. */
    private static final Set<VagueState> BEFORE_SESSIONS = EnumSet.of(
            VagueState.PREPARATION,
            VagueState.FORMATEURS_EN_FORMATION,
            VagueState.FORMATEURS_PRETS,
            VagueState.ECOLES_ENGAGEES);

    private final Projects projects;
    private final Schools schools;
    private final OpeningGaps gaps;
    private final TrainerReadiness trainers;
    private final OpenTasks tasks;
    private final FailedSteps failed;
    private final ComingTrainings trainings;
    private final MissingMeans means;
    private final PlanCourse plan;
    private final LateStart late;
    private final AwaitedPeople people;
    private final PlaceClocks clocks;
    private final Clock clock;

    /** A later opening, where the plan cannot hold before the day all that must come first; empty where it can. */
    public Optional<LateStart.Opening> opening(Project project, Vague vague) {
        return vague.isBeforeOpening() ? late.opening(project.id(), vague.rank(), vague.opensOn()) : Optional.empty();
    }

    /**
     * What should have been there already first, then what has waited longest.
     *
     * @param places its schools
     * @param opening as {@link #opening} says
     */
    public List<Blockage> of(
            Project project,
            Vague vague,
            List<VagueSchool> places,
            BlockedReader reader,
            Optional<LateStart.Opening> opening) {
        if (vague.state() == VagueState.SUSPENDUE) {
            return List.of();
        }
        List<Vague> vagues = projects.vagues(project.id());
        List<ComingTrainings.Open> sessions = sessions(project, vague, vagues);
        Map<String, List<String>> cases = cases(vague, places, sessions);
        List<OpenTask> open = tasks.inAny(cases);
        boolean begun = vague.state() != VagueState.FORMATEURS_EN_FORMATION;
        BlockageLines lines = new BlockageLines(
                project,
                vague,
                reader,
                schools.findAll(places.stream().map(VagueSchool::schoolUai).toList()),
                open,
                clocks.of(project.circonscriptionUai()));
        var planned = new PlannedLines(project, vague, reader, clocks.of(project.circonscriptionUai()));
        var ofSessions = new SessionLines(vague, reader, project.circonscriptionUai(), open);
        List<Blockage> all = new ArrayList<>(failed(project, cases).stream()
                .map(each -> lines.of(each, places))
                .toList());
        LocalDate today = LocalDate.now(clock);
        if (BEFORE_SESSIONS.contains(vague.state())) {
            all.addAll(planned.ofPlannedDays(
                    vagues,
                    late.of(project.id(), vague.rank()),
                    project.state() == ProjectState.PLAN ? plan.waiting(project.id()) : List.of()));
        }
        planned.ofOpening(vagues, opening, today).ifPresent(all::add);
        sessions.stream().flatMap(ofSessions::of).forEach(all::add);
        if (!vague.state().isOver()) {
            trainings.outOfOrder(project.id(), vague.rank()).stream()
                    .map(ofSessions::of)
                    .forEach(all::add);
        }
        if (vague.state() != VagueState.PREPARATION) {
            all.addAll(begun ? ofSchools(lines, places) : ofTrainers(lines));
        }
        open.stream().flatMap(task -> lines.of(task, places)).forEach(all::add);
        if (vague.state() == VagueState.FORMATION) {
            means.of(vague.id()).stream().map(ofSessions::of).forEach(all::add);
        }
        if (vague.decision() == VagueDecision.REDO) {
            all.add(planned.ofAmendment("Sessions à refaire", null, plan.waiting(project.id())));
        }
        if (vague.planAwaitedSince() != null) {
            all.add(planned.ofAmendment(
                    "Nouvelles dates des sessions en retard", vague.planAwaitedSince(), plan.waiting(project.id())));
        }
        AwaitedPeople.Known known = people.in(
                project.circonscriptionUai(),
                places.stream().map(VagueSchool::schoolUai).toList(),
                reader.names());
        return all.stream()
                .map(each -> each.people() != null ? each : each.by(who(each, reader, known, project)))
                .sorted(Comparator.comparing((Blockage each) -> !each.isLate(today))
                        .thenComparing(Blockage::since, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Blockage::school))
                .toList();
    }

    private static String who(Blockage each, BlockedReader reader, AwaitedPeople.Known known, Project project) {
        return reader.isMe(each.holder())
                ? "vous"
                : known.of(
                        each.holder().roles(),
                        each.holder() == Holder.DIRECTION ? each.uai() : project.circonscriptionUai());
    }

    /** The sessions of trainers hold up the first vague; the others wait for that one. */
    private static boolean isNext(Vague vague, List<Vague> vagues) {
        return vagues.stream()
                .filter(other -> !other.state().isOver())
                .findFirst()
                .filter(first -> first.id().equals(vague.id()))
                .isPresent();
    }

    /** Its own while they are held; before them those that train the trainers, where it is the next. */
    private List<ComingTrainings.Open> sessions(Project project, Vague vague, List<Vague> vagues) {
        return switch (vague.state()) {
            case FORMATION -> trainings.open(vague.id());
            case PREPARATION ->
                project.state() == ProjectState.FORMATEURS && isNext(vague, vagues)
                        ? trainings.ofTrainers(project.id())
                        : List.of();
            default -> List.of();
        };
    }

    private List<FailedSteps.Failed> failed(Project project, Map<String, List<String>> cases) {
        Map<String, List<String>> its = new HashMap<>(cases);
        its.put("entProject", List.of(String.valueOf(project.id())));
        return failed.in(its);
    }

    private static Map<String, List<String>> cases(
            Vague vague, List<VagueSchool> places, List<ComingTrainings.Open> sessions) {
        List<String> own = List.of(String.valueOf(vague.id()));
        List<String> ids =
                places.stream().map(place -> String.valueOf(place.id())).toList();
        return Map.of(
                "vague",
                own,
                "technicalReadiness",
                own,
                "schoolOpening",
                ids,
                "catchUp",
                ids,
                "trainingSession",
                sessions.stream().map(session -> String.valueOf(session.id())).toList());
    }

    private List<Blockage> ofTrainers(BlockageLines lines) {
        List<TrainerGap> missing = trainers.gaps(lines.project().circonscriptionUai());
        GivenPlaces given = GivenPlaces.of(
                trainings,
                lines.project().circonscriptionUai(),
                missing.stream()
                        .map(TrainerGap::agentId)
                        .filter(id -> id != null)
                        .toList(),
                true);
        return Stream.concat(
                        missing.stream().map(gap -> lines.of(gap, given)),
                        Stream.concat(
                                lines.vague().trainerLacks().stream().map(lines::ofLack),
                                lines.vague().moduleCares().stream().map(lines::ofCare)))
                .toList();
    }

    private List<Blockage> ofSchools(BlockageLines lines, List<VagueSchool> places) {
        Map<Long, List<OpeningGap>> missing = gaps.withCatchUps(lines.project(), places);
        GivenPlaces given = GivenPlaces.of(
                trainings,
                lines.project().circonscriptionUai(),
                missing.values().stream()
                        .flatMap(List::stream)
                        .flatMap(gap -> gap.people().stream())
                        .distinct()
                        .toList(),
                lines.vague().state().compareTo(VagueState.FORMATION) >= 0);
        return places.stream()
                .flatMap(place -> missing.get(place.id()).stream().flatMap(gap -> lines.of(place, gap, given)))
                .toList();
    }
}
