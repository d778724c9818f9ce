package fr.forment.incident.web;

import fr.forment.incident.HitSessions;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanState;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Lines on the pages of others that lead to « Ce qui est arrivé ». */
@Component
@RequiredArgsConstructor
public class IncidentLines {

    private final HitSessions hits;

    /** Something may still happen to it. */
    public boolean isLive(Plan plan) {
        return plan.state().isOpen() || plan.state() == PlanState.APPROUVE;
    }

    public List<HitSessions.Hit> of(Plan plan) {
        return hits.of(plan.id());
    }

    /** Plans of a circonscription that wait or are in force, with how many of their sessions no longer hold. */
    public List<HitSessions.HitPlan> plansOf(String circonscriptionUai) {
        return hits.live(List.of(circonscriptionUai));
    }
}
