package fr.forment.arrival;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a département may set differently.
 *
 * @param dueSchoolDays school days between the first day and the end of the path; null: what the reminder policy says
 *     (30)
 */
@ConfigurationProperties("forment.arrival")
record ArrivalSettings(Integer dueSchoolDays) {

    ArrivalSettings {
        if (dueSchoolDays != null && (dueSchoolDays < 5 || dueSchoolDays > 180)) {
            throw new IllegalArgumentException("forment.arrival.due-school-days lies between 5 and 180");
        }
    }
}
