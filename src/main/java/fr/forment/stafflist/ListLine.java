package fr.forment.stafflist;

import fr.forment.account.AgentFunction;
import fr.forment.french.Names;
import fr.forment.people.Agent;
import fr.forment.stafflist.reading.StaffLine;
import java.time.LocalDate;

/**
 * A line of a deposited file with what becomes of it; after them, people the file leaves out (line 0).
 *
 * @param uai null, as the names, when the line cannot be read
 * @param agentId the known person it is about, or null
 * @param agentVersion of that person when the line was judged
 * @param decision the code of the answer to the question, null while nobody answered
 * @param addressRefused its address is not for who brings the file to write: the rest of the line is
 * @param mainSeq another line of the same person, which says the main school
 */
record ListLine(
        long importId,
        int seq,
        long line,
        Outcome outcome,
        String reason,
        String uai,
        String lastName,
        String firstName,
        String foldedName,
        String email,
        AgentFunction function,
        Integer quotity,
        Boolean constellation,
        LocalDate arrivesOn,
        LocalDate leavesOn,
        StaffLine.Said said,
        Long agentId,
        Integer agentVersion,
        Question question,
        String decision,
        Integer mainSeq,
        boolean addressRefused) {

    private static final int LONGEST_REASON = 1000;

    /** A line that was read and is not judged yet. */
    static ListLine read(long importId, int seq, StaffLine line) {
        return new ListLine(
                importId,
                seq,
                line.line(),
                Outcome.DOUBTFUL,
                "",
                line.uai(),
                line.lastName(),
                line.firstName(),
                Names.fold(line.lastName() + " " + line.firstName()),
                line.email(),
                line.function(),
                line.quotity(),
                line.constellation(),
                line.arrivesOn(),
                line.leavesOn(),
                line.said(),
                null,
                null,
                null,
                null,
                null,
                false);
    }

    static ListLine unreadable(long importId, int seq, long line, String why) {
        return new ListLine(
                importId,
                seq,
                line,
                Outcome.TO_FIX,
                cut(why),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    /** Counts the lines above it. */
    static ListLine total(long importId, int seq, long line) {
        return unreadable(importId, seq, line, "ligne de total : elle ne décrit personne")
                .becomes(Outcome.SKIPPED, "ligne de total : elle ne décrit personne", null);
    }

    boolean isReadable() {
        return foldedName != null;
    }

    StaffLine content() {
        return new StaffLine(
                line,
                uai,
                lastName,
                firstName,
                addressRefused ? null : email,
                function,
                quotity,
                constellation,
                arrivesOn,
                leavesOn,
                said);
    }

    ListLine becomes(Outcome what, String why, Agent who) {
        return new ListLine(
                importId,
                seq,
                line,
                what,
                cut(why),
                uai,
                lastName,
                firstName,
                foldedName,
                email,
                function,
                quotity,
                constellation,
                arrivesOn,
                leavesOn,
                said,
                who == null ? null : who.id(),
                who == null ? null : who.version(),
                question,
                decision,
                mainSeq,
                addressRefused);
    }

    ListLine asks(Question what, String why) {
        return new ListLine(
                importId,
                seq,
                line,
                Outcome.DOUBTFUL,
                cut(why),
                uai,
                lastName,
                firstName,
                foldedName,
                email,
                function,
                quotity,
                constellation,
                arrivesOn,
                leavesOn,
                said,
                null,
                null,
                what,
                null,
                mainSeq,
                false);
    }

    ListLine answered(String code) {
        return new ListLine(
                importId,
                seq,
                line,
                outcome,
                reason,
                uai,
                lastName,
                firstName,
                foldedName,
                email,
                function,
                quotity,
                constellation,
                arrivesOn,
                leavesOn,
                said,
                agentId,
                agentVersion,
                question,
                code,
                mainSeq,
                addressRefused);
    }

    ListLine besides(Integer main) {
        return new ListLine(
                importId,
                seq,
                line,
                outcome,
                reason,
                uai,
                lastName,
                firstName,
                foldedName,
                email,
                function,
                quotity,
                constellation,
                arrivesOn,
                leavesOn,
                said,
                agentId,
                agentVersion,
                question,
                decision,
                main,
                addressRefused);
    }

    /** The same line, its address written or not. */
    ListLine withAddress(boolean written) {
        return new ListLine(
                importId,
                seq,
                line,
                outcome,
                reason,
                uai,
                lastName,
                firstName,
                foldedName,
                email,
                function,
                quotity,
                constellation,
                arrivesOn,
                leavesOn,
                said,
                agentId,
                agentVersion,
                question,
                decision,
                mainSeq,
                !written);
    }

    ListLine says(String more) {
        return new ListLine(
                importId,
                seq,
                line,
                outcome,
                cut(reason.isEmpty() ? more : reason + " ; " + more),
                uai,
                lastName,
                firstName,
                foldedName,
                email,
                function,
                quotity,
                constellation,
                arrivesOn,
                leavesOn,
                said,
                agentId,
                agentVersion,
                question,
                decision,
                mainSeq,
                addressRefused);
    }

    private static String cut(String why) {
        return why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON - 1) + "…";
    }
}
