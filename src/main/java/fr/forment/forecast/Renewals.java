package fr.forment.forecast;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * In which of the coming school years a training is followed again: each time in the year in which it lapses, from the
 * first on; what has lapsed before is made up for at the beginning of the first. A person counts once a year, however
 * many trainings she follows again in it.
 */
final class Renewals {

    /** A training of somebody. @param months how long it counts, at least 1 */
    record Lapsing(long agentId, LocalDate trainedOn, int months) {}

    private Renewals() {}

    /**
     * People to be trained again, year by year.
     *
     * @param first the calendar year in which the first school year begins
     */
    static List<Integer> of(Iterable<Lapsing> trainings, int first) {
        List<Set<Long>> people = IntStream.range(0, LoadForecast.YEARS)
                .<Set<Long>>mapToObj(any -> new HashSet<>())
                .toList();
        trainings.forEach(training ->
                years(training, first).forEach(year -> people.get(year).add(training.agentId())));
        return people.stream().map(Set::size).toList();
    }

    /** 0 is the first. */
    private static Set<Integer> years(Lapsing training, int first) {
        Set<Integer> years = new TreeSet<>();
        LocalDate begins = LocalDate.of(first, 9, 1);
        LocalDate over = begins.plusYears(LoadForecast.YEARS);
        LocalDate lapses = training.trainedOn().plusMonths(training.months());
        if (lapses.isBefore(begins)) {
            lapses = begins;
        }
        for (; lapses.isBefore(over); lapses = lapses.plusMonths(training.months())) {
            years.add(lapses.getYear() - first - (lapses.getMonthValue() < 9 ? 1 : 0));
        }
        return years;
    }
}
