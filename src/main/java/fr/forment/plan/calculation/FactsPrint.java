package fr.forment.plan.calculation;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Short digests of facts: the same on every machine for the same facts, whatever the order in which a database, sets
 * and maps give what they hold. Part by part, so that one can say what changed.
 */
public final class FactsPrint {

    private FactsPrint() {}

    /**
     * Of everything a plan is made from, by the names of the parts; what stands already ({@link Conditions#held}) is no
     * part of it.
     */
    public static Map<String, String> of(PlanFacts facts) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (RecordComponent part : PlanFacts.class.getRecordComponents()) {
            switch (part.getName()) {
                case "schoolDay" -> parts.put(part.getName(), digest(days(facts)));
                case "conditions" -> parts(facts.conditions(), parts);
                default -> parts.put(part.getName(), digest(value(part, facts)));
            }
        }
        parts.remove("held");
        return parts;
    }

    /** Of anything made of records, collections and values. */
    public static String digest(Object any) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text(any).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, 6);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static void parts(Record whole, Map<String, String> parts) {
        Stream.of(whole.getClass().getRecordComponents())
                .forEach(part -> parts.put(part.getName(), digest(value(part, whole))));
    }

    private static List<?> days(PlanFacts facts) {
        return facts.from()
                .datesUntil(facts.until().plusDays(1))
                .filter(facts.schoolDay())
                .toList();
    }

    private static String text(Object any) {
        if (any instanceof Record whole) {
            return Stream.of(whole.getClass().getRecordComponents())
                    .map(part -> text(value(part, whole)))
                    .collect(Collectors.joining(",", "(", ")"));
        }
        if (any instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + "=" + text(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (any instanceof Collection<?> many) {
            return many.stream().map(FactsPrint::text).sorted().collect(Collectors.joining(",", "[", "]"));
        }
        return any instanceof Enum<?> code ? code.name() : String.valueOf(any);
    }

    private static Object value(RecordComponent part, Record whole) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException never) {
            throw new IllegalStateException(never);
        }
    }
}
