package fr.forment.stafflist;

import fr.forment.account.AgentFunction;
import fr.forment.french.Names;
import fr.forment.people.Agent;
import fr.forment.stafflist.reading.StaffLine;
import java.time.LocalDate;
import java.util.function.Consumer;

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
        ListQuestion question,
        String decision,
        Integer mainSeq,
        boolean addressRefused) {

    private static final int LONGEST_REASON = 1000;

    /** A line that was read and is not judged yet. */
    static ListLine read(long importId, int seq, StaffLine line) {
        return of(importId, seq, line, Names.fold(line.lastName() + " " + line.firstName()));
    }

    private static ListLine of(long importId, int seq, StaffLine line, String foldedName) {
        return new ListLine(
                importId,
                seq,
                line.line(),
                Outcome.DOUBTFUL,
                "",
                line.uai(),
                line.lastName(),
                line.firstName(),
                foldedName,
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
        var nobody = new StaffLine(line, null, null, null, null, null, null, null, null, null, null);
        return of(importId, seq, nobody, null).with(fate -> {
            fate.outcome = Outcome.TO_FIX;
            fate.reason = cut(why);
        });
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
        return with(fate -> {
            fate.outcome = what;
            fate.reason = cut(why);
            fate.agentId = who == null ? null : who.id();
            fate.agentVersion = who == null ? null : who.version();
        });
    }

    ListLine asks(ListQuestion what, String why) {
        return becomes(Outcome.DOUBTFUL, why, null).with(fate -> {
            fate.question = what;
            fate.decision = null;
            fate.addressRefused = false;
        });
    }

    ListLine answered(String code) {
        return with(fate -> fate.decision = code);
    }

    ListLine besides(Integer main) {
        return with(fate -> fate.mainSeq = main);
    }

    /** The same line, its address written or not. */
    ListLine withAddress(boolean written) {
        return with(fate -> fate.addressRefused = !written);
    }

    ListLine says(String more) {
        return with(fate -> fate.reason = cut(reason.isEmpty() ? more : reason + " ; " + more));
    }

    /** What becomes of a line, while it changes. */
    private static final class Fate {
        private Outcome outcome;
        private String reason;
        private Long agentId;
        private Integer agentVersion;
        private ListQuestion question;
        private String decision;
        private Integer mainSeq;
        private boolean addressRefused;
    }

    private ListLine with(Consumer<Fate> change) {
        Fate fate = new Fate();
        fate.outcome = outcome;
        fate.reason = reason;
        fate.agentId = agentId;
        fate.agentVersion = agentVersion;
        fate.question = question;
        fate.decision = decision;
        fate.mainSeq = mainSeq;
        fate.addressRefused = addressRefused;
        change.accept(fate);
        return new ListLine(
                importId,
                seq,
                line,
                fate.outcome,
                fate.reason,
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
                fate.agentId,
                fate.agentVersion,
                fate.question,
                fate.decision,
                fate.mainSeq,
                fate.addressRefused);
    }

    private static String cut(String why) {
        return why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON - 1) + "…";
    }
}
