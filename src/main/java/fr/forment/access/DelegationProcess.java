package fr.forment.access;

/** What a delegation tells its process. */
public interface DelegationProcess {

    void start(long delegationId);

    /** Before its last day. False when the process was between two steps: it is stopped, and concludes nothing. */
    boolean ended(long delegationId);

    void prolonged(long delegationId);
}
