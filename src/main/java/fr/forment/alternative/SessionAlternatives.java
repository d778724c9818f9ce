package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.Otherwise.Aim;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How else one session of a plan could be held, the others staying where they are. Pure. */
public final class SessionAlternatives {

    public static final int OFFERED = 3;
    /** Other moments priced before the best are offered. */
    private static final int MOMENTS = 10;
    /** At the same moment: other trainers, other places. */
    private static final int OTHERS = 4;

    /**
     * @param best three at most, cheapest first
     * @param possible ways that break no rule; {@code weighed} of them were priced
     * @param tooLate of those weighed, so many would leave people without their training in time
     * @param obstacles what takes away how many of all days and hours
     */
    public record Offers(
            List<Priced> best, int possible, int weighed, int tooLate, Map<Hindrance, Integer> obstacles) {}

    /** @param offers other ways; @param wishes that the session does not follow */
    public record Answers(Offers offers, List<Why> wishes) {}

    private final PlanFacts facts;
    private final Weights weights;
    private final List<Draft> sessions;
    private final PlanWhys whys;
    private final Draft session;

    /** @param sessions of the plan, with the changes thought about so far */
    public SessionAlternatives(PlanFacts facts, Weights weights, List<Draft> sessions, int line) {
        this.facts = facts;
        this.weights = weights;
        this.sessions = sessions;
        this.whys = new PlanWhys(facts, weights, sessions);
        this.session = whys.session(line);
    }

    public Draft session() {
        return session;
    }

    /** All of it, the plan laid out once. */
    public Answers answers() {
        List<UnmetWish> unmet = whys.unmet(session);
        List<Draft> ways = whys.otherwise(session.line()).all();
        List<Draft> elsewhere = elsewhere();
        List<Draft> tried = tried(ways, elsewhere);
        List<Draft> weighed = new ArrayList<>(tried);
        weighed.addAll(whys.candidates(unmet));
        try (var weighing = new Weighing(facts, weights, sessions, weighed)) {
            return new Answers(offers(tried, ways.size() + elsewhere.size(), weighing), whys.of(unmet, true, weighing));
        }
    }

    /** The smallest thing more with which it could be held otherwise, as it stands first of all. */
    public Optional<Reliefs.Found> freed() {
        return Reliefs.smallest(facts, sessions, session.line());
    }

    private Offers offers(List<Draft> tried, int possible, Weighing weighing) {
        List<Priced> priced = tried.stream()
                .map(weighing::price)
                .sorted(Comparator.comparingLong(Priced::total))
                .toList();
        List<Priced> best = new ArrayList<>();
        priced.stream()
                .filter(each -> each.unplaced() <= 0)
                .filter(each ->
                        best.size() < OFFERED && best.stream().noneMatch(other -> isAlike(each.way(), other.way())))
                .forEach(best::add);
        return new Offers(
                best,
                possible,
                tried.size(),
                (int) priced.stream().filter(each -> each.unplaced() > 0).count(),
                whys.otherwise(session.line()).obstacles(Aim.ANY));
    }

    private List<Draft> tried(List<Draft> ways, List<Draft> elsewhere) {
        List<Draft> tried = new ArrayList<>(
                PlanWhys.oneEachMoment(ways.stream().filter(way -> !isNow(way)).toList())
                        .limit(session.vagueRank() == null ? OFFERED : MOMENTS)
                        .toList());
        ways.stream().filter(this::isNow).limit(OTHERS).forEach(tried::add);
        elsewhere.stream().limit(OTHERS).forEach(tried::add);
        return tried;
    }

    /** At the same moment by the same trainer in another place, the first where the ways are shortest. */
    private List<Draft> elsewhere() {
        if (session.vagueRank() == null
                || session.module().isHeldBySchool()
                || UnmetWishes.format(session, "").equals("VISIO")) {
            return List.of();
        }
        var there = new Aim(
                (day, start) -> day.equals(session.day()) && start.equals(session.start()),
                whys.places(session)
                        .filter(place -> !place.equals(session.place()))
                        .toList());
        var roads = new Roads(facts);
        return whys.otherwise(session.line()).all(there).stream()
                .filter(way -> way.trainerId() == null || way.trainerId().equals(session.trainerId()))
                .sorted(Comparator.comparingDouble(roads::personKilometres))
                .toList();
    }

    private boolean isNow(Draft way) {
        return way.day().equals(session.day()) && way.start().equals(session.start());
    }

    private boolean isAlike(Draft one, Draft other) {
        boolean sameMoment = one.day().equals(other.day()) && one.start().equals(other.start());
        return sameMoment
                && (!isNow(one)
                        || one.place().equals(session.place()) == other.place().equals(session.place()));
    }

    /** The way that a change asks for, if it can be. */
    Optional<Draft> way(Change change) {
        return Optional.of(new Aim((day, start) -> day.equals(change.day()) && start.equals(change.start()), List.of()))
                .flatMap(aim -> whys.otherwise(session.line()).all(aim).stream()
                        .filter(change::isTo)
                        .findFirst()
                        .or(() ->
                                whys
                                        .otherwise(session.line())
                                        .all(new Aim(aim.when(), List.of(change.place())))
                                        .stream()
                                        .filter(change::isTo)
                                        .findFirst()));
    }

    /** The whole plan with a way taken. */
    List<Draft> with(Draft way) {
        return whys.otherwise(session.line()).with(way);
    }
}
