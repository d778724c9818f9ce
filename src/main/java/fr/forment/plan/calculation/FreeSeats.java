package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Free seats in the sessions of a plan for people who have none, all sessions staying where they are: the one source of
 * what pages say of them.
 */
public final class FreeSeats {

    /**
     * @param sessions that take people, with all of them in it
     * @param bySchool the session that takes those of each school, as it stands
     * @param obstacles what keeps the others from how many of the sessions
     */
    public record Found(List<Draft> sessions, Map<String, Draft> bySchool, Map<Hindrance, Integer> obstacles) {}

    private final PlanFacts facts;
    private final List<Draft> sessions;
    private final int fresh;

    /** @param sessions of the plan, each under its number */
    public FreeSeats(PlanFacts facts, List<Draft> sessions) {
        this.facts = facts;
        this.sessions = sessions;
        this.fresh = 1 + sessions.stream().mapToInt(Draft::line).max().orElse(0);
    }

    /**
     * School after school, those of one school together, in the first session that takes them.
     *
     * @param people by school, who have the time for it
     */
    public Found of(int vagueRank, ModuleFacts module, Map<String, Integer> people) {
        Found found = new Found(new ArrayList<>(), new TreeMap<>(), new EnumMap<>(Hindrance.class));
        people.forEach((uai, number) -> seat(vagueRank, module, uai, number, found));
        return found;
    }

    private void seat(int vagueRank, ModuleFacts module, String uai, int people, Found found) {
        Otherwise coming = null;
        for (Draft session : sessions) {
            if (!isOfThem(session, vagueRank, module)) {
                continue;
            }
            Draft now = found.sessions().stream()
                    .filter(other -> other.line().equals(session.line()))
                    .findFirst()
                    .orElse(session);
            if (coming == null) {
                coming = coming(vagueRank, module, uai, people);
            }
            Optional<Hindrance> obstacle = places(now) < now.expected() + people
                    ? Optional.of(Hindrance.COMPLET)
                    : coming.obstacle(session.day(), session.start());
            if (obstacle.isEmpty()) {
                found.sessions().remove(now);
                found.sessions().add(with(now, uai, people));
                found.bySchool().put(uai, session);
                return;
            }
            found.obstacles().merge(obstacle.get(), 1, Integer::sum);
        }
    }

    private boolean isOfThem(Draft session, int vagueRank, ModuleFacts module) {
        return session.module().code().equals(module.code())
                && !session.module().isHeldBySchool()
                && Objects.equals(session.vagueRank(), vagueRank)
                && !session.day().isBefore(facts.from());
    }

    private Otherwise coming(int vagueRank, ModuleFacts module, String uai, int people) {
        List<Draft> with = new ArrayList<>(sessions);
        with.add(asked(vagueRank, module, Map.of(uai, people), facts.from(), fresh));
        return Otherwise.of(facts, with, fresh);
    }

    /**
     * A session nobody holds yet, for as many of them as a group takes.
     *
     * @param day from which the nearest is looked for; @param line that no session has
     */
    public Draft asked(int vagueRank, ModuleFacts module, Map<String, Integer> people, LocalDate day, int line) {
        Map<String, Integer> seats = new TreeMap<>();
        int free = module.groupSize();
        for (var school : people.entrySet()) {
            int taken = Math.min(free, school.getValue());
            if (taken > 0) {
                seats.put(school.getKey(), taken);
                free -= taken;
            }
        }
        return new Draft(
                vagueRank,
                module,
                day,
                facts.schoolsByUai().values().stream().anyMatch(SchoolFacts::wednesdayMorning)
                        ? Slot.AFTER_WEDNESDAY_CLASS
                        : Slot.AFTERNOON,
                "",
                0,
                null,
                Set.copyOf(module.profiles()),
                seats,
                seats.values().stream().mapToInt(Integer::intValue).sum(),
                line);
    }

    /** People that a session takes at most, in its room. */
    public int places(Draft session) {
        int size = Math.max(session.module().groupSize(), session.expected());
        int room = Optional.ofNullable(facts.schoolsByUai().get(session.place()))
                .map(host -> facts.room(host, session.day()))
                .orElseGet(() -> facts.conditions()
                        .capacity(session.place(), session.day())
                        .orElse(size));
        return Math.min(size, room);
    }

    private static Draft with(Draft session, String uai, int people) {
        Map<String, Integer> seats = new TreeMap<>(session.seats());
        seats.merge(uai, people, Integer::sum);
        int all = session.expected() + people;
        return new Draft(
                session.vagueRank(),
                session.module(),
                session.day(),
                session.start(),
                session.place(),
                Math.max(session.capacity(), all),
                session.trainerId(),
                session.profiles(),
                seats,
                all,
                session.line());
    }
}
