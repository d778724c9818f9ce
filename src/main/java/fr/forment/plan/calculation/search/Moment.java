package fr.forment.plan.calculation.search;

import fr.forment.catalogue.MiddayBreak;
import fr.forment.plan.calculation.Slot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A day and hour at which a session may be held.
 *
 * @param index among the moments of a search
 * @param start as sessions of schools without class that morning begin
 * @param late as sessions with schools that have class that morning begin
 * @param minutes of training
 */
record Moment(int index, LocalDate date, LocalTime start, LocalTime late, int minutes, int day, int from, int until) {

    private static final int DAYS_OF_WEEK = 7;
    private static final int FOURTH_OF_JANUARY_1970_WAS_SUNDAY = 3;

    static Moment of(int index, LocalDate date, LocalTime start, LocalTime late, int minutes) {
        return new Moment(
                index,
                date,
                start,
                late,
                minutes,
                (int) date.toEpochDay(),
                start.toSecondOfDay() / 60,
                MiddayBreak.end(late, minutes).toSecondOfDay() / 60);
    }

    int week() {
        return (day + FOURTH_OF_JANUARY_1970_WAS_SUNDAY) / DAYS_OF_WEEK;
    }

    /** Morning, afternoon and evening of a day; a session that lasts all day counts by its morning. */
    int part() {
        return day * 4 + (start.isBefore(LocalTime.NOON) ? 0 : start.isBefore(Slot.AFTER_CLASS) ? 1 : 2);
    }

    boolean isWednesdayMorning() {
        return date.getDayOfWeek() == DayOfWeek.WEDNESDAY && start.isBefore(LocalTime.NOON);
    }

    LocalTime end() {
        return MiddayBreak.end(late, minutes);
    }

    boolean isAllDay() {
        return start.isBefore(LocalTime.NOON) && end().isAfter(Slot.AFTERNOON);
    }

    /** Minutes between two moments of one day; negative when they overlap. */
    int gap(Moment other) {
        return from < other.from ? other.from - until : from - other.until;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
