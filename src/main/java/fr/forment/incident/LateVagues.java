package fr.forment.incident;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.plan.Phase;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Projects;
import fr.forment.project.need.LateStart;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionRepository;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Counts the sessions a vague, or the training of trainers, that begins late can no longer hold as planned, and has all
 * of them planned anew at once.
 */
@Component
@RequiredArgsConstructor
class LateVagues implements LateStart {

    private final Plans plans;
    private final Projects projects;
    private final SessionRepository sessions;
    private final SessionDates dates;
    private final IncidentService incidents;
    private final PlanFollowUp followUp;
    private final Catalogue catalogue;
    private final Circonscriptions circonscriptions;
    private final SchoolCalendar calendar;

    @Override
    public Late of(long projectId, int vagueRank) {
        return of(projectId, Phase.VAGUE, vagueRank);
    }

    @Override
    public Late ofTrainers(long projectId) {
        return of(projectId, Phase.FORMATEURS, null);
    }

    private Late of(long projectId, Phase phase, Integer vagueRank) {
        String circonscription = projects.find(projectId).orElseThrow().circonscriptionUai();
        LocalDate today = dates.now(circonscription).toLocalDate();
        LocalDate first = dates.firstDay(circonscription);
        Set<Integer> opened = Set.copyOf(sessions.openedLines(projectId));
        List<PlannedSession> planned =
                plans
                        .approved(projectId)
                        .map(plan -> plans.sessions(plan.id(), phase, vagueRank))
                        .orElse(List.of())
                        .stream()
                        .filter(line -> !opened.contains(line.line()))
                        .toList();
        int past = (int)
                planned.stream().filter(line -> line.day().isBefore(today)).count();
        int late = (int)
                planned.stream().filter(line -> line.day().isBefore(first)).count();
        LocalDate earliest = planned.stream()
                .map(PlannedSession::day)
                .filter(day -> day.isBefore(first))
                .min(LocalDate::compareTo)
                .orElse(null);
        return new Late(past, late - past, planned.size(), first, earliest);
    }

    /** What people of the schools must follow first, and the meetings with parents: all come before an opening. */
    @Override
    public Optional<Opening> opening(long projectId, int vagueRank, LocalDate opensOn) {
        Optional<Plan> plan = plans.approved(projectId);
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        Set<String> first = catalogue.all().stream()
                .filter(module -> !module.profilesBeforeOpening().isEmpty()
                        || module.profiles().contains(Profile.PARENT))
                .map(TrainingModule::code)
                .collect(Collectors.toSet());
        List<PlannedSession> lines = plans.sessions(plan.get().id(), Phase.VAGUE, vagueRank).stream()
                .filter(line -> first.contains(line.moduleCode()))
                .toList();
        String where = projects.find(projectId).orElseThrow().circonscriptionUai();
        LocalDate today = dates.now(where).toLocalDate();
        Map<Integer, PlanFollowUp.Present> present = followUp.present(plan.get());
        Set<Integer> undated = lines.stream()
                .filter(line -> present.containsKey(line.line())
                        ? present.get(line.line()).undated()
                        : line.day().isBefore(today))
                .map(PlannedSession::line)
                .collect(Collectors.toSet());
        LocalDate soonest = undated.isEmpty() ? null : dates.firstDay(where);
        LocalDate last = PlanFollowUp.HeldPlan.of(present, lines).halfDays().stream()
                .map(half -> undated.contains(half.line()) && half.day().isBefore(soonest) ? soonest : half.day())
                .max(LocalDate::compareTo)
                .orElse(null);
        boolean fits = last == null || last.isBefore(opensOn);
        if (fits && !opensOn.isBefore(today)) {
            return Optional.empty();
        }
        LocalDate eve = fits || last.isBefore(today) ? today : last;
        Zone zone = circonscriptions.find(where).orElseThrow().zone();
        return Optional.of(new Opening(
                fits ? null : last, !fits && last.equals(soonest), calendar.onOrAfter(zone, eve.plusDays(1))));
    }

    @Override
    public boolean isUnderWay(long projectId) {
        return plans.ofProject(projectId).stream().anyMatch(plan -> plan.state().isOpen());
    }

    @Override
    public Proposed propose(long projectId, String occasion) {
        if (isUnderWay(projectId)) {
            return Proposed.UNDER_WAY;
        }
        Optional<Plan> inForce = plans.approved(projectId);
        return inForce.map(plan -> incidents.proposeDates(plan.id(), occasion)).orElse(Proposed.NOTHING_FOUND);
    }
}
