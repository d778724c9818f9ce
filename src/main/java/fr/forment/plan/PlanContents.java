package fr.forment.plan;

import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Fills a version with sessions, and looks at them anew whenever they change. Called inside the transaction of the
 * services.
 */
@Component
@RequiredArgsConstructor
class PlanContents {

    private final PlanFactsReader reader;
    private final PlanLines lines;
    private final PlanWeightsService weights;
    private final PlanRepository plans;
    private final Journal journal;
    private final PlanFindings findings;
    private final PlanAsides asides;
    private final ApplicationEventPublisher events;

    /** Returns how many sessions there are. */
    int calculate(Plan plan) {
        PlanFacts facts = reader.of(plan);
        List<Draft> drafts = new ArrayList<>(PlanCalculator.propose(facts));
        drafts.sort(Comparator.comparing(Draft::vagueRank, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Draft::day)
                .thenComparing(Draft::start)
                .thenComparing(draft -> draft.module().code()));
        for (int n = 0; n < drafts.size(); n++) {
            lines.add(plan.id(), session(n + 1, drafts.get(n)));
        }
        asides.write(plan);
        weights.settle(plan);
        check(plan, facts);
        return drafts.size();
    }

    void copy(Plan from, Plan to) {
        lines.add(
                to.id(),
                lines.of(from.id()).stream()
                        .sorted(Comparator.comparingInt(PlannedSession::line))
                        .toList());
        asides.copy(from.id(), to.id());
        lines.pinned(from.id()).forEach(line -> lines.pin(to.id(), line, true));
        weights.keep(to.id(), weights.of(from));
        events.publishEvent(new Plan.Copied(from.id(), to.id()));
        check(to);
    }

    /**
     * The first number that no session of the chain, or of the plan in force, ever had. A removed session keeps its
     * number for ever: remarks and the history speak of it.
     */
    int nextLine(Plan plan) {
        List<Long> chain = plans.chain(plan.rootId()).stream().map(Plan::id).toList();
        IntStream there = Stream.concat(chain.stream(), Stream.ofNullable(plan.basePlanId()))
                .flatMap(id -> lines.of(id).stream())
                .mapToInt(PlannedSession::line);
        IntStream told = journal.ofAll(Plan.JOURNAL, chain).stream()
                .map(JournalEntry::part)
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt);
        return IntStream.concat(there, told).max().orElse(0) + 1;
    }

    void check(Plan plan) {
        check(plan, reader.of(plan));
    }

    PlanFactsReader.Read read(PlanRights.Located located) {
        return reader.read(located);
    }

    PlanFacts facts(Plan plan) {
        return reader.of(plan);
    }

    private void check(Plan plan, PlanFacts facts) {
        var check = new PlanCheck(facts, lines.of(plan.id()));
        findings.replace(plan.id(), facts.needs(), check.loads(), check.lacks(), check.warnings());
    }

    static PlannedSession session(int line, Draft draft) {
        var module = draft.module();
        return new PlannedSession(
                0,
                0,
                line,
                draft.vagueRank() == null ? Phase.FORMATEURS : Phase.VAGUE,
                draft.vagueRank(),
                module.code(),
                draft.day(),
                draft.start(),
                module.minutes(),
                draft.place(),
                module.format(),
                draft.capacity(),
                module.trainerKind(),
                draft.trainerId(),
                draft.profiles(),
                draft.seats(),
                draft.expected());
    }
}
