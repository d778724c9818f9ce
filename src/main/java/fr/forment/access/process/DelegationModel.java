package fr.forment.access.process;

/** Names of the model {@code delegation} that code needs. */
final class DelegationModel {

    static final String PROCESS = "delegation";
    static final String ENDED = "delegation.ended";
    static final String PROLONGED = "delegation.prolonged";

    private DelegationModel() {}
}
