package fr.forment.incident;

import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.HalfDayRepair;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.conditions.ResourceCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sessions that no single line says, on several dates or given by several people: each half-day that is hit finds
 * somebody else, or another day. What is past stays; once a session has begun, its dates do.
 */
final class SpreadSessions {

    private final StandingPlan standing;
    private final PlanFacts facts;
    private final LocalDate today;
    private final Map<Integer, PlannedSession> parts = new TreeMap<>();

    /** @param facts after what happened */
    SpreadSessions(StandingPlan standing, PlanFacts facts, LocalDate today) {
        this.standing = standing;
        this.facts = facts.leaving(standing.byHand().values().stream()
                .flatMap(List::stream)
                .map(StandingPlans::taken)
                .toList());
        this.today = today;
        int number = -1;
        for (List<PlannedSession> all : new TreeMap<>(standing.byHand()).values()) {
            for (PlannedSession part : all) {
                parts.put(number--, part);
            }
        }
    }

    /**
     * @param others all other sessions, as they are to be
     * @param lines numbers of the sessions asked about
     */
    List<Aftermath.Spread> of(List<Draft> others, Set<Integer> lines) {
        List<Draft> all = new ArrayList<>(others);
        Map<Integer, Draft> drafts = new HashMap<>();
        parts.forEach((number, part) -> draft(number, part).ifPresent(draft -> {
            drafts.put(number, draft);
            all.add(draft);
        }));
        ResourceCheck check = new ResourceCheck(facts, List.copyOf(parts.values()));
        var repair =
                new HalfDayRepair(facts, all, draft -> check.problems(as(draft)).isEmpty());
        List<Aftermath.Spread> found = new ArrayList<>();
        lines.stream().sorted().forEach(line -> mended(line, drafts, check, repair)
                .ifPresent(found::add));
        return found;
    }

    private Optional<Aftermath.Spread> mended(
            int line, Map<Integer, Draft> drafts, ResourceCheck check, HalfDayRepair repair) {
        List<PlannedSession> were = standing.byHand().get(line);
        List<Draft> toCome = new ArrayList<>();
        Set<Integer> hit = new HashSet<>();
        parts.forEach((number, part) -> {
            if (part.line() == line && !part.day().isBefore(today)) {
                Optional.ofNullable(drafts.get(number)).ifPresent(toCome::add);
                if (!check.problems(part).isEmpty()) {
                    hit.add(number);
                }
            }
        });
        if (hit.isEmpty() || toCome.stream().map(Draft::line).noneMatch(hit::contains)) {
            return Optional.empty();
        }
        boolean begun = !were.get(0).day().isAfter(today);
        return repair.of(toCome, hit, begun).map(found -> {
            List<PlannedSession> after = new ArrayList<>(
                    were.stream().filter(part -> part.day().isBefore(today)).toList());
            found.stream().map(this::as).forEach(after::add);
            after.sort(Comparator.comparing(PlannedSession::startsAt));
            return new Aftermath.Spread(
                    were.get(0), standing.published().get(line), List.copyOf(were), List.copyOf(after));
        });
    }

    private Optional<Draft> draft(int number, PlannedSession part) {
        return facts.module(part.moduleCode())
                .map(module -> new Draft(
                        part.vagueRank(),
                        module.lasting(part.minutes()),
                        part.day(),
                        part.start(),
                        part.place(),
                        part.capacity(),
                        part.trainerAgentId(),
                        part.profiles(),
                        part.seats(),
                        part.expected(),
                        number));
    }

    private PlannedSession as(Draft draft) {
        return StandingPlan.moved(parts.get(draft.line()), draft);
    }
}
