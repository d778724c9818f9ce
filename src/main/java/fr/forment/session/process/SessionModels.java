package fr.forment.session.process;

/** Names of the models that code and tests need. Running instances wait under them: never renamed. */
final class SessionModels {

    static final String SESSION = "trainingSession";
    static final String CHANGED = "trainingSession.changed";
    static final String CANCELLED = "trainingSession.cancelled";
    static final String MARK = "mark";
    static final String PHASE = "trainingPhase";
    static final String SETTLED = "trainingPhase.settled";

    private SessionModels() {}
}
