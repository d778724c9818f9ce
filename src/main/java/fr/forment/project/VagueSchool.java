package fr.forment.project;

import fr.forment.french.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A school's place in a vague, up to its opening. Whatever a process does, it opens on an open verdict of the gate
 * only.
 */
@Table("vague_school")
public class VagueSchool {

    @Id
    private Long id;

    @Version
    private Integer version;

    private Long vagueId;
    private String schoolUai;
    private PlaceState state;
    private LocalDate askedOn;
    private Long resourcePersonId;
    private LocalDate charterSignedOn;
    private String gateReasons;
    private LocalDate gateCheckedOn;
    private String waiverMotive;
    private String waivedBy;
    private LocalDate catchUpOn;
    private LocalDate caughtUpOn;
    private LocalDate openedOn;
    private String leftBecause;
    private LocalDate joinedOn;
    private LocalDate leftOn;

    VagueSchool() {}

    static VagueSchool of(long vagueId, String schoolUai) {
        VagueSchool place = new VagueSchool();
        place.vagueId = vagueId;
        place.schoolUai = schoolUai;
        place.state = PlaceState.CANDIDATE;
        return place;
    }

    /**
     * Of a school that enters while the project runs.
     *
     * @param before what it had when it left this project (charte, personne ressource), which comes back with it; null
     *     for one that is new
     */
    public static VagueSchool joining(long vagueId, String schoolUai, LocalDate on, VagueSchool before) {
        VagueSchool place = of(vagueId, schoolUai);
        place.joinedOn = on;
        if (before != null) {
            place.resourcePersonId = before.resourcePersonId;
            place.charterSignedOn = before.charterSignedOn;
        }
        return place;
    }

    public Long id() {
        return id;
    }

    public Long vagueId() {
        return vagueId;
    }

    public String schoolUai() {
        return schoolUai;
    }

    public PlaceState state() {
        return state;
    }

    /** Since when something is awaited of the school; null before its vague has begun. */
    public LocalDate askedOn() {
        return askedOn;
    }

    /** An agent of the school; null until the director names one. */
    public Long resourcePersonId() {
        return resourcePersonId;
    }

    /** Null while the charte is still to be signed. */
    public LocalDate charterSignedOn() {
        return charterSignedOn;
    }

    /** What was missing at the last check; empty before the first one, and when nothing is missing. */
    public Set<GateReason> gateReasons() {
        return gateReasons == null || gateReasons.isEmpty()
                ? Set.of()
                : Arrays.stream(gateReasons.split(","))
                        .map(GateReason::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(GateReason.class)));
    }

    public boolean isWaived() {
        return waiverMotive != null;
    }

    /** Why the IEN lets the school open before everything is there; null without waiver. */
    public String waiverMotive() {
        return waiverMotive;
    }

    /** The login of the IEN who granted it. */
    public String waivedBy() {
        return waivedBy;
    }

    /** By when the school catches up on what was waived. */
    public LocalDate catchUpOn() {
        return catchUpOn;
    }

    /** The day everything that was waived was there; null before, and without waiver. */
    public LocalDate caughtUpOn() {
        return caughtUpOn;
    }

    /** Something that was waived is still to come. */
    public boolean isCatchingUp() {
        return isWaived() && caughtUpOn == null && !state.isGone();
    }

    /** Something is still awaited of those who make the school ready: it is to open, or opened by a waiver. */
    public boolean isAwaited() {
        return !state.isSettled() || isCatchingUp();
    }

    /** The first day of service; null before. */
    public LocalDate openedOn() {
        return openedOn;
    }

    /** Why it was postponed or taken out; null while it is in. */
    public String leftBecause() {
        return leftBecause;
    }

    /** The day it entered the project; null where it was in from the first day. */
    public LocalDate joinedOn() {
        return joinedOn;
    }

    /** Into another vague that has not begun; what the school has said goes with it. */
    public void moveTo(long otherVagueId) {
        if (!state.isMovable()) {
            throw new IllegalStateException("place " + id + " is " + state);
        }
        vagueId = otherVagueId;
    }

    void ask(LocalDate on) {
        refuseOnceSettled();
        askedOn = on;
    }

    public void engage(Long resourcePerson, LocalDate charterSigned) {
        refuseOnceSettled();
        resourcePersonId = resourcePerson;
        charterSignedOn = charterSigned;
        state = PlaceState.ENGAGEE;
    }

    public void signCharter(LocalDate on) {
        refuseOnceComplete();
        charterSignedOn = on;
    }

    public void nameResourcePerson(long agentId) {
        refuseOnceComplete();
        resourcePersonId = agentId;
    }

    public void waive(String motive, String by, LocalDate catchUp) {
        refuseOnceSettled();
        waiverMotive = motive;
        waivedBy = by;
        catchUpOn = catchUp;
        caughtUpOn = null;
    }

    /** A later day for what was waived. */
    public void catchUpLater(LocalDate day, String motive, String by) {
        refuseUnlessCatchingUp();
        catchUpOn = day;
        waiverMotive = motive;
        waivedBy = by;
    }

    /** Nothing of what was waived is missing any longer. */
    public void caughtUp(LocalDate on) {
        refuseUnlessCatchingUp();
        caughtUpOn = on;
    }

    /** Notes what the gate answered, and stands where it says. */
    public void check(GateVerdict verdict, LocalDate on) {
        refuseOnceSettled();
        gateReasons = verdict.reasons().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        gateCheckedOn = on;
        if (verdict.isOpen()) {
            state = isWaived() ? PlaceState.DEROGATION : PlaceState.FORMEE;
        } else if (state == PlaceState.FORMEE || state == PlaceState.DEROGATION) {
            state = PlaceState.ENGAGEE;
        }
    }

    /** Null of a school that is in, or that only waits for another vague. */
    public LocalDate leftOn() {
        return leftOn;
    }

    /** @throws Refusal unless the gate is open: nobody opens before the training */
    public void open(GateVerdict verdict, LocalDate on) {
        check(verdict, on);
        if (!verdict.isOpen()) {
            throw new Refusal("L'école ne peut pas ouvrir : " + verdict.sentence() + ".");
        }
        state = PlaceState.EN_SERVICE;
        openedOn = on;
    }

    /** Leaves for another vague; what it has (charte, personne ressource, trainings) goes with it. */
    public VagueSchool postponeTo(long nextVagueId, String because) {
        refuseOnceSettled();
        state = PlaceState.REPORTEE;
        leftBecause = because;
        VagueSchool next = of(nextVagueId, schoolUai);
        next.resourcePersonId = resourcePersonId;
        next.charterSignedOn = charterSignedOn;
        next.joinedOn = joinedOn;
        return next;
    }

    /** @param on since when it is in the project no more */
    public void retire(String because, LocalDate on) {
        if (state.isGone()) {
            throw new IllegalStateException("place " + id + " is " + state);
        }
        state = PlaceState.RETIREE;
        leftBecause = because;
        leftOn = on;
    }

    /** A school that opened by a waiver completes what it lacks after its opening. */
    private void refuseOnceComplete() {
        if (!isCatchingUp()) {
            refuseOnceSettled();
        }
    }

    private void refuseUnlessCatchingUp() {
        if (!isCatchingUp()) {
            throw new IllegalStateException("place " + id + " has nothing to catch up on");
        }
    }

    private void refuseOnceSettled() {
        if (state.isSettled()) {
            throw new IllegalStateException("place " + id + " is " + state);
        }
    }
}
