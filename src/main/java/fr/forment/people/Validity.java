package fr.forment.people;

import java.time.LocalDate;

/** How long a training counts. One that is to be followed again counts until the day before its months are over. */
public final class Validity {

    /**
     * As a condition of SQL on a {@code training_record r}: it counts on the day {@code :held}. Says what
     * {@link #holds} says.
     */
    public static final String HOLDS = """
            NOT EXISTS (SELECT 1 FROM training_module valid WHERE valid.code = r.module_code
            AND r.trained_on + valid.validity_months * INTERVAL '1' MONTH <= :held)""";

    private Validity() {}

    /**
     * First day on which it counts no more.
     *
     * @param months null for a training that is followed once and for all
     * @return null when it counts for ever
     */
    public static LocalDate ends(LocalDate trainedOn, Integer months) {
        return months == null ? null : trainedOn.plusMonths(months);
    }

    public static boolean holds(LocalDate trainedOn, Integer months, LocalDate on) {
        LocalDate end = ends(trainedOn, months);
        return end == null || end.isAfter(on);
    }

    /**
     * What lapses within a school year is renewed in it, before its day: such a training does not count as followed for
     * that year's needs and places.
     *
     * @param schoolYear "2026-2027"
     */
    public static LocalDate lastDay(String schoolYear) {
        return LocalDate.of(Integer.parseInt(schoolYear.substring(5)), 8, 31);
    }
}
