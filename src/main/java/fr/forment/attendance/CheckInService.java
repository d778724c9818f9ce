package fr.forment.attendance;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionRepository;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People note themselves present: they read the code that the trainer shows, sign in, and say that it is them. The hour
 * of the reading counts, however long the sign-in takes.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class CheckInService {

    /** People come before the hour. */
    static final Duration EARLY = Duration.ofMinutes(30);

    private static final String READ_AGAIN = " Lisez le code affiché en ce moment, ou signez la feuille du formateur.";

    /** What the person is about to confirm. @param done the presence is noted already */
    public record CheckedIn(long sessionId, HalfDay halfDay, String readAt, boolean done) {}

    /**
     * What the browser keeps until its owner has signed in, signed.
     *
     * @param at when the code was read, by the clock of the session
     */
    public record Ticket(String text, LocalTime at) {}

    private final Sessions sessions;
    private final SessionRepository locks;
    private final EnrolmentRepository enrolments;
    private final HalfDayMarks presences;
    private final SessionHalfDays halfDays;
    private final SessionDates dates;
    private final CheckInCode codes;
    private final ScanTicket tickets;
    private final MarksService marks;

    /** The code to show now. */
    @Transactional(readOnly = true)
    public String code(TrainingSession session, HalfDay halfDay) {
        return codes.now(session.id(), halfDay);
    }

    /** When people may read codes: from half an hour before until the end, of a session that takes place. */
    @Transactional(readOnly = true)
    public boolean isOpen(TrainingSession session, HalfDay halfDay) {
        return isOpen(session, halfDay, dates.now(session));
    }

    @Transactional(readOnly = true)
    public int there(TrainingSession session, HalfDay halfDay) {
        return presences.there(session.id(), halfDay.startsAt());
    }

    /**
     * What a telephone read. Writes nothing.
     *
     * @return what the browser keeps until its owner has signed in
     * @throws Refusal for a code that is forged, past, of another moment
     */
    @Transactional(readOnly = true)
    public Ticket scan(String code) {
        CheckInCode.Read read = CheckInCode.read(code);
        if (read == null) {
            throw forged();
        }
        TrainingSession session = sessions.find(read.sessionId()).orElseThrow(CheckInService::forged);
        HalfDay halfDay = halfDay(session, read.position());
        if (!codes.isGenuine(read, halfDay)) {
            throw forged();
        }
        if (!codes.isFresh(read)) {
            throw new Refusal("Ce code n'est plus valable : il change toutes les " + CheckInCode.STEP_SECONDS
                    + " secondes." + READ_AGAIN);
        }
        refuseOutOfTime(session, halfDay, dates.now(session));
        return new Ticket(
                tickets.write(session.id(), halfDay.position()),
                dates.now(session).toLocalTime());
    }

    /** What the page asks to confirm; the same refusals as {@link #confirm}. */
    @Transactional(readOnly = true)
    public CheckedIn look(String ticket, long agentId) {
        Scan scan = read(ticket);
        TrainingSession session = sessions.find(scan.sessionId()).orElseThrow(CheckInService::forged);
        Enrolment row = enrolment(session, agentId);
        HalfDay halfDay = halfDay(session, scan.position());
        HalfDayMark now = presence(row, halfDay);
        refuseUsed(scan, row);
        return new CheckedIn(session.id(), halfDay, told(session, scan), now != null && isThere(now));
    }

    /** Notes the person present at the hour of the reading. What a hand has marked stays. Told twice, once. */
    public CheckedIn confirm(String ticket, long agentId) {
        Scan scan = read(ticket);
        TrainingSession session = locks.lock(scan.sessionId()).orElseThrow(CheckInService::forged);
        HalfDay halfDay = halfDay(session, scan.position());
        refuseOutOfTime(session, halfDay, LocalDateTime.ofInstant(scan.at(), dates.clock(session)));
        if (session.state().isOver()) {
            throw new Refusal(
                    "L'émargement de cette session est clos. Adressez-vous au secrétariat de circonscription.");
        }
        Enrolment row = enrolment(session, agentId);
        refuseUsed(scan, row);
        HalfDayMark now = presence(row, halfDay);
        if (now == null) {
            HalfDayMark presence = HalfDayMark.of(row.id(), halfDay.startsAt());
            presence.mark(EnrolmentState.PRESENT, halfDay.minutes(), SaidHours.UNSAID);
            presence.scan(scan.at(), scan.key());
            presences.save(presence);
            if (session.hasBegun(dates.now(session))) {
                marks.settle(
                        session,
                        halfDays.of(session),
                        row,
                        presences.findByEnrolmentId(row.id()),
                        "Code lu à " + told(session, scan));
                locks.save(session);
            }
        } else if (!isThere(now)) {
            throw new Refusal(
                    "La feuille vous note « " + French.inSentence(now.state().label())
                            + " ». Si c'est une erreur, dites-le à la personne qui assure la formation : elle la corrige.");
        }
        return new CheckedIn(session.id(), halfDay, told(session, scan), true);
    }

    private Scan read(String ticket) {
        return tickets.read(ticket)
                .orElseThrow(() ->
                        new Refusal("Aucun code n'a été lu sur ce téléphone depuis un quart d'heure." + READ_AGAIN));
    }

    /** By somebody else; a person may press twice. */
    private void refuseUsed(Scan scan, Enrolment row) {
        presences
                .findByScanKey(scan.key())
                .filter(used -> used.enrolmentId() != row.id())
                .ifPresent(used -> {
                    throw new Refusal("Ce code a déjà servi à une autre personne : chacune lit le sien." + READ_AGAIN);
                });
    }

    private Enrolment enrolment(TrainingSession session, long agentId) {
        return enrolments
                .active(session.id(), agentId)
                .filter(row -> row.state().isExpected() || row.state().isMark())
                .orElseThrow(
                        () -> new Refusal(
                                "Votre nom n'est pas sur la liste de cette session. Dites-le à la personne qui assure la formation : elle peut vous ajouter."));
    }

    private HalfDayMark presence(Enrolment row, HalfDay halfDay) {
        return presences.findByEnrolmentId(row.id()).stream()
                .filter(presence -> presence.startsAt().equals(halfDay.startsAt()))
                .findFirst()
                .orElse(null);
    }

    private HalfDay halfDay(TrainingSession session, int position) {
        List<HalfDay> all = halfDays.of(session);
        return all.stream()
                .filter(half -> half.position() == position)
                .findFirst()
                .orElseThrow(CheckInService::forged);
    }

    private void refuseOutOfTime(TrainingSession session, HalfDay halfDay, LocalDateTime at) {
        if (!isOpen(session, halfDay, at)) {
            throw new Refusal("Ce code est celui d'une autre demi-journée (" + halfDay.told() + ")." + READ_AGAIN);
        }
    }

    private static boolean isOpen(TrainingSession session, HalfDay halfDay, LocalDateTime at) {
        return !session.state().isOver()
                && !session.isForParents()
                && !at.isBefore(halfDay.startsAt().minus(EARLY))
                && !at.isAfter(halfDay.endsAt());
    }

    private String told(TrainingSession session, Scan scan) {
        return French.time(scan.at().atZone(dates.clock(session)));
    }

    private static boolean isThere(HalfDayMark presence) {
        return presence.state().wasThere();
    }

    private static Refusal forged() {
        return new Refusal(
                "Ce code n'est pas un code de présence de FormENT, ou la session a changé d'heure." + READ_AGAIN);
    }
}
