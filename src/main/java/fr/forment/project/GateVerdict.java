package fr.forment.project;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answer of the opening gate. Only {@link OpeningGate} makes one, so nobody opens a school on a verdict of his own.
 */
public final class GateVerdict {

    private final GateFacts facts;
    private final Set<GateReason> reasons;

    GateVerdict(GateFacts facts, Set<GateReason> reasons) {
        this.facts = facts;
        this.reasons = Set.copyOf(reasons);
    }

    public boolean isOpen() {
        return reasons.isEmpty();
    }

    public GateFacts facts() {
        return facts;
    }

    /** What is missing; empty when the school may open. */
    public Set<GateReason> reasons() {
        return reasons;
    }

    /** In French, one sentence: "la charte n'est pas signée ; …". */
    public String sentence() {
        return reasons.stream().sorted().map(GateReason::label).collect(Collectors.joining(" ; "));
    }
}
