package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Schools that joined after a plan was made: no session of others changes its day for them. As many of their people who
 * have the time as can be sit down where places are free, school by school, tried exhaustively: an hour that one module
 * takes is none for another. The others get sessions of their own.
 */
final class Joining {

    private static final int MOST_TRIES = 200_000;

    /** @param km of each of them */
    private record Seat(Draft session, int people, double km) {

        Seat fewer() {
            return new Seat(session, people - 1, km);
        }
    }

    private final PlanFacts facts;
    private final LocalDate today;
    private final Whereabouts whereabouts;

    Joining(PlanFacts facts, LocalDate today) {
        this.facts = facts;
        this.today = today;
        this.whereabouts = new Whereabouts(facts);
    }

    /** The same sessions, with the people of new schools on free places; new ones after them. */
    List<Draft> seat(List<Draft> sessions) {
        Set<String> known = sessions.stream()
                .flatMap(draft -> draft.seats().keySet().stream())
                .collect(Collectors.toSet());
        List<Need> news = facts.needs().stream()
                .filter(need -> !known.contains(need.schoolUai()) && isOfVague(need.schoolUai()))
                .toList();
        if (news.isEmpty()) {
            return sessions;
        }
        List<Draft> seated = new ArrayList<>(sessions);
        news.stream().map(Need::schoolUai).distinct().forEach(uai -> sitDown(uai, news, seated));
        return Stream.concat(seated.stream(), ofTheirOwn(news, seated)).toList();
    }

    private boolean isOfVague(String uai) {
        return facts.vagues().stream().anyMatch(vague -> vague.schoolUais().contains(uai));
    }

    private void sitDown(String uai, List<Need> news, List<Draft> seated) {
        var time = new Time(
                facts,
                uai,
                news.stream().filter(need -> need.schoolUai().equals(uai)).toList());
        List<List<Seat>> choices = time.modules().stream()
                .map(module -> choices(uai, module, time.alone(module), seated))
                .toList();
        for (Seat seat : new FreeSeats(choices, time).most()) {
            Draft draft = seat.session();
            Map<String, Integer> seats = new LinkedHashMap<>(draft.seats());
            seats.put(uai, seat.people());
            seated.set(seated.indexOf(draft), draft.with(draft.line(), seats, draft.expected() + seat.people()));
        }
    }

