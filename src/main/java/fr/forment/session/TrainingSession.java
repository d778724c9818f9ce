package fr.forment.session;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.MiddayBreak;
import fr.forment.catalogue.TrainerKind;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.plan.Plans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.jdbc.core.RowMapper;

/**
 * A training at one place, on one day or several (see {@code halfday}). It counts its places itself: never more are
 * taken than there are.
 */
@Table("training_session")
public class TrainingSession extends SessionSubject {

    /** Added to its sequence in calendars: those of a plan count its versions before its sessions are opened. */
    public static final int OPENED = 1_000_000;

    /** What the journal calls a session. */
    public static final String JOURNAL = "SESSION";

    private LocalDateTime startsAt;
    private LocalDateTime endsAt;
    private int capacity;
    private int minimum;
    private int booked;
    private int offered;
    private SessionState state;
    private int sequence;
    private int breakMinutes;
    private int datesMark;
    private LocalDateTime noticeWaivedFor;
    private Integer keptWith;
    private LocalDateTime undecidedFor;
    private LocalDate enrolUntil;

    @Transient
    private LocalDateTime changedFrom;

    TrainingSession() {}

    /** Straight from its columns: whoever gives places reads it each time, while others wait. */
    static final class Row implements RowMapper<TrainingSession> {

        @Override
        public TrainingSession mapRow(ResultSet row, int number) throws SQLException {
            TrainingSession session = new TrainingSession();
            session.readSubject(row);
            session.startsAt = row.getObject("starts_at", LocalDateTime.class);
            session.endsAt = row.getObject("ends_at", LocalDateTime.class);
            session.capacity = row.getInt("capacity");
            session.minimum = row.getInt("minimum");
            session.booked = row.getInt("booked");
            session.offered = row.getInt("offered");
            session.state = SessionState.valueOf(row.getString("state"));
            session.sequence = row.getInt("sequence");
            session.breakMinutes = row.getInt("break_minutes");
            session.datesMark = row.getInt("dates_mark");
            session.noticeWaivedFor = row.getObject("notice_waived_for", LocalDateTime.class);
            session.keptWith = row.getObject("kept_with", Integer.class);
            session.undecidedFor = row.getObject("undecided_for", LocalDateTime.class);
            session.enrolUntil = row.getObject("enrol_until", LocalDate.class);
            return session;
        }
    }

    static TrainingSession of(NewSession asked) {
        TrainingSession session = new TrainingSession();
        session.projectId = asked.projectId();
        session.circonscriptionUai = asked.circonscriptionUai();
        session.moduleCode = asked.moduleCode();
        session.startsAt = asked.startsAt();
        session.breakMinutes = MiddayBreak.of(asked.startsAt().toLocalTime(), asked.minutes());
        session.endsAt = MiddayBreak.end(asked.startsAt(), asked.minutes());
        session.place = asked.place().strip();
        session.format = asked.format();
        session.capacity = asked.capacity();
        session.minimum = Math.max(1, Math.min(asked.minimum(), asked.capacity()));
        session.trainerKind = asked.trainerKind();
        session.trainerId = asked.trainerId();
        session.forParents = asked.forParents();
        session.state = SessionState.PLANIFIEE;
        return session;
    }

    /** A session of a plan: its phase waits for it to be over. */
    public static TrainingSession planned(NewSession asked, SessionPhase phase, int planLine) {
        TrainingSession session = of(asked);
        session.phaseId = phase.id();
        session.vagueId = phase.vagueId();
        session.planLine = planLine;
        return session;
    }

    boolean open() {
        boolean news = isUnannounced();
        state = news ? SessionState.OUVERTE : state;
        return news;
    }

    /** Its date cannot be kept and nobody is to come at it: a person decides, even after the date. */
    public void askDate() {
        state = SessionState.DATE_A_FIXER;
    }

    /** A person wants it held with so few: nobody is asked again unless fewer come. */
    void keep() {
        keptWith = booked;
        undecidedFor = null;
    }

    /** It was asked whether to hold it with so few, and nobody said so. */
    void leaveUndecided() {
        undecidedFor = startsAt;
    }

