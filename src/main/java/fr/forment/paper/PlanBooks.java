package fr.forment.paper;

import fr.forment.means.MeansReader;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.SchoolFeedbacks;
import fr.forment.plan.Unplaced;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads what the workbook of a version holds. */
@Component
@RequiredArgsConstructor
public class PlanBooks {

    private final Plans plans;
    private final PlanFollowUp followUp;
    private final PlanRights rights;
    private final PlanNames names;
    private final SchoolFeedbacks feedbacks;
    private final MeansReader means;

    public byte[] of(Plan plan) {
        List<PlannedSession> approved = plans.sessions(plan.id());
        List<PlannedSession> sessions = followUp.asHeld(plan, approved);
        List<Unplaced> known = feedbacks.unplaced(plan, approved, plans.loads(plan.id()));
        List<Unplaced> unplaced = rights.seesPeople(plan)
                ? known
                : known.stream().map(Unplaced::withoutReason).toList();
        return PlanWorkbook.of(
                Standing.of(plan),
                sessions,
                means.of(plan, sessions),
                unplaced,
                names.of(sessions, unplaced.stream().map(Unplaced::schoolUai).toList(), List.of()));
    }
}
