package fr.forment.arrival;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a département may set differently.
 *
 * @param dueSchoolDays school days between the first day and the end of the path; null: what the reminder policy says
 *     (30)
 * @param charterVersion the version of the rules of use that people accept; a new one is accepted anew
 */
@ConfigurationProperties("forment.arrival")
record ArrivalSettings(
        Integer dueSchoolDays, @DefaultValue("2026-09") String charterVersion) {

    ArrivalSettings {
        if (dueSchoolDays != null && (dueSchoolDays < 5 || dueSchoolDays > 180)) {
            throw new IllegalArgumentException("forment.arrival.due-school-days lies between 5 and 180");
        }
    }
}
