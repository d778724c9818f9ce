package fr.forment.document;

import fr.forment.plan.Plan;
import java.util.List;
import java.util.Map;

/** What rooms know that the IEN must read before deciding on a version: questions without an answer, a tolerance. */
public interface ToBeKnown {

    /** Title to sentences, in French; what has no sentence is left out. */
    Map<String, List<String>> before(Plan plan);
}
