package fr.forment.alternative;

import fr.forment.french.French;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.calculation.AgainWith;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Wish;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** One session of a plan: how else it could be held, and what stands in the way of wishes. Pure. */
public final class SessionAlternatives {

    public static final int OFFERED = 3;
    /** Priced before the best are offered: a price takes some milliseconds. */
    private static final int PRICED = 14;

    private static final Map<String, String> SLOTS = Map.of(
            "MERCREDI_MATIN",
            "le mercredi matin",
            "MERCREDI_APRES_MIDI",
            "le mercredi après-midi",
            "SOIR",
            "un soir après la classe",
            "JOURNEE_DECHARGE",
            "le jour de décharge");

    private final PlanBasis basis;
    private final List<Draft> sessions;
    private final int line;
    private final Draft session;
    private final Otherwise otherwise;
    private final Score now;

    private SessionAlternatives(PlanBasis basis, List<Draft> sessions, int line) {
        this.basis = basis;
        this.sessions = sessions;
        this.line = line;
        this.session = sessions.stream()
                .filter(draft -> draft.line() == line)
                .findFirst()
                .orElseThrow();
        this.otherwise = Otherwise.of(basis.facts(), sessions, line);
        this.now = PlanSolver.score(basis.facts(), sessions);
    }

    /** @param sessions of the plan, with the changes thought about so far */
    public static SessionAlternatives of(PlanBasis basis, List<Draft> sessions, int line) {
        return new SessionAlternatives(basis, sessions, line);
    }

    public Draft session() {
        return session;
    }

    /** The cheapest three of the nearest ones, each at another moment or, failing that, with another trainer. */
    public List<Priced> best() {
        List<Draft> ways = otherwise.all();
        List<Draft> tried = new ArrayList<>(
                oneEachMoment(ways).stream().limit(PRICED - OFFERED).toList());
        ways.stream()
                .filter(way -> way.day().equals(session.day()) && !tried.contains(way))
                .limit(OFFERED)
                .forEach(tried::add);
        return tried.stream()
                .map(this::priced)
                .filter(priced -> priced.unplaced() <= 0)
                .sorted(Comparator.comparingLong(Priced::total))
                .limit(OFFERED)
                .toList();
    }

    private static List<Draft> oneEachMoment(List<Draft> ways) {
        return List.copyOf(ways.stream()
                .collect(Collectors.toMap(
                        way -> way.day().atTime(way.start()), way -> way, (first, other) -> first, LinkedHashMap::new))
                .values());
    }

    /** Why there are not more; empty where there are enough. */
    public Optional<String> whyFew() {
        return otherwise.all().size() >= OFFERED
                ? Optional.empty()
                : Optional.of(hindrances(otherwise.obstacles((day, start) -> true)));
    }

    private Priced priced(Draft way) {
        Score then = PlanSolver.score(basis.facts(), otherwise.with(way));
        Map<Goal, Long> more = new EnumMap<>(Goal.class);
        then.goals().forEach((goal, units) -> {
            long difference = units - now.goals().getOrDefault(goal, 0L);
            if (difference != 0 && basis.weights().of(goal) > 0) {
                more.put(goal, difference);
            }
        });
        return new Priced(
                way,
                more,
                then.unplaced() - now.unplaced() + Math.max(0, then.broken() - now.broken()),
                then.total(basis.weights()) - now.total(basis.weights()));
    }

    /** Wishes for a moment that the session does not follow. */
    public List<WishAnswer> wishes() {
        List<WishAnswer> answers = new ArrayList<>();
        for (String uai : new TreeSet<>(session.seats().keySet())) {
            Set<String> wished = basis.facts().conditions().wishes().stream()
                    .filter(wish ->
                            wish.kind() == Wish.Kind.SLOT && wish.schoolUai().equals(uai))
                    .map(Wish::value)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!wished.isEmpty() && !wished.contains(Wish.slot(session.day(), session.start()))) {
                answers.add(new WishAnswer(uai, inFrench(wished), why(wished)));
            }
        }
        return answers;
    }

    private static String inFrench(Collection<String> slots) {
        return slots.stream().map(slot -> SLOTS.getOrDefault(slot, slot)).collect(Collectors.joining(" ou "));
    }

    private String why(Set<String> wished) {
        BiPredicate<LocalDate, LocalTime> fits = (day, start) -> wished.contains(Wish.slot(day, start));
        Optional<Priced> possible = oneEachMoment(otherwise.all(fits)).stream()
                .limit(PRICED)
                .map(this::priced)
                .min(Comparator.comparingLong(Priced::total));
        return possible.map(found -> "C'est possible le "
                        + French.day(found.way().day()) + " à "
                        + French.time(found.way().start()) + " : "
                        + Prices.inFrench(found.more(), found.unplaced()) + ".")
                .orElseGet(() -> hindrances(otherwise.obstacles(fits)) + freed(fits));
    }

    /** Everything was tried: this is counted, not guessed. */
    private static String hindrances(Map<Hindrance, Integer> found) {
        int tried = found.values().stream().mapToInt(Integer::intValue).sum();
        return tried == 0
                ? "Aucun jour de classe du plan ne correspond."
                : "Tant que les autres sessions restent où elles sont, aucun des "
                        + French.count(tried, "moment essayé", "moments essayés") + " ne convient : "
                        + found.entrySet().stream()
                                .sorted(Map.Entry.<Hindrance, Integer>comparingByValue()
                                        .reversed())
                                .map(entry -> French.number(entry.getValue()) + " fois, "
                                        + entry.getKey().phrase())
                                .collect(Collectors.joining(" ; "))
                        + ".";
    }

    /** The smallest thing that would free the wish: tried with one trainer more. */
    private String freed(BiPredicate<LocalDate, LocalTime> fits) {
        return Otherwise.of(AgainWith.oneMoreTrainer(basis.facts(), session.module()), sessions, line)
                .all(fits)
                .stream()
                .findFirst()
                .map(way -> " Une demi-journée de plus d'une personne habilitée suffirait, par exemple le "
                        + French.day(way.day()) + " à " + French.time(way.start()) + ".")
                .orElse("");
    }

    /** The way that a change asks for, if it can be. */
    Optional<Draft> way(Change change) {
        return otherwise.all((day, start) -> day.equals(change.day()) && start.equals(change.start())).stream()
                .filter(change::isTo)
                .findFirst();
    }

    /** The whole plan with a way taken. */
    List<Draft> with(Draft way) {
        return otherwise.with(way);
    }
}
