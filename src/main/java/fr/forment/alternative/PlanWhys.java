package fr.forment.alternative;

import fr.forment.catalogue.Format;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.Otherwise.Aim;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers to "why", all about one plan as it stands; the other sessions stay where they are. Pure. */
public final class PlanWhys {

    /** Of the ways that would do, so many are priced: the nearest ones. */
    private static final int WEIGHED = 14;

    private final PlanFacts facts;
    private final Weights weights;
    private final List<Draft> sessions;
    private final UnmetWishes wishes;
    private final Map<Integer, Otherwise> known = new HashMap<>();
    private final Map<UnmetWish, List<Draft>> found = new HashMap<>();

    /** @param sessions of the plan, each under its number */
    public PlanWhys(PlanFacts facts, Weights weights, List<Draft> sessions) {
        this.facts = facts;
        this.weights = weights;
        this.sessions = sessions;
        this.wishes = new UnmetWishes(facts);
    }

    /** Wishes that sessions could follow, those of partners too. */
    public int asked() {
        return wishes.asked(sessions)
                + (int) facts.conditions().wishes().stream()
                        .filter(wish -> wish.kind() == Wish.Kind.PARTNER)
                        .count();
    }

    public List<UnmetWish> unmet() {
        return wishes.of(sessions);
    }

    public List<UnmetWish> unmet(Draft session) {
        return wishes.of(session);
    }

    Draft session(int line) {
        return sessions.stream()
                .filter(draft -> draft.line() == line)
                .findFirst()
                .orElseThrow();
    }

    Otherwise otherwise(int line) {
        return known.computeIfAbsent(line, number -> Otherwise.of(facts, sessions, number));
    }

    /** In the same order, each with what would free it. */
    public List<Why> of(List<UnmetWish> unmet) {
        return of(unmet, true);
    }

    /** @param frees whether to look for what would free those that cannot be: that takes ten times as long */
    public List<Why> of(List<UnmetWish> unmet, boolean frees) {
        List<Draft> ways = candidates(unmet);
        if (ways.isEmpty()) {
            return of(unmet, frees, null);
        }
        try (var weighing = new Weighing(facts, weights, sessions, ways)) {
            return of(unmet, frees, weighing);
        }
    }

    /** All that will be priced for them. */
    List<Draft> candidates(List<UnmetWish> unmet) {
        return unmet.stream().flatMap(wish -> nearest(ways(wish)).stream()).toList();
    }

    List<Why> of(List<UnmetWish> unmet, boolean frees, Weighing weighing) {
        return unmet.stream()
                .map(wish -> why(wish, ways(wish), weighing, frees))
                .toList();
    }

    private List<Draft> ways(UnmetWish wish) {
        return found.computeIfAbsent(
                wish,
                one -> isFixed(one)
                        ? List.of()
                        : near(one).orElseGet(() -> otherwise(one.line()).all(aim(one))));
    }

    private Why why(UnmetWish wish, List<Draft> ways, Weighing weighing, boolean frees) {
        if (isFixed(wish)) {
            return new Why(wish, Optional.empty(), 0, 0, Map.of(), Optional.empty());
        }
        Optional<Priced> cheapest = nearest(ways).stream()
                .map(way -> weighing.price(way))
                .min(Comparator.comparingLong(Priced::unplaced).thenComparingLong(Priced::total));
        return new Why(
                wish,
                cheapest,
                ways.size(),
                nearest(ways).size(),
                otherwise(wish.line()).obstacles(aim(wish)),
                cheapest.isPresent() ? Optional.empty() : Reliefs.smallest(facts, sessions, wish.line(), aim(wish)));
    }

    private static List<Draft> nearest(List<Draft> ways) {
        return oneEachMoment(ways).limit(WEIGHED).toList();
    }

    static Stream<Draft> oneEachMoment(List<Draft> ways) {
        Map<Object, Draft> first = new LinkedHashMap<>();
        ways.forEach(way -> first.putIfAbsent(List.of(way.day(), way.start(), way.place()), way));
        return first.values().stream();
    }

    /** In the towns of its own schools, where that will do: elsewhere is not looked at then. */
    private Optional<List<Draft>> near(UnmetWish wish) {
        if (wish.kind() != Wish.Kind.FORMAT || wish.values().contains("ECOLE")) {
            return Optional.empty();
        }
        Map<String, SchoolFacts> schools = facts.schoolsByUai();
        return Optional.of(otherwise(wish.line())
                        .all(Aim.in(session(wish.line()).seats().keySet().stream()
                                .map(schools::get)
                                .filter(Objects::nonNull)
                                .map(SchoolFacts::commune)
                                .distinct()
                                .toList())))
                .filter(ways -> !ways.isEmpty());
    }

    /** The format of a module stands in the catalogue; no session changes it. */
    public boolean isFixed(UnmetWish wish) {
        boolean remote = session(wish.line()).module().format() == Format.DISTANCE;
        return wish.kind() == Wish.Kind.FORMAT && (remote || wish.values().equals(Set.of("VISIO")))
                || wish.kind() == Wish.Kind.SLOT && wish.values().equals(Set.of("JOURNEE_DECHARGE"));
    }

    Aim aim(UnmetWish wish) {
        return switch (wish.kind()) {
            case SLOT -> Aim.at((day, start) -> wish.values().contains(Wish.slot(day, start)));
            case FORMAT ->
                Aim.in(
                        wish.values().contains("ECOLE")
                                ? List.of(wish.uai())
                                : places(session(wish.line()))
                                        .filter(place -> !place.equals(wish.uai()))
                                        .toList());
            case TRAVEL ->
                Aim.in(places(session(wish.line()))
                        .filter(place -> wishes.isNear(wish.uai(), place, UnmetWishes.most(wish.values())))
                        .toList());
            case PARTNER -> Aim.ANY;
        };
    }

    /** Where the schools of the same vague can meet: schools, rooms elsewhere, towns. */
    Stream<String> places(Draft session) {
        List<SchoolFacts> schools = facts.schools().stream()
                .filter(school -> facts.vagues().stream()
                        .filter(vague -> Objects.equals(vague.rank(), session.vagueRank()))
                        .map(VagueFacts::schoolUais)
                        .anyMatch(uais -> uais.contains(school.uai())))
                .toList();
        List<String> communes =
                schools.stream().map(SchoolFacts::commune).distinct().toList();
        List<String> places = new ArrayList<>();
        schools.forEach(school -> places.add(school.uai()));
        facts.roomsElsewhere().stream()
                .filter(room -> communes.contains(room.commune()))
                .map(RoomFacts::place)
                .distinct()
                .forEach(places::add);
        places.addAll(communes);
        return places.stream();
    }
}
