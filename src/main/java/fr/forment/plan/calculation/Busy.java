package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Time taken already by a session of another plan in force.
 *
 * @param trainerId null when nobody is named
 * @param place UAI of a school, or a town, where several rooms may be had
 */
public record Busy(Long trainerId, String place, LocalDate day, LocalTime start, LocalTime end) {

    public boolean overlaps(LocalDate otherDay, LocalTime otherStart, LocalTime otherEnd) {
        return day.equals(otherDay) && start.isBefore(otherEnd) && otherStart.isBefore(end);
    }
}
