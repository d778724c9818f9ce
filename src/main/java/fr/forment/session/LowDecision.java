package fr.forment.session;

import fr.forment.french.Refusal;
import java.util.Arrays;

/** What is decided about a session with too few people. */
public enum LowDecision {
    MAINTENIR("Maintenue malgré un effectif réduit"),
    REPORTER("Reportée"),
    ANNULER("Annulée"),

    /** What it lacked is given: of a session whose date stands. */
    COMPLETER("Complétée");

    private final String label;

    LowDecision(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static LowDecision of(String code) {
        return of(code, "maintenir, reporter ou annuler la session");
    }

    private static LowDecision of(String code, String choices) {
        return Arrays.stream(values())
                .filter(decision -> decision != COMPLETER)
                .filter(decision -> decision.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("Choisissez : " + choices + ".", "decision"));
    }

    /** Also that it is completed. */
    static LowDecision ofDate(String code) {
        return COMPLETER.name().equals(code)
                ? COMPLETER
                : of(
                        code,
                        "« Compléter la session », « Donner une autre date », « Garder cette date malgré tout » ou « Annuler la session »");
    }
}
