package fr.forment.session;

import fr.forment.french.Refusal;
import fr.forment.journal.JournalEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One person in one session. Its places and hours are kept by {@link Seating}. */
@Table("enrolment")
public class Enrolment {

    /** Begins the source key of its lines in the hours ledger; its id follows. */
    public static final String HOURS_KEY = "enrolment:";

    /** What stands in the way on one date, and may not on another. */
    private static final Set<Obstacle> OF_A_DATE =
            EnumSet.of(Obstacle.ABSENCE, Obstacle.NIVEAU, Obstacle.TRAJET, Obstacle.ECOLE_FERMEE);

    @Id
    private Long id;

    @Version
    private Integer version;

    private Long sessionId;
    private Long agentId;
    /** The agent while the enrolment is active, null afterwards: the table lets each be active once per session. */
    private Long activeAgentId;

    private String schoolUai;
    private EnrolmentState state;
    private Instant convokedAt;
    private Instant acknowledgedAt;
    private Integer minutesAttended;
    /** Codes of the obstacles that a motive let pass, separated by a space; null when there were none. */
    private String waived;

    Enrolment() {}

    /** @param schoolUai the person's school, null for those of a circonscription or a département */
    static Enrolment of(long sessionId, long agentId, String schoolUai, EnrolmentState first) {
        Enrolment enrolment = new Enrolment();
        enrolment.sessionId = sessionId;
        enrolment.agentId = agentId;
        enrolment.schoolUai = schoolUai;
        enrolment.become(first);
        return enrolment;
    }

    /** As it is first written, in the order of the columns that {@link Seating} names. */
    Object[] first() {
        return new Object[] {sessionId, agentId, activeAgentId, schoolUai, state.name(), waived};
    }

    /** It is written. */
    void numbered(long number) {
        id = number;
        version = 0;
    }

    /** A line about this person in this session, to be written. */
    JournalEntry told(EnrolmentState before, String why) {
        return JournalEntry.of("ENROLMENT", id).change(before, state).because(why);
    }

    /** What a motive lets pass; some of it for the date that the session has. */
    void waive(Set<Obstacle> more) {
        Set<Obstacle> all = EnumSet.copyOf(waived());
        all.addAll(more);
        waived = all.isEmpty() ? null : written(all);
    }

    private static String written(Set<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::name).collect(Collectors.joining(" "));
    }

    void promote() {
        expect(EnrolmentState.LISTE_ATTENTE);
        become(EnrolmentState.INSCRIT);
    }

    void convoke(Instant at) {
        expect(EnrolmentState.INSCRIT);
        convokedAt = at;
        become(EnrolmentState.CONVOQUE);
    }

    /** The summons is issued anew; whether it was read is asked again. */
    void convokeAgain(Instant at) {
        acknowledgedAt = null;
        if (state != EnrolmentState.CONVOQUE && state != EnrolmentState.ACCUSE) {
            throw new IllegalStateException("enrolment " + id + " is " + state);
        }
        convokedAt = at;
        become(EnrolmentState.CONVOQUE);
    }

    void moveTo(String schoolUai) {
        this.schoolUai = schoolUai;
    }

    /** True when it is news. */
    boolean acknowledge(Instant at) {
        boolean news = state == EnrolmentState.CONVOQUE;
        if (news) {
            acknowledgedAt = at;
            become(EnrolmentState.ACCUSE);
        }
        return news;
    }

    /** Enrolled as before the convocation: the date has changed. */
    void expectAgain() {
        if (!state.isExpected()) {
            throw new IllegalStateException("enrolment " + id + " is " + state);
        }
        convokedAt = null;
        acknowledgedAt = null;
        forgetDate();
        become(EnrolmentState.INSCRIT);
    }

    /** A motive given for one date says nothing of another. True when there was one. */
    boolean forgetDate() {
        Set<Obstacle> lasting = waived();
        boolean some = lasting.removeAll(OF_A_DATE);
        waived = lasting.isEmpty() ? null : written(lasting);
        return some;
    }

    /** Leaves the session before it takes place. */
    void end(EnrolmentState last) {
        if (last.isActive()) {
            throw new IllegalArgumentException(last + " does not end an enrolment");
        }
        if (!state.isActive() || state.isMark()) {
            throw new Refusal("Cette inscription n'est plus modifiable.");
        }
        become(last);
    }

    /** @param minutes the minutes attended: all, some or none */
    void mark(EnrolmentState mark, int minutes) {
        if (!mark.isMark()) {
            throw new IllegalArgumentException(mark + " is no mark");
        }
        if (!state.isExpected() && !state.isMark()) {
            throw new Refusal("Cette personne n'est pas inscrite à la session.");
        }
        minutesAttended = mark.wasThere() ? minutes : 0;
        become(mark);
    }

    private void expect(EnrolmentState expected) {
        if (state != expected) {
            throw new IllegalStateException("enrolment " + id + " is " + state + ", not " + expected);
        }
    }

    private void become(EnrolmentState next) {
        state = next;
        activeAgentId = next.isActive() ? agentId : null;
    }

    public Long id() {
        return id;
    }

    public long sessionId() {
        return sessionId;
    }

    public long agentId() {
        return agentId;
    }

    /** Where the person works; once the session has begun, where he worked then. Null for those without a school. */
    public String schoolUai() {
        return schoolUai;
    }

    public EnrolmentState state() {
        return state;
    }

    /** When the present convocation was written; null before. */
    public Instant convokedAt() {
        return convokedAt;
    }

    /** When the person said that he has the present convocation; null before. */
    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    /** Null before the marks. */
    public Integer minutesAttended() {
        return minutesAttended;
    }

    /** What a motive let pass on the way in. */
    public Set<Obstacle> waived() {
        return waived == null
                ? EnumSet.noneOf(Obstacle.class)
                : Arrays.stream(waived.split(" "))
                        .map(Obstacle::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Obstacle.class)));
    }

    /**
     * How often this line was written: with a session's own changes, what an agenda asks for to see that a file is
     * newer.
     */
    public int revision() {
        return version == null ? 0 : version;
    }

    public String hoursKey() {
        return HOURS_KEY + id;
    }

    static boolean isHoursKey(String key) {
        return key.startsWith(HOURS_KEY);
    }

    static long idOf(String hoursKey) {
        return Long.parseLong(hoursKey.substring(HOURS_KEY.length()));
    }
}
