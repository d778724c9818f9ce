package fr.forment.plan;

import fr.forment.french.French;
import fr.forment.journal.JournalEntry;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One version of a training plan: where it stands. Its sessions are read with {@link Plans#sessions(long)}. */
@Table("training_plan")
public class Plan {

    public static final String JOURNAL = "PLAN";

    /** A version was made from another: what rooms above keep with a version goes along, in the same transaction. */
    public record Copied(long fromPlanId, long toPlanId) {}

    /**
     * What an open version is made from changed, by the gesture of somebody who may know nothing of it: it is looked at
     * anew by and by, and the gesture does not hang on it.
     */
    public record Shaken(long planId) {}

    /** People changed a version, or what it is made from, and it was looked at anew. */
    public record Checked(long planId) {}

    @Id
    private Long id;

    @Version
    private Integer version;

    private Long projectId;
    private Long rootId;
    private int series;
    private int number;
    private PlanKind kind;
    private PlanState state;
    private Long basePlanId;
    private String reason;
    private String beyondHours;
    private LocalDate createdOn;
    private LocalDate openedOn;
    private LocalDate submittedOn;
    private LocalDate decidedOn;

    Plan() {}

    /** A line about this version, to be written. */
    public JournalEntry told(String what) {
        return JournalEntry.of(JOURNAL, id).what(what);
    }

    static Plan first(long projectId, LocalDate today) {
        return first(projectId, 1, today);
    }

    /** @param series which one of its kind in the project, from 1: no two versions of a project have one name */
    static Plan first(long projectId, int series, LocalDate today) {
        Plan plan = new Plan();
        plan.projectId = projectId;
        plan.series = series;
        plan.number = 1;
        plan.kind = PlanKind.INITIAL;
        plan.state = PlanState.BROUILLON;
        plan.createdOn = today;
        return plan;
    }

    /** A chain of its own that starts from an approved plan. */
    static Plan amendmentOf(Plan approved, int series, String reason, LocalDate today) {
        if (approved.state != PlanState.APPROUVE) {
            throw new IllegalStateException("only an approved plan is amended, not " + approved.state);
        }
        Plan plan = first(approved.projectId, series, today);
        plan.kind = PlanKind.AVENANT;
        plan.basePlanId = approved.id;
        plan.reason = reason;
        plan.beyondHours = approved.beyondHours;
        return plan;
    }

    /** The version to correct after this one was sent back. */
    Plan next(LocalDate today) {
        expect(PlanState.A_REVISER);
        Plan plan = first(projectId, series, today);
        plan.rootId = rootId();
        plan.number = number + 1;
        plan.kind = kind;
        plan.basePlanId = basePlanId;
        plan.reason = reason;
        plan.beyondHours = beyondHours;
        return plan;
    }

    void calculated() {
        move(PlanState.BROUILLON, PlanState.CALCULE);
    }

    void openToComments(LocalDate today) {
        move(PlanState.CALCULE, PlanState.EN_CONCERTATION);
        openedOn = today;
    }

    /** From the consultation, or straight after a revision. */
    void submit(LocalDate today) {
        if (state != PlanState.EN_CONCERTATION) {
            expect(PlanState.CALCULE);
        }
        state = PlanState.SOUMIS;
        submittedOn = today;
    }

    void decide(Verdict verdict, LocalDate today) {
        move(
                PlanState.SOUMIS,
                switch (verdict) {
                    case APPROUVER -> PlanState.APPROUVE;
                    case RENVOYER -> PlanState.A_REVISER;
                    case REJETER -> PlanState.REJETE;
                });
        decidedOn = today;
    }

    void replaced() {
        move(PlanState.APPROUVE, PlanState.REMPLACE);
    }

    /** Given up: an amendment nobody wants any more, or a project that was abandoned. */
    void close() {
        if (!state.isOpen()) {
            throw new IllegalStateException("plan " + id + " is " + state);
        }
        state = PlanState.CLOS;
    }

    private void move(PlanState from, PlanState to) {
        expect(from);
        state = to;
    }

    private void expect(PlanState expected) {
        if (state != expected) {
            throw new IllegalStateException("plan " + id + " is " + state + ", not " + expected);
        }
    }

    public Long id() {
        return id;
    }

    public long projectId() {
        return projectId;
    }

    /** Names the chain: the id of its first version, and the business key of its process. */
    public long rootId() {
        return rootId == null ? id : rootId;
    }

    /** 1 for the first version of a chain. */
    public int number() {
        return number;
    }

    public PlanKind kind() {
        return kind;
    }

    public boolean isAmendment() {
        return kind == PlanKind.AVENANT;
    }

    /** Nobody has decided on it for good: what it changes is a plan that is in force. */
    public boolean isPendingAmendment() {
        return isAmendment() && (state.isOpen() || state == PlanState.A_REVISER);
    }

    public PlanState state() {
        return state;
    }

    /** The approved plan an amendment starts from; null for the first plan of a project. */
    public Long basePlanId() {
        return basePlanId;
    }

    /** Why the amendment was asked for; null for the first plan. */
    public String reason() {
        return reason;
    }

    /** What must precede the opening is seated even beyond the hours left: somebody chose so, for this version. */
    public boolean goesBeyondHours() {
        return beyondHours != null;
    }

    /** Why; null: nobody is seated beyond the hours left. */
    public String beyondHours() {
        return beyondHours;
    }

    void goBeyondHours(String why) {
        beyondHours = why;
    }

    public LocalDate createdOn() {
        return createdOn;
    }

    /** When comments were asked for; null before and for what was never commented. */
    public LocalDate openedOn() {
        return openedOn;
    }

    public LocalDate submittedOn() {
        return submittedOn;
    }

    public LocalDate decidedOn() {
        return decidedOn;
    }

    /** "plan (version 2)", "avenant n° 1 (version 1)": within a sentence, behind its article. */
    String inSentence() {
        return French.inSentence(name()) + " (version " + number + ")";
    }

    /** "Plan, version 2" or "Avenant n° 1, version 1": no other version of the project is called so. */
    public String title() {
        return name() + ", version " + number;
    }

    /** The first plan is the only one of nearly all projects. */
    private String name() {
        return isAmendment() || series > 1 ? kind.label() + " n° " + series : kind.label();
    }
}
