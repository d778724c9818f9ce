package fr.forment.benchmark.plan;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many sessions must change their day or hour at least, all others staying as they are: every trainer and every
 * place is tried for every session hit. Rules written anew, to judge those of the repair.
 */
final class FewestMoves {

    private static final Map<TrainerKind, Set<AgentFunction>> LEADERS = Map.of(
            TrainerKind.EQUIPE_CIRCONSCRIPTION, Set.of(AgentFunction.ERUN, AgentFunction.CPC),
            TrainerKind.ERUN_DSI, Set.of(AgentFunction.ERUN),
            TrainerKind.IEN_NUMERIQUE, Set.of(AgentFunction.IEN_NUMERIQUE));

    private final PlanFacts facts;
    private final Travel travel;
    private final Map<String, SchoolFacts> schools;
    private final List<Draft> standing = new ArrayList<>();
    private final List<Draft> hit = new ArrayList<>();

    private record Way(long trainer, String place) {}

    private FewestMoves(PlanFacts facts) {
        this.facts = facts;
        this.travel = new Travel(facts);
        this.schools = facts.schoolsByUai();
        for (Held held : facts.conditions().held()) {
            Draft was = held.session();
            Set<String> left = new LinkedHashSet<>(was.seats().keySet());
            left.retainAll(schools.keySet());
            if (!left.isEmpty() || was.seats().isEmpty()) {
                boolean stays = canCome(was, left)
                        && was.trainerId() != null
                        && isThere(was.trainerId(), was)
                        && isBigEnough(was, was.place(), left);
                (stays ? standing : hit).add(was);
            }
        }
    }

    static int of(PlanFacts facts) {
        var moves = new FewestMoves(facts);
        return moves.hit.size() - moves.most(0, new ArrayList<>());
    }

    private int most(int next, List<Map.Entry<Draft, Way>> kept) {
        if (next == hit.size()) {
            return 0;
        }
        Draft session = hit.get(next);
        int best = 0;
        for (Way way : ways(session)) {
            boolean free = standing.stream()
                            .noneMatch(other -> clash(session, way, other, new Way(other.trainerId(), other.place())))
                    && kept.stream().noneMatch(other -> clash(session, way, other.getKey(), other.getValue()));
            if (free) {
                kept.add(Map.entry(session, way));
                best = Math.max(best, 1 + most(next + 1, kept));
                kept.remove(kept.size() - 1);
            }
            if (best == hit.size() - next) {
                return best;
            }
        }
        return Math.max(best, most(next + 1, kept));
    }

    private List<Way> ways(Draft session) {
        Set<String> left = new LinkedHashSet<>(session.seats().keySet());
        left.retainAll(schools.keySet());
        if (!canCome(session, left)) {
            return List.of();
        }
        Set<String> places = new LinkedHashSet<>();
        places.add(session.place());
        left.forEach(uai -> places.add(uai));
        left.forEach(uai -> places.add(schools.get(uai).commune()));
        return facts.people().stream()
                .filter(person -> leads(person, session) && isThere(person.id(), session))
                .flatMap(person -> places.stream()
                        .filter(place -> isBigEnough(session, place, left))
                        .map(place -> new Way(person.id(), place)))
                .toList();
    }

    private static boolean leads(Person person, Draft session) {
        return person.schoolUai() == null
                && LEADERS.getOrDefault(session.module().trainerKind(), Set.of())
                        .contains(person.function());
    }

    private boolean canCome(Draft session, Set<String> left) {
        return facts.schoolDay().test(session.day())
                && left.stream().noneMatch(uai -> facts.conditions()
                        .closed()
                        .getOrDefault(uai, Set.of())
                        .contains(session.day()));
    }

    private boolean isThere(long trainer, Draft session) {
        return facts.conditions().absences().stream()
                .noneMatch(away -> away.personId() == trainer
                        && !session.day().isBefore(away.from())
                        && !session.day().isAfter(away.until()));
    }

    private boolean isBigEnough(Draft session, String place, Set<String> left) {
        int people = session.seats().isEmpty()
                ? session.expected()
                : left.stream().mapToInt(session.seats()::get).sum();
        boolean gone = place.matches("\\d{7}[A-Z]|S\\d{3}") && !schools.containsKey(place);
        return !gone && (!schools.containsKey(place) || room(schools.get(place), session) >= people);
    }

    private int room(SchoolFacts school, Draft session) {
        return facts.conditions().rooms().stream()
                .filter(room -> room.place().equals(school.uai()))
                .map(room -> room.until() == null || !session.day().isAfter(room.until()) ? room.capacity() : 0)
                .findFirst()
                .orElse(school.room());
    }

    private boolean clash(Draft one, Way way, Draft other, Way otherWay) {
        if (!one.day().equals(other.day())) {
            return false;
        }
        boolean overlap = one.start().isBefore(other.end()) && other.start().isBefore(one.end());
        boolean room = overlap && way.place().equals(otherWay.place()) && schools.containsKey(way.place());
        boolean first = !one.start().isAfter(other.start());
        long minutes = way.place().equals(otherWay.place())
                ? 0
                : (long) Math.ceil(travel.km(way.place(), otherWay.place()) * 1.3 * 60 / 50);
        boolean late = first
                ? other.start().isBefore(one.end().plusMinutes(minutes))
                : one.start().isBefore(other.end().plusMinutes(minutes));
        return room || way.trainer() == otherWay.trainer() && late;
    }
}
