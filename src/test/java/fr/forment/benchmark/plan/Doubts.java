package fr.forment.benchmark.plan;

import fr.forment.alternative.NeedWhy;
import fr.forment.alternative.UnmetWish;
import fr.forment.alternative.UnmetWishes;
import fr.forment.alternative.Why;
import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.PlanSolver;
import fr.forment.plan.calculation.Score;
import fr.forment.plan.calculation.Search;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tries to prove a "why" false: the wish is forced, every other session is pinned, and the search, which shares no code
 * with what said so, looks for a plan; or every session is judged with the people in it.
 */
final class Doubts {

    private static final int ALL_THE_TIME = 100_000;

    private Doubts() {}

    static List<String> of(WhyGround.Case one, Why why, long seed, int steps) {
        String who = one.name() + " " + why.wish();
        if (why.possible().isPresent()) {
            return price(one, why, who);
        }
        Draft session = line(one.sessions(), why.wish().line());
        PlanFacts facts = forced(one, session, why.wish());
        Goal goal =
                switch (why.wish().kind()) {
                    case SLOT -> Goal.VOEUX_CRENEAU;
                    case FORMAT -> Goal.VOEUX_FORMAT;
                    case TRAVEL -> Goal.VOEUX_TRAJET;
                    case PARTNER -> Goal.VOEUX_PARTENAIRE;
                };
        Search search = Search.ofSteps(new Weights(Map.of(goal, Weights.MOST)), seed, steps);
        List<Draft> found =
                PlanSolver.solve(facts, search, plan -> {}, () -> false).sessions();
        Score base = PlanSolver.score(facts, only(one.sessions(), found));
        Score worth = PlanSolver.score(facts, found);
        boolean followed = found.stream()
                .filter(draft -> Objects.equals(draft.line(), session.line()))
                .anyMatch(draft -> draft.seats().equals(session.seats())
                        && new UnmetWishes(facts).of(draft).isEmpty());
        return followed && worth.broken() <= base.broken() && worth.unplaced() <= base.unplaced()
                ? List.of(who + ": said to be impossible, found " + line(found, session.line()))
                : List.of();
    }

    /** Counted anew from the whole plan, and judged. */
    private static List<String> price(WhyGround.Case one, Why why, String who) {
        Draft way = why.possible().orElseThrow().way();
        List<Draft> changed = new ArrayList<>(one.sessions());
        changed.replaceAll(draft -> draft.line().equals(way.line()) ? way : draft);
        long before = PlanSolver.score(one.facts(), one.sessions()).total(Weights.delivered());
        long after = PlanSolver.score(one.facts(), changed).total(Weights.delivered());
        List<String> wrong = new ArrayList<>();
        if (after - before != why.possible().get().total()) {
            wrong.add(who + ": priced " + why.possible().get().total() + ", costs " + (after - before));
        }
        if (new UnmetWishes(one.facts()).of(way).contains(why.wish())) {
            wrong.add(who + ": said to be possible, does not follow the wish: " + way);
        }
        wrong.addAll(Proofs.newlyBroken(one.facts(), one.sessions(), one.facts(), changed).stream()
                .map(what -> who + ": said to be possible, but " + what)
                .toList());
        return wrong;
    }

    static List<String> of(WhyGround.Case one, NeedWhy why, long seed, int steps) {
        String who = one.name() + " " + why.group().module().code() + " " + why.rest();
        List<String> wrong = new ArrayList<>(Proofs.lacking(one, why));
        if (why.rest().isEmpty() || why.fresh().isPresent()) {
            return wrong;
        }
        why.rest().forEach((uai, people) -> one.sessions().stream()
                .filter(session -> takes(one, why, session, uai, people))
                .findFirst()
                .ifPresent(session -> wrong.add(who + ": " + uai + " could sit in n° " + session.line())));
        Map<String, Integer> needed = new HashMap<>(why.rest());
        List<Draft> found = PlanSolver.solve(
                        pinned(one, null, why.group().module().code(), needed),
                        Search.ofSteps(Weights.delivered(), seed, steps),
                        plan -> {},
                        () -> false)
                .sessions();
        found.stream()
                .filter(draft -> draft.line() == null && draft.vagueRank() != null)
                .filter(draft ->
                        draft.module().code().equals(why.group().module().code()))
                .filter(draft -> draft.seats().keySet().stream().anyMatch(needed::containsKey))
                .findFirst()
                .ifPresent(draft -> wrong.add(who + ": a session of their own was found: " + draft));
        return wrong;
    }

