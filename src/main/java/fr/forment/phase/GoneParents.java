package fr.forment.phase;

import fr.forment.catalogue.Profile;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.need.SchoolPostponed;
import fr.forment.session.SessionChanges;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionProcess;
import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Meetings with the parents of schools that have left their vague: the ENT they would be shown does not open with it.
 * Nobody is enrolled there, so nothing else empties them.
 */
@Component
@RequiredArgsConstructor
class GoneParents {

    private static final String WHY =
            "L'école est reportée à une autre vague : sa réunion de parents est à prévoir avec" + " cette vague.";

    private final Projects projects;
    private final Plans plans;
    private final SessionRepository sessions;
    private final SessionDates dates;
    private final SessionChanges changes;
    private final SessionProcess process;

    /** Lines that are still for somebody of that vague. */
    List<PlannedSession> without(long vagueId, List<PlannedSession> lines) {
        Set<String> gone = gone(vagueId);
        return lines.stream().filter(line -> !isOnlyFor(line, gone)).toList();
    }

    /** Those that are open already are called off, and who was to give or host one reads why. */
    @EventListener
    void on(SchoolPostponed event) {
        Vague vague = projects.vague(event.vagueId()).orElseThrow();
        Set<String> gone = gone(vague.id());
        Set<Integer> lost = plans
                .approved(vague.projectId())
                .map(plan -> plans.sessions(plan.id(), Phase.VAGUE, vague.rank()))
                .orElse(List.of())
                .stream()
                .filter(line -> isOnlyFor(line, gone))
                .map(PlannedSession::line)
                .collect(Collectors.toSet());
        sessions.findByProjectIdOrderByStartsAtAscIdAsc(vague.projectId()).stream()
                .filter(session -> session.planLine() != null && lost.contains(session.planLine()))
                .map(TrainingSession::id)
                .sorted()
                .map(id -> sessions.lock(id).orElseThrow())
                .filter(session -> session.state().isToCome() && !session.hasBegun(dates.now(session)))
                .forEach(session -> {
                    changes.cancel(session, WHY);
                    process.cancelled(session.id());
                });
    }

    private Set<String> gone(long vagueId) {
        return projects.schoolsOf(vagueId).stream()
                .filter(place -> place.state().isGone())
                .map(VagueSchool::schoolUai)
                .collect(Collectors.toSet());
    }

    /** The school's own meeting may be named by its place alone. */
    private static boolean isOnlyFor(PlannedSession line, Set<String> gone) {
        Collection<String> schools = line.schoolUais().isEmpty() ? Set.of(line.place()) : line.schoolUais();
        return line.profiles().contains(Profile.PARENT) && gone.containsAll(schools);
    }
}
