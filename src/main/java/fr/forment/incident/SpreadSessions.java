package fr.forment.incident;

import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.repair.HalfDayRepair;
import fr.forment.plan.conditions.ResourceCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sessions that no single line says, on several dates or given by several people: each half-day that is hit finds
 * somebody else, together with all other sessions that are hit, or another day. What is past stays; of a session under
 * way only the days still to come move.
 */
final class SpreadSessions {

    private final StandingPlan standing;
    private final PlanFacts facts;
    private final LocalDate today;
    private final Map<Integer, PlannedSession> parts = new TreeMap<>();
    private final Map<Integer, Draft> drafts = new HashMap<>();
    private final ResourceCheck check;

    /** @param facts after what happened */
    SpreadSessions(StandingPlan standing, PlanFacts facts, LocalDate today) {
        this.standing = standing;
        this.facts = facts;
        this.today = today;
        int number = -1;
        for (List<PlannedSession> all : new TreeMap<>(standing.byHand()).values()) {
            for (PlannedSession part : all) {
                parts.put(number--, part);
            }
        }
        parts.forEach((key, part) -> draft(key, part).ifPresent(draft -> drafts.put(key, draft)));
        this.check = new ResourceCheck(facts, List.copyOf(parts.values()));
    }

    /** Half-days to come that are hit. @param lines numbers of the sessions asked about */
    List<Draft> hit(Set<Integer> lines) {
        return parts.entrySet().stream()
                .filter(each -> lines.contains(each.getValue().line()))
                .filter(each -> !each.getValue().day().isBefore(today))
                .filter(each -> !check.problems(each.getValue()).isEmpty())
                .map(each -> drafts.get(each.getKey()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The time that half-days take. */
    List<Busy> taken(List<Draft> halfDays) {
        return halfDays.stream()
                .map(half -> StandingPlans.taken(parts.get(half.line())))
                .toList();
    }

    /** Whether a half-day keeps to what people said. */
    boolean holds(Draft draft) {
        return check.problems(as(draft)).isEmpty();
    }

    /**
     * @param others all other sessions, as they are to be
     * @param lines numbers of the sessions asked about
     * @param agreed half-days that keep their moment, as they were found together with the others
     */
    List<Aftermath.Spread> of(List<Draft> others, Set<Integer> lines, Map<Integer, Draft> agreed) {
        List<Draft> all = new ArrayList<>(others);
        all.addAll(drafts.values());
        var repair = new HalfDayRepair(
                facts.leaving(parts.values().stream().map(StandingPlans::taken).toList()), all, this::holds, agreed);
        List<Aftermath.Spread> found = new ArrayList<>();
        lines.stream().sorted().forEach(line -> mended(line, repair).ifPresent(found::add));
        return found;
    }

    private Optional<Aftermath.Spread> mended(int line, HalfDayRepair repair) {
        List<PlannedSession> were = standing.byHand().get(line);
        boolean begun = !were.get(0).day().isAfter(today);
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
        Set<Integer> ofToday = toCome.stream()
                .filter(part -> begun && part.day().equals(today))
                .map(Draft::line)
                .collect(Collectors.toSet());
        return repair.of(toCome, hit, ofToday).map(found -> {
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
