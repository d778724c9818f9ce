package fr.forment.access.server;

/** Stops the start: {@link ServerRefusal} says why. */
public class UnreadableSetting extends RuntimeException {

    private final String variable;
    private final String value;
    private final String wanted;

    /** @param wanted what it should be, in French, with an example */
    public UnreadableSetting(String variable, String value, String wanted) {
        super(variable + "=" + value);
        this.variable = variable;
        this.value = value;
        this.wanted = wanted;
    }

    String description() {
        return "FormENT ne démarre pas : " + variable + " contient « " + value + " », qui ne se lit pas.";
    }

    String wanted() {
        return wanted;
    }
}