    /** Of this date, and too few are enrolled still. */
    boolean isUndecided() {
        return startsAt.equals(undecidedFor) && !isMinimumReached();
    }

    /** A person wants this date although people hear of it late. */
    void waiveNotice() {
        noticeWaivedFor = startsAt;
    }

    boolean isNoticeWaived() {
        return startsAt.equals(noticeWaivedFor);
    }

    /** Nobody has been told of it, or its date is sought again. */
    boolean isUnannounced() {
        return state == SessionState.PLANIFIEE || state == SessionState.DATE_A_FIXER;
    }

    public void enter(SessionState from, SessionState to) {
        if (state != from) {
            throw new IllegalStateException("session " + id + " is " + state + ", not " + from);
        }
        state = to;
    }

    void cancel(LocalDateTime now) {
        refuseOnceBegun(now);
        state = SessionState.ANNULEE;
    }

    /** Other hours: people are convoked again. */
    public void reschedule(LocalDateTime start, int minutes, LocalDateTime now) {
        refuseOnceBegun(now);
        if (!start.isAfter(now)) {
            throw new Refusal("La nouvelle date doit être à venir.");
        }
        begin(start, MiddayBreak.end(start, minutes), MiddayBreak.of(start.toLocalTime(), minutes));
    }

    /**
     * Other half-days: people are convoked again, and what is between them is nobody's hours.
     *
     * @param minutes of all of them
     * @param mark {@link #datesMark}
     */
    public void spread(LocalDateTime start, LocalDateTime end, int minutes, int mark, LocalDateTime now) {
        refuseOnceBegun(now);
        begin(start, end, (int) ChronoUnit.MINUTES.between(start, end) - minutes);
        datesMark = mark;
    }

    /**
     * Under way, it goes on at other half-days than was said: nobody is convoked again.
     *
     * @param minutes of all of them, those gone too
     * @param mark {@link #datesMark}
     * @param soonest of the half-days that go or come
     */
    void goOn(LocalDateTime end, int minutes, int mark, LocalDateTime soonest) {
        if (state != SessionState.EN_COURS) {
            throw new IllegalStateException("session " + id + " is " + state);
        }
        endsAt = end;
        breakMinutes = (int) ChronoUnit.MINUTES.between(startsAt, end) - minutes;
        datesMark = mark;
        changedFrom = soonest;
        isNoLongerAccepted();
        renew();
    }

    /** What has just changed of it while it was under way begins then: as urgent is what is said of it. Else null. */
    public LocalDateTime changedFrom() {
        return changedFrom;
    }

    private void begin(LocalDateTime start, LocalDateTime end, int pause) {
        startsAt = start;
        breakMinutes = pause;
        endsAt = end;
        datesMark = 0;
        isNoLongerAccepted();
        renew();
        if (!isUnannounced()) {
            state = SessionState.OUVERTE;
        }
    }

    /** Agendas that hold the session take what they read now for newer. */
    public void renew() {
        sequence++;
    }

    public void teach(String otherModule, Format otherFormat, TrainerKind otherKind) {
        moduleCode = otherModule;
        format = otherFormat;
        trainerKind = otherKind;
    }

    /** Those who have a place keep it. */
    public void resize(int places) {
        if (places < booked) {
            throw new IllegalArgumentException("session " + id + " has " + booked + " people");
        }
        capacity = places;
        minimum = Math.max(1, Math.min(minimum, places));
    }

    /** @throws Refusal where people would lose what they were given, or nobody could come in time */
    void bound(int places, int least, LocalDate until) {
        if (places < 1) {
            throw new Refusal("Prévoyez au moins une place.", "capacity");
        }
        if (places < booked + offered) {
            throw new Refusal(
                    "Des places sont déjà prises ou proposées (" + (booked + offered) + ") : n'en prévoyez pas moins.",
                    "capacity");
        }
        if (least < 1 || least > places) {
            throw new Refusal("L'effectif minimal va de 1 au nombre de places (" + places + ").", "minimum");
        }
        if (until != null && until.isAfter(day())) {
            throw new Refusal("La date limite d'inscription ne peut pas suivre la session.", "limite");
        }
        capacity = places;
        minimum = least;
        enrolUntil = until;
    }