    /** Whoever judges the plan with them in it finds nothing more to say. */
    private static boolean takes(WhyGround.Case one, NeedWhy why, Draft session, String uai, int people) {
        if (!session.module().code().equals(why.group().module().code())
                || session.module().isHeldBySchool()
                || !Objects.equals(session.vagueRank(), why.group().vague().rank())
                || why.seats().stream().anyMatch(seat -> seat.line().equals(session.line()))) {
            return false;
        }
        Draft with = Proofs.with(session, uai, people);
        List<Draft> changed = new ArrayList<>(one.sessions());
        changed.replaceAll(draft -> draft.line().equals(session.line()) ? with : draft);
        return Proofs.newlyBroken(one.facts(), one.sessions(), one.facts(), changed)
                        .isEmpty()
                && PlanSolver.score(one.facts(), changed).broken()
                        <= PlanSolver.score(one.facts(), one.sessions()).broken()
                && PlanJudge.blocking(one.facts(), changed).size()
                        <= PlanJudge.blocking(one.facts(), one.sessions()).size();
    }

    private static PlanFacts forced(WhyGround.Case one, Draft session, UnmetWish wish) {
        PlanFacts facts = pinned(one, session, session.module().code(), session.seats());
        List<Wish> only = wish.values().stream()
                .map(value -> new Wish(wish.uai(), wish.kind(), value))
                .toList();
        var said = facts.conditions();
        return facts.with(new fr.forment.plan.calculation.Conditions(
                said.absences(),
                said.halfDays(),
                said.qualified(),
                said.closed(),
                only,
                Map.of(),
                said.held(),
                said.rooms()));
    }

    /** All others stay; nobody but those people needs anything more, and they have the time. */
    private static PlanFacts pinned(WhyGround.Case one, Draft free, String module, Map<String, Integer> people) {
        PlanFacts facts = one.facts();
        List<Need> needs = new ArrayList<>();
        Stream.concat(
                        people.keySet().stream(),
                        one.sessions().stream()
                                .filter(draft -> draft.module().code().equals(module))
                                .flatMap(draft -> draft.seats().keySet().stream()))
                .distinct()
                .forEach(uai -> facts.needs().stream()
                        .filter(need -> need.schoolUai().equals(uai)
                                && need.moduleCode().equals(module))
                        .findFirst()
                        .ifPresent(need -> needs.add(new Need(
                                uai,
                                module,
                                need.profile(),
                                seated(one, free, module, uai) + people.getOrDefault(uai, 0)))));
        List<Held> held = one.sessions().stream()
                .map(draft -> new Held(draft.line(), draft, !draft.equals(free), false))
                .toList();
        return facts.needing(needs.stream().filter(need -> need.people() > 0).toList())
                .knowing(facts.people().stream()
                        .map(person -> new Person(
                                person.id(), person.function(), person.schoolUai(), ALL_THE_TIME, person.trained()))
                        .toList())
                .with(facts.conditions().with(held));
    }

    private static int seated(WhyGround.Case one, Draft free, String module, String uai) {
        return one.sessions().stream()
                .filter(draft -> !draft.equals(free) && draft.module().code().equals(module))
                .mapToInt(draft -> draft.seats().getOrDefault(uai, 0))
                .sum();
    }

    /** Those of the plan that the search kept: it drops what nobody needs. */
    private static List<Draft> only(List<Draft> sessions, List<Draft> found) {
        return sessions.stream()
                .filter(draft -> found.stream().anyMatch(other -> Objects.equals(other.line(), draft.line())))
                .toList();
    }

    private static Draft line(List<Draft> sessions, int line) {
        return sessions.stream()
                .filter(draft -> Objects.equals(draft.line(), line))
                .findFirst()
                .orElseThrow();
    }
}