    /** Sessions of a module that take all of them, the nearest place first, whatever other modules they follow. */
    private List<Seat> choices(String uai, ModuleFacts module, int people, List<Draft> seated) {
        return seated.stream()
                .filter(draft -> draft.module().code().equals(module.code()) && takes(draft, people))
                .filter(draft -> facts.vagues().stream()
                        .anyMatch(vague -> Objects.equals(vague.rank(), draft.vagueRank())
                                && vague.schoolUais().contains(uai)))
                .filter(draft ->
                        !draft.day().isBefore(facts.from()) && !draft.day().isBefore(today))
                .filter(draft -> canCome(uai, people, draft, seated))
                .sorted(Comparator.comparingDouble((Draft draft) -> whereabouts.kilometres(uai, draft.place()))
                        .thenComparing(Draft::day)
                        .thenComparing(Draft::line, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(draft -> new Seat(draft, people, whereabouts.kilometres(uai, draft.place())))
                .toList();
    }

    /** Nothing keeps them from its hour: class, a day without school, people who are expected elsewhere. */
    private boolean canCome(String uai, int people, Draft draft, List<Draft> seated) {
        int number = 1
                + seated.stream()
                        .map(Draft::line)
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .orElse(0);
        List<Draft> with = new ArrayList<>(
                seated.stream().filter(each -> each.line() != null).toList());
        with.add(draft.with(number, Map.of(uai, people), people));
        return Otherwise.of(facts, with, number)
                .obstacle(draft.day(), draft.start())
                .isEmpty();
    }

    private boolean takes(Draft draft, int people) {
        SchoolFacts host = facts.schoolsByUai().get(draft.place());
        int room = facts.conditions()
                .capacity(draft.place(), draft.day())
                .orElse(host == null || host.room() <= 0 ? draft.capacity() : host.room());
        return !draft.module().isHeldBySchool()
                && draft.expected() + people
                        <= Math.min(
                                Math.min(draft.capacity(), room), draft.module().groupSize());
    }

    private Stream<Draft> ofTheirOwn(List<Need> news, List<Draft> seated) {
        int free = -1;
        List<Held> held = new ArrayList<>();
        for (Draft draft : seated) {
            held.add(new Held(draft.line() == null ? free-- : draft.line(), draft, true, true));
        }
        Conditions fixed = facts.conditions().with(held);
        return PlanCalculator.propose(facts.with(fixed).needing(news)).stream().filter(draft -> draft.line() == null);
    }

    /**
     * Places in sessions that stand for the people of one school, module by module: as many people as can be, and of
     * these the shortest ways, found by trying everything; also fewer people in one module for more in others. A school
     * follows a few modules; where there are very many ways, the best of what was tried.
     */
    private static final class FreeSeats {

        private final List<List<Seat>> choices;
        private final Time time;
        private List<Seat> best = List.of();
        private int most = -1;
        private double least;
        private int tries = MOST_TRIES;

        /** @param choices for each module, the best by themselves first */
        FreeSeats(List<List<Seat>> choices, Time time) {
            this.choices = choices;
            this.time = time;
        }

        List<Seat> most() {
            search(0, new ArrayList<>(), 0, 0);
            return best;
        }

        private void search(int next, List<Seat> chosen, int people, double km) {
            if (people > most || people == most && km < least) {
                best = List.copyOf(chosen);
                most = people;
                least = km;
            }
            if (next == choices.size() || isNoBetter(people + left(next), km) || tries-- <= 0) {
                return;
            }
            for (Seat all : choices.get(next)) {
                if (chosen.stream().allMatch(other -> areInOrder(all.session(), other.session()))) {
                    for (Seat seat = all; seat.people() > 0; seat = seat.fewer()) {
                        double further = km + seat.people() * seat.km();
                        if (isNoBetter(people + seat.people() + left(next + 1), further)) {
                            break;
                        }
                        chosen.add(seat);
                        if (time.isEnough(chosen)) {
                            search(next + 1, chosen, people + seat.people(), further);
                        }
                        chosen.remove(chosen.size() - 1);
                    }
                }
            }
            search(next + 1, chosen, people, km);
        }

        private boolean isNoBetter(int atMost, double km) {
            return atMost < most || atMost == most && km >= least;
        }

        private int left(int next) {
            return choices.subList(next, choices.size()).stream()
                    .filter(seats -> !seats.isEmpty())
                    .mapToInt(seats -> seats.get(0).people())
                    .sum();
        }

        /** On different days, what comes first before what needs it. */
        private static boolean areInOrder(Draft one, Draft other) {
            return !one.day().equals(other.day()) && comesAfter(one, other) && comesAfter(other, one);
        }

        private static boolean comesAfter(Draft one, Draft other) {
            return !one.module().prerequisites().contains(other.module().code())
                    || other.day().isBefore(one.day());
        }
    }

    /**
     * Hours of the people of one school. What must be followed before the opening takes them whatever is left; of what
     * else is chosen, long modules are followed first by who has most time.
     */
    private static final class Time {

        private final List<Person> people;
        private final List<ModuleFacts> modules;
        private final Map<ModuleFacts, Integer> compulsory = new LinkedHashMap<>();
        private final Map<ModuleFacts, Integer> all = new LinkedHashMap<>();

        Time(PlanFacts facts, String uai, List<Need> needs) {
            this.people = facts.people().stream()
                    .filter(person -> uai.equals(person.schoolUai()))
                    .toList();
            for (Need need : needs) {
                facts.module(need.moduleCode())
                        .filter(module -> !module.trainsTrainers())
                        .ifPresent(module -> {
                            all.merge(module, need.people(), Integer::sum);
                            if (!module.isDeferrable(need.profile())) {
                                compulsory.merge(module, need.people(), Integer::sum);
                            }
                        });
            }
            this.modules = ModuleOrder.of(List.copyOf(all.keySet()));
        }

        List<ModuleFacts> modules() {
            return modules;
        }

        /** Who could follow a module, were it the only one. */
        int alone(ModuleFacts module) {
            int most = all.get(module);
            while (most > 0 && !isEnough(Map.of(module, most))) {
                most--;
            }
            return most;
        }

        boolean isEnough(List<Seat> chosen) {
            return isEnough(chosen.stream()
                    .collect(Collectors.toMap(seat -> seat.session().module(), Seat::people)));
        }

        private boolean isEnough(Map<ModuleFacts, Integer> seats) {
            Map<Long, Integer> left = new HashMap<>();
            people.forEach(person -> left.put(
                    person.id(), person.function().isTeacher() ? person.minutesLeft() : Integer.MAX_VALUE / 2));
            compulsory.forEach((module, number) -> able(module, false, left)
                    .limit(number)
                    .forEach(person -> left.merge(person.id(), -module.minutes(), Integer::sum)));
            return seats.keySet().stream()
                    .sorted(Comparator.comparingInt(ModuleFacts::minutes)
                            .reversed()
                            .thenComparing(ModuleFacts::code))
                    .allMatch(module -> isEnough(module, seats.get(module) - compulsory.getOrDefault(module, 0), left));
        }

        /** Nobody knows the hours of people who are on no list. */
        private boolean isEnough(ModuleFacts module, int others, Map<Long, Integer> left) {
            List<Person> able = able(module, true, left).toList();
            List<Person> free = able.stream()
                    .filter(person -> left.get(person.id()) >= module.minutes())
                    .limit(Math.max(0, others))
                    .toList();
            free.forEach(person -> left.merge(person.id(), -module.minutes(), Integer::sum));
            return free.size() >= Math.min(others, able.size());
        }

        private Stream<Person> able(ModuleFacts module, boolean mayWait, Map<Long, Integer> left) {
            return people.stream()
                    .filter(person -> !person.trained().contains(module.code()))
                    .filter(person -> person.profileIn(module)
                            .filter(profile -> module.isDeferrable(profile) == mayWait)
                            .isPresent())
                    .sorted(Comparator.comparingInt((Person person) -> -left.get(person.id()))
                            .thenComparingLong(Person::id));
        }
    }
}
