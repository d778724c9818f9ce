package fr.forment.plan;

/** What the feature tells its process. A chain is one case, named by the id of its first version. */
public interface PlanProcess {

    void begin(long rootId);

    /** Nothing happens when the case has ended already. */
    void end(long rootId, String reason);

    /** Lets one more group decide. */
    void openDecisionTo(long rootId, String group);
}
