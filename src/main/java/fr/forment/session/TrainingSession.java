package fr.forment.session;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.MiddayBreak;
import fr.forment.catalogue.TrainerKind;
import fr.forment.french.Refusal;
import fr.forment.plan.Plans;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A training on one day at one place. It counts its places itself: never more are taken than there are. */
@Table("training_session")
public class TrainingSession {

    /** Added to its sequence in calendars: those of a plan count its versions before its sessions are opened. */
    public static final int OPENED = 1_000_000;

    /** What the journal calls a session. */
    public static final String JOURNAL = "SESSION";

    @Id
    private Long id;

    @Version
    private Integer version;

    private Long phaseId;
    private Long projectId;
    private Long vagueId;
    private Integer planLine;
    private String circonscriptionUai;
    private String moduleCode;
    private LocalDateTime startsAt;
    private LocalDateTime endsAt;
    private String place;
    private Format format;
    private TrainerKind trainerKind;
    private Long trainerId;
    private int capacity;
    private int minimum;
    private int booked;
    private int offered;
    private SessionState state;
    private int sequence;
    private boolean forParents;
    private Integer headCount;
    private int breakMinutes;
    private LocalDateTime noticeWaivedFor;

    TrainingSession() {}

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
        boolean news = state == SessionState.PLANIFIEE || state == SessionState.DATE_A_FIXER;
        state = news ? SessionState.OUVERTE : state;
        return news;
    }

    /** Its date cannot be kept and nobody is to come at it: a person decides, even after the date. */
    public void askDate() {
        state = SessionState.DATE_A_FIXER;
    }

    /** A person wants this date although people hear of it late. */
    void waiveNotice() {
        noticeWaivedFor = startsAt;
    }

    boolean isNoticeWaived() {
        return startsAt.equals(noticeWaivedFor);
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

    /** Keeps the duration; people are convoked again for the new date. */
    void postpone(LocalDateTime start, LocalDateTime now) {
        reschedule(start, minutes(), now);
    }

    /** Other hours: people are convoked again. */
    public void reschedule(LocalDateTime start, int minutes, LocalDateTime now) {
        refuseOnceBegun(now);
        if (!start.isAfter(now)) {
            throw new Refusal("La nouvelle date doit être à venir.");
        }
        startsAt = start;
        breakMinutes = MiddayBreak.of(start.toLocalTime(), minutes);
        endsAt = MiddayBreak.end(start, minutes);
        renew();
        if (state != SessionState.PLANIFIEE && state != SessionState.DATE_A_FIXER) {
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

    public void moveTo(String newPlace) {
        place = newPlace.strip();
    }

    public void entrustTo(Long agentId) {
        if (state.isOver()) {
            throw new Refusal("Cette session est terminée : son formateur ne change plus.");
        }
        trainerId = agentId;
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

    public Long id() {
        return id;
    }

    /** Null for a session that belongs to no plan. */
    public Long phaseId() {
        return phaseId;
    }

    /** Null when it serves no project. */
    public Long projectId() {
        return projectId;
    }

    /** Null for the training of trainers, and for a session that belongs to no plan. */
    public Long vagueId() {
        return vagueId;
    }

    /** The line of the plan it comes from; null for a session that belongs to no plan. */
    public Integer planLine() {
        return planLine;
    }

    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    public String moduleCode() {
        return moduleCode;
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

    /** Of training: the break at noon is nobody's hours. */
    public int minutes() {
        return (int) ChronoUnit.MINUTES.between(startsAt, endsAt) - breakMinutes;
    }

    public int breakMinutes() {
        return breakMinutes;
    }

    /** UAI of a school, name of a town, or address of a remote meeting. */
    /** One for the calendars of the plan and of the session: an agenda has it once. */
    public String agendaName() {
        return planLine == null ? "session-" + id : Plans.agendaName(projectId, planLine);
    }

    public String place() {
        return place;
    }

    public Format format() {
        return format;
    }

    public TrainerKind trainerKind() {
        return trainerKind;
    }

    /** Null while nobody is named. */
    public Long trainerId() {
        return trainerId;
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
        return forParents || booked >= minimum;
    }

    public boolean hasRoom() {
        return booked + offered < capacity;
    }

    public SessionState state() {
        return state;
    }

    /** How often the date has changed. */
    public int sequence() {
        return sequence;
    }

    /** Parents are not enrolled, only counted. */
    public boolean isForParents() {
        return forParents;
    }

    /** Parents who came; null before it is known. */
    public Integer headCount() {
        return headCount;
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
