package fr.forment.plan.calculation.repair;

import fr.forment.plan.calculation.Candidates;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.ModuleOrder;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Whereabouts;
import fr.forment.plan.calculation.hours.SharedHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final Candidates candidates;
    private final Set<Integer> barred = new HashSet<>();

    Joining(PlanFacts facts, LocalDate today) {
        this.facts = facts;
        this.today = today;
        this.whereabouts = new Whereabouts(facts);
        this.candidates = new Candidates(facts);
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
        List<Draft> all = null;
        while (all == null) {
            List<Draft> seated = new ArrayList<>(sessions);
            news.stream().map(Need::schoolUai).distinct().forEach(uai -> sitDown(uai, news, seated));
            all = inOrder(seated, ofTheirOwn(news, seated).toList());
        }
        return all;
    }

    /**
     * A session of their own that must come before a seat is held before it; where it cannot be, that seat is none:
     * null, and all is looked for again without it.
     */
    private List<Draft> inOrder(List<Draft> seated, List<Draft> own) {
        int number = 1
                + seated.stream()
                        .map(Draft::line)
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .orElse(0);
        List<Draft> all = new ArrayList<>(
                seated.stream().filter(each -> each.line() != null).toList());
        for (Draft session : own) {
            all.add(session.with(number + own.indexOf(session), session.seats(), session.expected()));
        }
        for (int n = all.size() - own.size(); n < all.size(); n++) {
            Draft session = all.get(n);
            Optional<Draft> follows = seated.stream()
                    .filter(seat -> seat.module()
                            .prerequisites()
                            .contains(session.module().code()))
                    .filter(seat -> session.seats().keySet().stream().anyMatch(seat.seats()::containsKey))
                    .min(Comparator.comparing(Draft::day))
                    .filter(seat -> !seat.day().isAfter(session.day()));
            if (follows.isPresent()) {
                LocalDate day = follows.get().day();
                Optional<Draft> before = Otherwise.of(facts, all, session.line())
                        .all(Otherwise.Aim.at((other, start) -> other.isBefore(day)))
                        .stream()
                        .findFirst();
                if (before.isEmpty() && barred.add(follows.get().line())) {
                    return null;
                }
                all.set(n, before.orElse(session));
            }
        }
        Set<Integer> fresh = all.subList(all.size() - own.size(), all.size()).stream()
                .map(Draft::line)
                .collect(Collectors.toSet());
        return Stream.concat(
                        seated.stream(),
                        all.stream()
                                .filter(each -> fresh.contains(each.line()))
                                .map(each -> each.with(null, each.seats(), each.expected())))
                .toList();
    }

    private boolean isOfVague(String uai) {
        return facts.vagues().stream().anyMatch(vague -> vague.schoolUais().contains(uai));
    }

    private void sitDown(String uai, List<Need> news, List<Draft> seated) {
        Map<ModuleFacts, Integer> all = new LinkedHashMap<>();
        news.stream().filter(need -> need.schoolUai().equals(uai)).forEach(need -> facts.module(need.moduleCode())
                .filter(module -> !module.trainsTrainers())
                .ifPresent(module -> all.merge(module, need.people(), Integer::sum)));
        var hours = SharedHours.of(facts, uai).reserving();
        List<List<Seat>> choices = ModuleOrder.of(List.copyOf(all.keySet())).stream()
                .map(module -> choices(uai, module, alone(hours, module, all.get(module)), seated))
                .toList();
        for (Seat seat : new FreeSeats(choices, hours).most()) {
            Draft draft = seat.session();
            Map<String, Integer> seats = new LinkedHashMap<>(draft.seats());
            seats.put(uai, seat.people());
            seated.set(seated.indexOf(draft), draft.with(draft.line(), seats, draft.expected() + seat.people()));
        }
    }

    /** Who could follow a module, were it the only one that may wait. */
    private static int alone(SharedHours hours, ModuleFacts module, int people) {
        int most = people;
        while (most > 0 && !hours.areEnough(Map.of(module, most))) {
            most--;
        }
        return most;
    }

    /** Sessions of a module that take all of them, the nearest place first, whatever other modules they follow. */
    private List<Seat> choices(String uai, ModuleFacts module, int people, List<Draft> seated) {
        return seated.stream()
                .filter(draft -> draft.module().code().equals(module.code()) && takes(draft, people))
                .filter(draft -> !barred.contains(draft.line()))
                .filter(draft -> canBeLed(draft, uai, people))
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

    /** Its trainer is none of those who come. */
    private boolean canBeLed(Draft draft, String uai, int people) {
        return facts.people().stream()
                .filter(person -> Objects.equals(person.id(), draft.trainerId()))
                .allMatch(person -> people <= candidates.most(uai, draft.module(), person));
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
        private final SharedHours hours;
        private List<Seat> best = List.of();
        private int most = -1;
        private double least;
        private int tries = MOST_TRIES;

        /** @param choices for each module, the best by themselves first */
        FreeSeats(List<List<Seat>> choices, SharedHours hours) {
            this.choices = choices;
            this.hours = hours;
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
                        if (hours.areEnough(modules(chosen))) {
                            search(next + 1, chosen, people + seat.people(), further);
                        }
                        chosen.remove(chosen.size() - 1);
                    }
                }
            }
            search(next + 1, chosen, people, km);
        }

        private static Map<ModuleFacts, Integer> modules(List<Seat> chosen) {
            return chosen.stream()
                    .collect(Collectors.toMap(seat -> seat.session().module(), Seat::people));
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
}
