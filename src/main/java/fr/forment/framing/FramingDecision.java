package fr.forment.framing;

import java.time.LocalDate;

/**
 * The answer of a project to one question.
 *
 * @param version counts what was written, from 1
 * @param owner who sees to it: a function, a service, or words
 * @param dueOn when it is done, or to be done
 * @param figure null where nobody typed one and the house counts none
 * @param decidedBy signature of who decided; null while it is only proposed
 */
public record FramingDecision(
        FramingQuestion question,
        int version,
        String text,
        String owner,
        LocalDate dueOn,
        String figure,
        String decidedBy,
        LocalDate decidedOn) {

    public boolean isDecided() {
        return decidedOn != null;
    }
}
