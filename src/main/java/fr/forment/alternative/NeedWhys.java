package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.FreeSeats;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.Otherwise.Aim;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds out why people have no seat: tries every session there is, then every moment for one of their own. Pure. */
public final class NeedWhys {

    private final PlanFacts facts;
    private final List<Draft> sessions;
    private final int fresh;
    private final FreeSeats free;

    /** @param sessions of the plan, each under its number */
    public NeedWhys(PlanFacts facts, List<Draft> sessions) {
        this.facts = facts;
        this.sessions = sessions;
        this.fresh = 1 + sessions.stream().mapToInt(Draft::line).max().orElse(0);
        this.free = new FreeSeats(facts, sessions);
    }

    public List<NeedWhy> all() {
        return Unseated.of(facts, sessions).stream().map(this::of).toList();
    }

    public NeedWhy of(Unseated group) {
        FreeSeats.Found seats = free.of(group.vague().rank(), group.module(), group.free());
        Map<String, Integer> left = new TreeMap<>(group.free());
        left.keySet().removeAll(seats.bySchool().keySet());
        boolean handful = Unseated.sum(left) > 0
                && Unseated.sum(left) < PlanCalculator.FEWEST
                && !group.module().isCompulsory()
                && !group.module().isHeldBySchool();
        Optional<Draft> own = handful ? Optional.empty() : own(group, left);
        own.ifPresent(session -> session.seats()
                .forEach((uai, people) ->
                        left.computeIfPresent(uai, (school, all) -> all.equals(people) ? null : all - people)));
        boolean stuck = !left.isEmpty() && own.isEmpty();
        Optional<Draft> asked = stuck ? Optional.of(hypothetical(group, left, facts.from())) : Optional.empty();
        Optional<Relief> hours = group.lacking().isEmpty() ? Optional.empty() : MoreHours.of(facts, sessions, group);
        return new NeedWhy(
                group,
                seats.sessions(),
                own,
                left,
                handful,
                seats.obstacles(),
                asked.map(session -> otherwise(facts, session).obstacles(Aim.ANY))
                        .orElse(Map.of()),
                asked.flatMap(this::freed),
                hours,
                hours.map(more -> then(group, more)).orElse(null),
                group.lacking().isEmpty() || facts.goesBeyondHours() ? null : chosen(group));
    }

    /** @param people of the circonscription without a seat in this module */
    public TrainersWhy ofTrainers(ModuleFacts module, int people) {
        var asked = new Draft(
                null,
                module,
                facts.from(),
                Slot.AFTERNOON,
                facts.town(),
                module.groupSize(),
                null,
                Set.copyOf(module.profiles()),
                Map.of(),
                Math.min(people, module.groupSize()),
                fresh);
        Otherwise ways = otherwise(facts, asked);
        Optional<Draft> found = ways.all().stream().findFirst();
        return new TrainersWhy(
                module, people, found, ways.obstacles(Aim.ANY), found.isPresent() ? Optional.empty() : freed(asked));
    }

    private NeedWhy then(Unseated group, Relief more) {
        return new NeedWhys(more.facts(), sessions).of(group.withTheTime());
    }

    /** Only what must precede the opening goes beyond hours. */
    private NeedWhy chosen(Unseated group) {
        if (!group.module().isCompulsory()) {
            return null;
        }
        PlanFacts chosen = facts.with(facts.conditions().withBeyondHours(true));
        return Unseated.of(chosen, sessions).stream()
                .filter(each -> each.vague().rank() == group.vague().rank()
                        && each.module().code().equals(group.module().code()))
                .findFirst()
                .map(new NeedWhys(chosen, sessions)::of)
                .orElse(null);
    }

    private Optional<Reliefs.Found> freed(Draft asked) {
        List<Draft> with = new ArrayList<>(sessions);
        with.add(asked);
        return Reliefs.smallest(facts, with, asked.line(), Aim.ANY);
    }

    private Otherwise otherwise(PlanFacts known, Draft asked) {
        List<Draft> with = new ArrayList<>(sessions);
        with.add(asked);
        return Otherwise.of(known, with, asked.line());
    }

    int places(Draft session) {
        return free.places(session);
    }

    /** All of them together, else one school by itself; before the opening, else after it. */
    private Optional<Draft> own(Unseated group, Map<String, Integer> left) {
        List<Map<String, Integer>> tries = new ArrayList<>();
        if (!left.isEmpty() && !group.module().isHeldBySchool()) {
            tries.add(left);
        }
        left.forEach((uai, people) -> {
            if (people >= PlanCalculator.FEWEST
                    || group.module().isCompulsory()
                    || group.module().isHeldBySchool()) {
                tries.add(Map.of(uai, people));
            }
        });
        return tries.stream()
                .flatMap(people ->
                        List.of(facts.from(), facts.until()).stream().map(day -> hypothetical(group, people, day)))
                .flatMap(asked -> otherwise(facts, asked).all().stream().limit(1))
                .findFirst();
    }

    /** @param day from which the nearest is looked for */
    private Draft hypothetical(Unseated group, Map<String, Integer> people, LocalDate day) {
        return free.asked(group.vague().rank(), group.module(), people, day, fresh);
    }
}
