package fr.forment.plan;

import java.util.List;

/** What has become of the sessions of a plan in force; answered by the room that holds them. */
public interface PlanFollowUp {

    /** By line; those whose session is not open yet are left out, meetings of parents too. */
    List<LineFollowUp> of(Plan plan);
}
