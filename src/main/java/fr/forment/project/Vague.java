package fr.forment.project;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** Schools of a project that open together. Ranks begin with 1; a vague begins when the one before is closed. */
@Table("vague")
public class Vague {

    private static final int MOST_LACKS = 2000;

    @Id
    private Long id;

    @Version
    private Integer version;

    private Long projectId;
    private int rank;
    private String title;
    private LocalDate opensOn;
    private VagueState state;
    private LocalDate trainedOn;
    private boolean redone;
    private LocalDate needReviewedOn;
    private LocalDate accountsAskedOn;
    private LocalDate planAwaitedSince;
    private String trainerLacks;
    private String moduleCares;
    private VagueDecision decision;
    private LocalDate resumesOn;
    private VagueDecision.Owner seenToBy;

    Vague() {}

    static Vague of(long projectId, int rank, LocalDate opensOn) {
        Vague vague = new Vague();
        vague.projectId = projectId;
        vague.rank = rank;
        vague.title = "Vague " + rank;
        vague.opensOn = opensOn;
        vague.state = VagueState.PREPARATION;
        return vague;
    }

    public Long id() {
        return id;
    }

    public Long projectId() {
        return projectId;
    }

    public int rank() {
        return rank;
    }

    public String title() {
        return title;
    }

    /** "la vague 1": within a sentence. */
    public String inSentence() {
        return "la vague " + rank;
    }

    /** The day its schools are meant to open. */
    public LocalDate opensOn() {
        return opensOn;
    }

    /** None of its schools has opened: the day may still be moved. */
    public boolean isBeforeOpening() {
        return state.compareTo(VagueState.PRETE) <= 0;
    }

    void openOn(LocalDate day) {
        opensOn = day;
    }

    public VagueState state() {
        return state;
    }

    /** Its bilan had sessions held anew: {@link #trainedOn} is the day the last of them was over. */
    public boolean isRedone() {
        return redone;
    }

    /** Null until the team has looked at its need again, before its sessions. */
    public LocalDate needReviewedOn() {
        return needReviewedOn;
    }

    /** Half-days of its sessions that nobody can give, as the last check of gate 1 found, in French. */
    public List<String> trainerLacks() {
        return trainerLacks == null ? List.of() : trainerLacks.lines().toList();
    }

    /** Modules to be reviewed before they are held again, as that check found, in French. */
    public List<String> moduleCares() {
        return moduleCares == null ? List.of() : moduleCares.lines().toList();
    }

    void trainersChecked(List<String> lacks, List<String> modules) {
        trainerLacks = lines(lacks);
        moduleCares = lines(modules);
    }

    private static String lines(List<String> said) {
        String all = String.join("\n", said);
        return all.isEmpty() ? null : all.substring(0, Math.min(MOST_LACKS, all.length()));
    }

    /** Null unless its sessions wait for an amendment that gives them dates. */
    public LocalDate planAwaitedSince() {
        return planAwaitedSince;
    }

    /** Since when the collectivité is asked for accounts and network, however often it declared a part; null before. */
    public LocalDate accountsAskedOn() {
        return accountsAskedOn;
    }

    /** Null until its last session is over. */
    public LocalDate trainedOn() {
        return trainedOn;
    }

    /** Null until the IEN has decided on its bilan. */
    public VagueDecision decision() {
        return decision;
    }

    /** Who sees to what was decided; null before. */
    public VagueDecision.Owner seenToBy() {
        return seenToBy;
    }

    /** Until when the next one waits; null unless postponed. */
    public LocalDate resumesOn() {
        return resumesOn;
    }

    void enter(Set<VagueState> from, VagueState to) {
        if (!from.contains(state)) {
            throw new IllegalStateException("vague " + id + " is " + state + ", cannot become " + to);
        }
        state = to;
    }

    /** False when it was known already. */
    boolean isTrained(LocalDate on) {
        boolean news = trainedOn == null;
        if (news) {
            trainedOn = on;
        }
        return news;
    }

    void needReviewed(LocalDate on) {
        enter(EnumSet.of(VagueState.ECOLES_ENGAGEES), VagueState.ECOLES_ENGAGEES);
        needReviewedOn = on;
    }

    void awaitPlan(LocalDate since) {
        enter(EnumSet.of(VagueState.ECOLES_ENGAGEES), VagueState.ECOLES_ENGAGEES);
        planAwaitedSince = since;
    }

    void planIsDecided() {
        planAwaitedSince = null;
    }

    void settle() {
        enter(EnumSet.of(VagueState.PRETE), VagueState.STABILISATION);
    }

    void decide(VagueDecision decided, LocalDate resumes, VagueDecision.Owner owner) {
        enter(EnumSet.of(VagueState.STABILISATION), VagueState.STABILISATION);
        decision = decided;
        resumesOn = resumes;
        seenToBy = owner;
    }

    /** Its amended sessions are held, then it is looked back upon again. */
    void redo() {
        enter(EnumSet.of(VagueState.STABILISATION), VagueState.ECOLES_ENGAGEES);
        trainedOn = null;
        redone = true;
        decision = null;
        seenToBy = null;
    }

    /** The project stops before this vague is through. */
    void suspend() {
        if (!state.isOver()) {
            state = VagueState.SUSPENDUE;
        }
    }
}
