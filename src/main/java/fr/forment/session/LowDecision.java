package fr.forment.session;

import fr.forment.french.Refusal;
import java.util.Arrays;

/** What is decided about a session with too few people. */
public enum LowDecision {
    MAINTENIR("Maintenue malgré un effectif réduit"),
    REPORTER("Reportée"),
    ANNULER("Annulée");

    private final String label;

    LowDecision(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static LowDecision of(String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choisissez : maintenir, reporter ou annuler la session.", "decision"));
    }
}
