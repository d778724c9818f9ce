package fr.forment.incident;

import fr.forment.french.Refusal;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanState;
import fr.forment.plan.Plans;
import fr.forment.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at what something does to a plan, and applies what was looked at: to the version itself while it may still be
 * changed, as an amendment once it is in force. Nothing is written before.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class IncidentService {

    private static final int LONGEST_REASON = 900;

    private final Plans plans;
    private final StandingPlans standing;
    private final HappeningRecords records;
    private final AmendmentService amendments;
    private final ComputedPlanService computed;
    private final PlanNames names;
    private final Projects projects;
    private final Clock clock;

    /** @param planId where the changes stand now: an amendment, or the version itself */
    public record Applied(long planId, boolean amends, List<String> leftToSay) {}

    @Transactional(readOnly = true)
    public Aftermath look(Plan plan, Happening happening) {
        return Aftermaths.of(standing.of(plan), happening, LocalDate.now(clock));
    }

    /**
     * @param seen print of the answer that was shown
     * @throws Refusal when it is no longer the answer, or when nothing may be changed now; nothing is written then
     */
    public Applied apply(long planId, Happening happening, String motive, String seen) {
        Plan plan = plans.held(planId);
        Aftermath found = look(plan, happening);
        if (!found.print().equals(seen)) {
            throw new Refusal(
                    "Le plan ou ses données ont changé depuis l'affichage. Rien n'a été fait : relisez la proposition ci-dessous, puis recommencez.");
        }
        String why = words(found, happening);
        List<String> left =
                records.write(projects.find(plan.projectId()).orElseThrow().circonscriptionUai(), happening, motive);
        // what waits for a decision does not change: what happened is noted, and the plan is shown as hit
        if (!found.changesThePlan() || plan.state() == PlanState.SOUMIS) {
            return new Applied(planId, false, left);
        }
        boolean amends = plan.state() == PlanState.APPROUVE;
        Plan changed = amends
                ? amendments.prepare(planId, why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why)
                : plan;
        computed.repair(
                changed.id(), found.after(), computed.basis(changed.id()).sessionsPrint(), why);
        return new Applied(changed.id(), amends, left);
    }

    private String words(Aftermath found, Happening happening) {
        var called = names.of(
                found.before(),
                happening.place() == null ? happening.schools() : List.of(happening.place()),
                happening.people());
        return HappeningWords.of(happening, called::trainer, called::place);
    }
}
