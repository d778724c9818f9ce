package fr.forment.plan.calculation;

/**
 * Where a school is and what it offers.
 *
 * @param rpi schools of one RPI are trained together; null without
 * @param latitude null when unknown, as longitude
 * @param wednesdayMorning taught on Wednesday morning (4,5 days), so its people are free later
 * @param room people its largest room takes for a session; 0 without
 */
public record SchoolFacts(
        String uai,
        String name,
        String commune,
        String rpi,
        Double latitude,
        Double longitude,
        int classes,
        boolean wednesdayMorning,
        int room) {

    /** What is put next to each other first. */
    String neighbourhood() {
        return rpi == null || rpi.isBlank() ? "commune:" + commune : "rpi:" + rpi;
    }
}
