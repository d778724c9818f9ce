package fr.forment.plan;

import java.util.Arrays;
import java.util.Optional;

/** What the IEN decides on a submitted version. The codes are those of the form and of the model. */
public enum Verdict {
    APPROUVER("approuver", "Approuvé"),
    RENVOYER("renvoyer", "Renvoyé pour révision"),
    REJETER("rejeter", "Rejeté");

    /** Approves although people exceed their hours. */
    public static final String APPROVED_WITH_OVERRUN = "approuverAvecDepassement";

    private final String code;
    private final String label;

    Verdict(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<Verdict> of(String code) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.code.equals(code))
                .findFirst();
    }
}
