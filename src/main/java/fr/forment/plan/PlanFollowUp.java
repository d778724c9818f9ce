package fr.forment.plan;

import java.util.List;
import java.util.Map;

/** What has become of the sessions of a plan in force; answered by the room that holds them. */
public interface PlanFollowUp {

    /** By line; those whose session is not open yet are left out, meetings of parents too. */
    List<LineFollowUp> of(Plan plan);

    /**
     * Minutes of a school year by person, in sessions of the project's plan that are still to come. A plan that counts
     * its sessions anew gives these back first, or each would count twice.
     */
    Map<Long, Integer> booked(long projectId, String schoolYear);
}
