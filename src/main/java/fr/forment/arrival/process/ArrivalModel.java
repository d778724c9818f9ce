package fr.forment.arrival.process;

/** Names of the model that code and tests need. Running instances wait under them: never renamed. */
final class ArrivalModel {

    static final String PROCESS = "arrival";
    static final String DECLARED = "arrival.declared";
    static final String TRAINED = "arrival.trained";
    static final String CONFIRM = "confirm";
    static final String SETTLE = "settleOverdue";

    private ArrivalModel() {}
}
