package fr.forment.incident.web;

import fr.forment.incident.HitSessions;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlanState;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Lines on the pages of others that lead to « Ce qui est arrivé ». */
@Component
@RequiredArgsConstructor
public class IncidentLines {

    private final HitSessions hits;
    private final PlanRights rights;

    /** Something may still happen to it. */
    public boolean isLive(Plan plan) {
        return plan.state().isOpen() || plan.state() == PlanState.APPROUVE;
    }

    public List<HitSessions.Hit> of(Plan plan) {
        return hits.of(plan.id());
    }

    /** Whether the reader may open « Ce qui est arrivé » there. */
    public boolean leads(String circonscriptionUai) {
        return rights.isOfTeamOf(circonscriptionUai);
    }

    /**
     * Plans of a circonscription that wait or are in force, with how many of their sessions no longer hold; none for
     * who may not open what they lead to.
     */
    public List<HitSessions.HitPlan> plansOf(String circonscriptionUai) {
        return leads(circonscriptionUai) ? hits.live(List.of(circonscriptionUai)) : List.of();
    }
}
