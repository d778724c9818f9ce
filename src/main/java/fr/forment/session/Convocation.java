package fr.forment.session;

import java.time.LocalDate;

/**
 * A personal summons with everything that gives it its worth. Texts are French, as printed; {@code school} is empty for people without a
 * school, {@code material} when nothing is to be brought, {@code inspector} while the post is vacant.
 */
public record Convocation(long enrolmentId, long agentId, String reference, LocalDate writtenOn, String academie, String departement,
        String circonscription, String person, String function, String school, String title, String moduleCode, String day, String hours,
        String duration, boolean countsInHours, String format, String place, boolean remote, String trainer, String material, String service,
        String travel, String inspector) {
}