    /** Last day on which people are enrolled without a motive; null: until it begins. */
    public LocalDate enrolUntil() {
        return enrolUntil;
    }

    public boolean isClosedToEnrolment(LocalDate today) {
        return enrolUntil != null && today.isAfter(enrolUntil);
    }

    public void moveTo(String newPlace) {
        place = Names.clean(newPlace);
        isNoLongerAccepted();
    }

    public void entrustTo(Long agentId) {
        if (state.isOver()) {
            throw new Refusal("Cette session est terminée : son formateur ne change plus.");
        }
        trainerId = agentId;
        isNoLongerAccepted();
    }

    /** False, and nothing changes, when no place is left. */
    boolean book() {
        if (!hasRoom()) {
            return false;
        }
        booked++;
        return true;
    }

    void release() {
        if (booked == 0) {
            throw new IllegalStateException("session " + id + " has no place to release");
        }
        booked--;
    }

    /** A place is proposed to somebody: nobody else takes it until he answers. */
    public void reserve() {
        if (!hasRoom()) {
            throw new IllegalStateException("session " + id + " has no place to propose");
        }
        offered++;
    }

    /** What was proposed is answered, or proposed no more. */
    public void unreserve() {
        if (offered == 0) {
            throw new IllegalStateException("session " + id + " proposes no place");
        }
        offered--;
    }

    public void countHeads(int people) {
        headCount = people;
    }

    private void refuseOnceBegun(LocalDateTime now) {
        if (!state.isToCome() || hasBegun(now)) {
            throw new Refusal("Cette session est commencée, terminée ou annulée : elle ne peut plus être modifiée.");
        }
    }

    public LocalDateTime startsAt() {
        return startsAt;
    }

    public LocalDateTime endsAt() {
        return endsAt;
    }

    public LocalDate day() {
        return startsAt.toLocalDate();
    }

    /** Tells these dates from others; 0 for one date. */
    public int datesMark() {
        return datesMark;
    }

    public boolean isOnSeveralDays() {
        return !startsAt.toLocalDate().equals(endsAt.toLocalDate());
    }

    /** Of training: what is between half-days is nobody's hours. */
    public int minutes() {
        return (int) ChronoUnit.MINUTES.between(startsAt, endsAt) - breakMinutes;
    }

    public int breakMinutes() {
        return breakMinutes;
    }

    /** One for the calendars of the plan and of the session: an agenda has it once. */
    public String agendaName() {
        return planLine == null ? "session-" + id : Plans.agendaName(projectId, planLine);
    }

    public int capacity() {
        return capacity;
    }

    public int minimum() {
        return minimum;
    }

    /** Places taken. */
    public int booked() {
        return booked;
    }

    /** Places proposed to people who wait, until they answer. */
    public int offered() {
        return offered;
    }

    /** Nobody enrols parents, so their meeting always takes place. */
    public boolean isMinimumReached() {
        return forParents || booked >= minimum || keptWith != null && booked > 0 && booked >= keptWith;
    }

    public boolean hasRoom() {
        return hasRoomBeside(0);
    }

    /** @param left places that are nobody's yet, and spoken for */
    boolean hasRoomBeside(int left) {
        return booked + offered + left < capacity;
    }

    public SessionState state() {
        return state;
    }

    /** How often the date has changed. */
    public int sequence() {
        return sequence;
    }

    public boolean hasBegun(LocalDateTime now) {
        return state != SessionState.DATE_A_FIXER && !now.isBefore(startsAt);
    }

    /** People may come. */
    public boolean isOpenTo(LocalDateTime now) {
        return mayBeLeft(now) && state != SessionState.DATE_A_FIXER;
    }

    /** People may go, also while a date is sought. */
    public boolean mayBeLeft(LocalDateTime now) {
        return state.isToCome() && !hasBegun(now);
    }
}
