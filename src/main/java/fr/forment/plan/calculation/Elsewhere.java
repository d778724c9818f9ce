package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of the people a plan is for is expected elsewhere, and when. */
public final class Elsewhere {

    private final PlanFacts facts;
    private final Map<LocalDate, List<Busy>> days;
    private final Whereabouts whereabouts;
    private final Candidates candidates;

    public Elsewhere(PlanFacts facts) {
        this.facts = facts;
        this.whereabouts = new Whereabouts(facts);
        this.candidates = new Candidates(facts);
        this.days = facts.busy().stream()
                .filter(busy -> !busy.seats().isEmpty() || !busy.people().isEmpty())
                .collect(Collectors.groupingBy(Busy::day));
    }

    /** Whether somebody, whoever it is, is expected that day. */
    public boolean knows(LocalDate day) {
        return days.containsKey(day);
    }

    /** Whether people of a school (UAI; or of the circonscription) are expected somewhere that day. */
    public boolean knows(String uai, LocalDate day) {
        return days.getOrDefault(day, List.of()).stream()
                .anyMatch(busy -> busy.seats().getOrDefault(uai, 0) > 0
                        || facts.people().stream()
                                .anyMatch(person -> uai.equals(candidates.home(person))
                                        && busy.people().contains(person.id())));
    }

    /** As {@link #free(String, ModuleFacts, LocalDate, LocalTime, LocalTime, String)}, of the hours alone. */
    public int free(String uai, ModuleFacts module, LocalDate day, LocalTime start, LocalTime end) {
        return free(uai, module, day, start, end, null);
    }

    /**
     * People of a school (UAI; or of the circonscription) who can come to a module at an hour: of those it is for, all
     * but those who are enrolled elsewhere; none where a school is expected without names, as in one plan.
     *
     * @param place where it is held, to be reached in time from elsewhere; null: wherever they are, they are there
     */
    public int free(String uai, ModuleFacts module, LocalDate day, LocalTime start, LocalTime end, String place) {
        if (module.isHeldBySchool() || !knows(day)) {
            return Integer.MAX_VALUE;
        }
        List<Busy> then = days.get(day).stream()
                .filter(busy -> isInTheWay(busy, start, end, place))
                .toList();
        if (then.stream().anyMatch(busy -> busy.seats().getOrDefault(uai, 0) > 0)) {
            return 0;
        }
        Set<Long> taken = then.stream().flatMap(busy -> busy.people().stream()).collect(Collectors.toSet());
        if (taken.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        List<Person> known = candidates.of(uai, module);
        int busy = (int)
                known.stream().filter(person -> taken.contains(person.id())).count();
        return busy == 0 ? Integer.MAX_VALUE : Math.max(0, candidates.number(uai, module, known) - busy);
    }

    /** At that hour, or too near to it for the road. */
    private boolean isInTheWay(Busy busy, LocalTime start, LocalTime end, String place) {
        int gap = busy.gap(start, end);
        return gap < 0 || place != null && gap < whereabouts.minutes(busy.place(), place);
    }

    /** Whether that person leads or follows something that leaves no time to be at a place. */
    boolean keeps(long person, LocalDate day, LocalTime start, LocalTime end, String place) {
        return facts.busy().stream()
                .anyMatch(busy -> busy.day().equals(day) && busy.takes(person) && isInTheWay(busy, start, end, place));
    }

    /** Whether all the people a session expects can come to a place. */
    boolean canCome(Draft session, LocalDate day, LocalTime start, LocalTime end, String place) {
        Map<String, Integer> seats =
                session.seats().isEmpty() ? Map.of(facts.circonscriptionUai(), session.expected()) : session.seats();
        return !knows(day)
                || seats.entrySet().stream()
                        .allMatch(seat ->
                                seat.getValue() <= free(seat.getKey(), session.module(), day, start, end, place));
    }
}
