package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Candidates;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Trainers;
import fr.forment.plan.calculation.Whereabouts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who leads sessions, each person once, with what keeps her from which moment. */
final class Leaders {

    private final PlanFacts facts;
    private final Whereabouts map;
    private final Map<String, Team> teams;
    private final Candidates candidates;
    private final Collection<Moment> moments;
    private final Collection<String> places;
    private final Map<String, Leader> leaders = new HashMap<>();
    private final Map<Long, Person> people = new HashMap<>();
    private final Map<String, int[]> roads = new HashMap<>();
    private final Set<Long> sharing;
    private final int fairShare;

    /**
     * @param known sessions of the plan
     * @param teams by the UAI of their school, or of the circonscription
     * @param moments all that are asked for before the first person is; may still grow
     * @param places in the order of their numbers
     */
    Leaders(
            PlanFacts facts,
            Whereabouts map,
            Map<String, Team> teams,
            Collection<Draft> known,
            Collection<Moment> moments,
            Collection<String> places) {
        this.facts = facts;
        this.map = map;
        this.teams = teams;
        this.candidates = new Candidates(facts);
        this.moments = moments;
        this.places = places;
        facts.people().forEach(person -> people.put(person.id(), person));
        this.sharing = facts.people().stream()
                .filter(Person::isOfCirconscription)
                .filter(person -> facts.modules().stream()
                        .filter(Leaders::isShared)
                        .anyMatch(module -> Trainers.mayEverLead(facts, person, module)))
                .map(Person::id)
                .collect(Collectors.toSet());
        int minutes = known.stream()
                .filter(draft -> draft.vagueRank() != null && sharing.contains(draft.trainerId()))
                .mapToInt(draft -> draft.module().minutes())
                .sum();
        this.fairShare = sharing.isEmpty() ? Integer.MAX_VALUE : (minutes + sharing.size() - 1) / sharing.size();
    }

    private static boolean isShared(ModuleFacts module) {
        return !module.trainsTrainers() && !module.isHeldBySchool();
    }

    /** @param person null: somebody the plan does not name */
    Leader of(Person person, String key) {
        return leaders.computeIfAbsent(key, name -> {
            BitSet away = new BitSet();
            if (person != null) {
                List<Absence> absences = facts.conditions().absences().stream()
                        .filter(absence -> absence.personId() == person.id())
                        .toList();
                List<Busy> busy = facts.busy().stream()
                        .filter(one -> one.takes(person.id()))
                        .toList();
                moments.stream()
                        .filter(moment -> isAway(absences, busy, moment))
                        .forEach(moment -> away.set(moment.index()));
            }
            boolean shares = person != null && sharing.contains(person.id());
            return new Leader(
                    leaders.size(),
                    person,
                    name,
                    person == null ? List.of() : facts.conditions().halfDays().getOrDefault(person.id(), List.of()),
                    shares ? fairShare : Integer.MAX_VALUE,
                    away,
                    person == null ? Map.of() : unqualified(person),
                    person == null ? null : teams.get(candidates.home(person)),
                    person == null ? Map.of() : most(person),
                    person == null ? Map.of() : stops(person));
        });
    }

    /** What was held is as it was. */
    private Map<Integer, List<Leader.Stop>> stops(Person person) {
        Map<LocalDate, List<Busy>> busy = facts.busy().stream()
                .filter(one -> one.takes(person.id()) && !one.day().isBefore(facts.from()))
                .collect(Collectors.groupingBy(Busy::day));
        Map<Integer, List<Leader.Stop>> found = new HashMap<>();
        for (Moment moment : moments) {
            for (Busy one : busy.getOrDefault(moment.date(), List.of())) {
                int gap = one.gap(moment.start(), moment.end());
                if (gap >= 0) {
                    found.computeIfAbsent(moment.index(), none -> new ArrayList<>())
                            .add(new Leader.Stop(gap, minutesFrom(one.place())));
                }
            }
        }
        return found;
    }

    private int[] minutesFrom(String place) {
        return roads.computeIfAbsent(place, name -> places.stream()
                .mapToInt(venue -> map.minutes(name, venue))
                .toArray());
    }

    /** Modules the person may not lead at some moment; what a school holds itself needs no right. */
    private Map<String, BitSet> unqualified(Person person) {
        Map<String, BitSet> found = new HashMap<>();
        facts.modules().stream().filter(module -> !module.isHeldBySchool()).forEach(module -> {
            BitSet not = new BitSet();
            moments.stream()
                    .filter(moment -> !moment.date().isBefore(facts.from())) // what was held is as it was
                    .filter(moment -> !Trainers.mayLead(facts, person, module, moment.date()))
                    .forEach(moment -> not.set(moment.index()));
            if (!not.isEmpty()) {
                found.put(module.code(), not);
            }
        });
        return Map.copyOf(found);
    }

    private Map<String, Integer> most(Person person) {
        Map<String, Integer> found = new HashMap<>();
        facts.modules().forEach(module -> {
            int most = candidates.most(candidates.home(person), module, person);
            if (most < Integer.MAX_VALUE) {
                found.put(module.code(), most);
            }
        });
        return Map.copyOf(found);
    }

    /** Whoever leads a session that stands. */
    Leader of(Draft draft) {
        return Optional.ofNullable(draft.trainerId())
                .map(people::get)
                .map(person -> of(person, Leader.key(person.id())))
                .orElseGet(() -> of(null, nobody(draft)));
    }

    private static String nobody(Draft draft) {
        return draft.trainerId() != null
                ? Leader.key(draft.trainerId())
                : draft.module().isHeldBySchool()
                        ? draft.place()
                        : draft.module().trainerKind().name();
    }

    private static boolean isAway(List<Absence> absences, List<Busy> busy, Moment moment) {
        return absences.stream().anyMatch(one -> one.covers(moment.date(), moment.start(), moment.end()))
                || busy.stream().anyMatch(one -> one.overlaps(moment.date(), moment.start(), moment.end()));
    }
}
