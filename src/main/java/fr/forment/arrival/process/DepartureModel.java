package fr.forment.arrival.process;

/** Names of the model that code and tests need. Running instances wait under them: never renamed. */
final class DepartureModel {

    static final String PROCESS = "departure";
    static final String CONFIRM = "confirmDeparture";

    private DepartureModel() {}
}
