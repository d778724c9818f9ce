package fr.forment.resource;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** When one person can train others, as his weeks and absences say together. Pure. */
public record Presence(long agentId, List<TrainerWeek> weeks, List<TrainerAbsence> absences) {

    /**
     * Time in which the person cannot be had.
     *
     * @param from first day, {@code until} the last
     * @param start on each of these days; null with {@code end}: the whole day
     * @param gone said an absence; else gives these days to nobody as a trainer, and may well be a trainee
     */
    public record Away(long agentId, LocalDate from, LocalDate until, LocalTime start, LocalTime end, boolean gone) {}

    /**
     * How many half-days are given in some time, all of it in one school year.
     *
     * @param days of the bound, not of the plan
     */
    public record Quota(long agentId, DaySpan days, int most) {

        /** Several periods of one school year do not add up: the least of what was said stands for all of it. */
        private Quota and(Quota other) {
            return new Quota(
                    agentId,
                    new DaySpan(
                            days.from().isBefore(other.days.from()) ? days.from() : other.days.from(),
                            days.until().isAfter(other.days.until()) ? days.until() : other.days.until()),
                    Math.min(most, other.most));
        }
    }

    /** Everything between two days in which the person is away or gives nothing. */
    public List<Away> away(LocalDate from, LocalDate until) {
        List<Away> away = new ArrayList<>();
        absences.stream()
                .filter(absence -> absence.period().overlaps(from, until))
                .map(absence -> new Away(
                        agentId,
                        absence.period().from(),
                        absence.period().until(),
                        absence.part() == null ? null : absence.part().start(),
                        absence.part() == null ? null : end(absence.part()),
                        true))
                .forEach(away::add);
        from.datesUntil(until.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .forEach(day -> weekOn(day).ifPresent(week -> away.addAll(notGiven(week, day))));
        return away;
    }

    /** Why the person cannot be had at that time, in French words that follow a name; empty when he can. */
    public Optional<String> obstacle(LocalDate day, LocalTime begins, LocalTime ends) {
        if (absences.stream()
                .anyMatch(absence -> absence.period().covers(day)
                        && (absence.part() == null
                                || begins.isBefore(end(absence.part()))
                                        && absence.part().start().isBefore(ends)))) {
            return Optional.of("a dit son absence");
        }
        return weekOn(day)
                .filter(week -> Arrays.stream(DayPart.values())
                        .anyMatch(part ->
                                part.isTouchedBy(begins, ends) && !week.given().gives(day.getDayOfWeek(), part)))
                .map(week -> "ne donne pas ce moment de la semaine");
    }

    /** @param yearEnd last day of the school year of a day */
    public List<Quota> quotas(LocalDate from, LocalDate until, UnaryOperator<LocalDate> yearEnd) {
        Map<LocalDate, Quota> quotas = new TreeMap<>();
        for (TrainerWeek week : weeks) {
            if (week.mostHalfDays() == null || !week.period().overlaps(from, until)) {
                continue;
            }
            LocalDate last =
                    week.period().until() == null || week.period().until().isAfter(until)
                            ? yearEnd.apply(until)
                            : week.period().until();
            LocalDate first = later(
                    week.period().from(), yearEnd.apply(from).minusYears(1).plusDays(1));
            while (!first.isAfter(last)) {
                LocalDate end = yearEnd.apply(first);
                quotas.merge(
                        end,
                        new Quota(agentId, new DaySpan(first, end.isBefore(last) ? end : last), week.mostHalfDays()),
                        Quota::and);
                first = end.plusDays(1);
            }
        }
        return List.copyOf(quotas.values());
    }

    private Optional<TrainerWeek> weekOn(LocalDate day) {
        return weeks.stream().filter(week -> week.period().covers(day)).findFirst();
    }

    private List<Away> notGiven(TrainerWeek week, LocalDate day) {
        List<DayPart> missing = Arrays.stream(DayPart.values())
                .filter(part -> !week.given().gives(day.getDayOfWeek(), part))
                .toList();
        return missing.size() == DayPart.values().length
                ? List.of(new Away(agentId, day, day, null, null, false))
                : missing.stream()
                        .map(part -> new Away(agentId, day, day, part.start(), part.end(), false))
                        .toList();
    }

    /** An absence in the afternoon lasts until night. */
    private static LocalTime end(DayPart part) {
        return part == DayPart.APRES_MIDI ? LocalTime.MAX : part.end();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
