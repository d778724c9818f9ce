package fr.forment.evaluation;

import java.util.HashMap;
import java.util.Map;

/** Answers to the house's questionnaires, as their forms send them; null: nothing was said. */
public final class Said {

    private Said() {}

    /** @param before ease with one of the four skills, to connect; with {@code after} */
    public static Answer answer(
            Integer usefulness,
            Integer clarity,
            Integer pace,
            Integer practice,
            Integer organisation,
            Integer recommends,
            Integer before,
            Integer after,
            UseFrequency useFrequency,
            String putInPlace,
            String obstacles,
            String unclear,
            String nextStep,
            HelpWanted helpWanted) {
        Map<String, String> fields = new HashMap<>();
        put(fields, "usefulness", usefulness);
        put(fields, "clarity", clarity);
        put(fields, "pace", pace);
        put(fields, "practice", practice);
        put(fields, "organisation", organisation);
        put(fields, "recommends", recommends);
        put(fields, "connectBefore", before);
        put(fields, "connectAfter", after);
        put(fields, "useFrequency", useFrequency);
        put(fields, "putInPlace", putInPlace);
        put(fields, "obstacles", obstacles);
        put(fields, "unclear", unclear);
        put(fields, "nextStep", nextStep);
        put(fields, "helpWanted", helpWanted);
        return new Answer(fields);
    }

    private static void put(Map<String, String> fields, String field, Object said) {
        if (said != null) {
            fields.put(field, said.toString());
        }
    }
}
