package fr.forment.plan.conditions;

import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Trainers;
import fr.forment.resource.DayPart;
import fr.forment.resource.GivenHalfDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether those who may lead the modules of some sessions can give, all together, the half-days these take: each
 * half-day goes to one person, so that nobody is counted twice.
 */
public final class TrainerTime {

    private final PlanFacts facts;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<String, Integer> asked = new TreeMap<>();
    private final Map<String, List<Person>> able = new HashMap<>();
    private final Map<Long, Integer> left = new HashMap<>();
    private final Map<Long, Map<String, Integer>> given = new HashMap<>();

    private TrainerTime(PlanFacts facts, List<PlannedSession> sessions) {
        this.facts = facts;
        LocalDate begins = days(sessions).min(Comparator.naturalOrder()).orElse(facts.from());
        LocalDate ends = days(sessions).max(Comparator.naturalOrder()).orElse(facts.from());
        this.first = begins.isBefore(facts.from()) ? facts.from() : begins;
        LocalDate asLong = first.plusDays(ChronoUnit.DAYS.between(begins, ends));
        this.last = ends.isAfter(asLong) ? ends : asLong;
    }

    private static Stream<LocalDate> days(List<PlannedSession> sessions) {
        return sessions.stream().map(PlannedSession::day);
    }

    /** Sentences, one for each module that lacks half-days; none: there are enough. */
    public static List<String> lacks(PlanFacts facts, List<PlannedSession> sessions) {
        return new TrainerTime(facts, sessions).lacks(sessions);
    }

    private List<String> lacks(List<PlannedSession> sessions) {
        sessions.forEach(session -> facts.module(session.moduleCode())
                .filter(module -> !module.isHeldBySchool() && !able(module).isEmpty())
                .ifPresent(module -> asked.merge(module.code(), halfDays(session), Integer::sum)));
        List<String> told = new ArrayList<>();
        asked.forEach((code, number) -> {
            int found = 0;
            while (found < number && takes(code, new HashSet<>())) {
                found++;
            }
            if (found < number) {
                told.add(facts.module(code).orElseThrow().title() + " : "
                        + French.count(number, "demi-journée à assurer", "demi-journées à assurer") + " du "
                        + French.date(first) + " au " + French.date(last) + ", " + found
                        + " avec les personnes habilitées de la zone ("
                        + (number - found == 1 ? "il en manque une" : "il en manque " + (number - found)) + ")");
            }
        });
        return told;
    }

    /** One more half-day of the module; whoever gives it may hand another to a colleague. */
    private boolean takes(String code, Set<Long> asked) {
        for (Person person : able.get(code)) {
            if (!asked.add(person.id())) {
                continue;
            }
            Map<String, Integer> theirs = given.computeIfAbsent(person.id(), id -> new TreeMap<>());
            if (left.computeIfAbsent(person.id(), id -> capacity(person)) > 0) {
                left.merge(person.id(), -1, Integer::sum);
                theirs.merge(code, 1, Integer::sum);
                return true;
            }
            for (String other : List.copyOf(theirs.keySet())) {
                if (theirs.get(other) > 0 && takes(other, asked)) {
                    theirs.merge(other, -1, Integer::sum);
                    theirs.merge(code, 1, Integer::sum);
                    return true;
                }
            }
        }
        return false;
    }

    private List<Person> able(ModuleFacts module) {
        return able.computeIfAbsent(module.code(), code -> facts.people().stream()
                .filter(person ->
                        Trainers.mayLead(facts, person, module, first) || Trainers.mayLead(facts, person, module, last))
                .toList());
    }

    /** Half-days of school in which nothing keeps the person, at most as many as they give in the year. */
    private int capacity(Person person) {
        int free = (int) first.datesUntil(last.plusDays(1))
                .filter(facts.schoolDay())
                .mapToLong(day -> Stream.of(DayPart.values())
                        .filter(part -> isFree(person, day, part))
                        .count())
                .sum();
        return facts.conditions().halfDays().getOrDefault(person.id(), List.of()).stream()
                .filter(bound -> bound.covers(first) || bound.covers(last))
                .map(Bound::most)
                .reduce(Integer::sum)
                .map(most -> Math.min(most, free))
                .orElse(free);
    }

    private boolean isFree(Person person, LocalDate day, DayPart part) {
        return facts.conditions().absences().stream()
                        .noneMatch(absence ->
                                absence.personId() == person.id() && absence.covers(day, part.start(), part.end()))
                && facts.busy().stream()
                        .noneMatch(busy -> busy.takes(person.id()) && busy.overlaps(day, part.start(), part.end()));
    }

    private static int halfDays(PlannedSession session) {
        return GivenHalfDays.of(Stream.of(new GivenHalfDays.Taken(session.day(), session.start(), session.end())));
    }
}
