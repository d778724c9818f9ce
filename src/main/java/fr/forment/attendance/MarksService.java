package fr.forment.attendance;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentState;
import fr.forment.session.Seating;
import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import fr.forment.session.WalkIns;
import fr.forment.session.closing.MarksAwaited;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The émargement: who was there, half-day by half-day. Open from the first minute of a half-day until the session is
 * closed. Rights are asked by the caller; nobody marks himself, whatever his rights: an attestation rests on what
 * another person saw, or on the code of the room.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class MarksService {

    /**
     * One line of the sheet.
     *
     * @param minutes of a partial presence, null meaning half of the half-day
     * @param hours of a partial presence, where they were said
     * @param seen what the page showed of this line; null when it is marked whatever it was
     */
    public record Mark(EnrolmentState state, Integer minutes, SaidHours hours, Seen seen) {

        public Mark(EnrolmentState state, Integer minutes) {
            this(state, minutes, null);
        }

        public Mark(EnrolmentState state, Integer minutes, Seen seen) {
            this(state, minutes, SaidHours.UNSAID, seen);
        }
    }

    /** A line as a page showed it; nothing where somebody is not marked yet. */
    public record Seen(EnrolmentState state, Integer minutes) {

        static Seen of(HalfDayMark row) {
            return row == null ? new Seen(null, null) : new Seen(row.state(), row.minutes());
        }
    }

    /**
     * What became of a sheet. @param marks what the lines that changed say now @param kept lines that somebody else
     * changed since the page was shown, and this sheet otherwise: they stay
     */
    public record Marked(List<EnrolmentState> marks, List<Long> kept) {

        public int changed() {
            return marks.size();
        }
    }

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final HalfDayMarks presences;
    private final OpenSheets sheets;
    private final SessionHalfDays halfDays;
    private final Seating seating;
    private final WalkIns walkIns;
    private final Journal journal;
    private final SignedIn me;

    /**
     * Writes what is new; a corrected mark is traced. A line that somebody else changed meanwhile stays as that person
     * left it: a sheet that only brings back what it was shown changes nothing, one that says otherwise is answered
     * with the line.
     *
     * @param position of the half-day
     * @param marks by enrolment; those left out stay as they are
     */
    public Marked record(long sessionId, int position, Map<Long, Mark> marks) {
        OpenSheet sheet = sheets.open(sessionId, position);
        List<Enrolment> known = enrolments.findBySessionIdOrderById(sessionId).stream()
                .filter(row -> marks.containsKey(row.id()))
                .toList();
        if (known.size() < marks.size()) {
            throw new Refusal("Une des lignes ne fait pas partie de cette session. Rechargez la page.");
        }
        Map<Long, List<HalfDayMark>> there = byEnrolment(sessionId);
        List<EnrolmentState> changed = new ArrayList<>();
        List<Long> kept = new ArrayList<>();
        for (Enrolment row : absentFirst(known, marks)) {
            Mark mark = marks.get(row.id());
            HalfDayMark now = at(sheet, there, row);
            if (mark.seen() == null || mark.seen().equals(Seen.of(now))) {
                if (apply(sheet, row, there, mark)) {
                    changed.add(mark.state());
                }
            } else if (!says(sheet, mark, mark.seen().state(), mark.seen().minutes())
                    && !(now != null && says(sheet, mark, now.state(), now.minutes()))) {
                refuseMine(row); // who may not mark it is not asked to try again
                kept.add(row.id());
            }
        }
        sessions.save(sheet.session());
        return new Marked(List.copyOf(changed), List.copyOf(kept));
    }

    /** Everybody who is not marked yet was there; who says so stays as he is. */
    public int allPresent(long sessionId, int position) {
        OpenSheet sheet = sheets.open(sessionId, position);
        Map<Long, List<HalfDayMark>> there = byEnrolment(sessionId);
        List<Enrolment> unmarked = enrolments.findBySessionIdOrderById(sessionId).stream()
                .filter(row -> row.state().isExpected() || row.state().isMark())
                .filter(row -> at(sheet, there, row) == null && !isMine(row))
                .toList();
        unmarked.forEach(row -> apply(sheet, row, there, new Mark(EnrolmentState.PRESENT, null)));
        sessions.save(sheet.session());
        return unmarked.size();
    }

    /**
     * Somebody came without being enrolled: present, if the same rules as for everybody else allow it.
     *
     * @param who professional e-mail, or first and last name, of somebody of the circonscription
     * @param motive lets pass over what may be passed over; may be blank
     */
    public Enrolment walkIn(long sessionId, int position, String who, String motive) {
        OpenSheet sheet = sheets.open(sessionId, position);
        Enrolment enrolment = walkIns.seat(sheet.session(), who, motive);
        apply(sheet, enrolment, byEnrolment(sessionId), new Mark(EnrolmentState.PRESENT, null));
        sessions.save(sheet.session());
        return enrolment;
    }

    /** Who read the code before the session began is settled at its end, if nobody touched the sheet. */
    @EventListener
    void settle(MarksAwaited news) {
        TrainingSession session = sessions.lock(news.sessionId()).orElseThrow();
        Map<Long, List<HalfDayMark>> there = byEnrolment(session.id());
        List<HalfDay> all = halfDays.of(session);
        enrolments
                .expected(session.id())
                .forEach(row -> settle(session, all, row, there.getOrDefault(row.id(), List.of()), null));
        sessions.save(session);
    }

    private boolean apply(OpenSheet sheet, Enrolment row, Map<Long, List<HalfDayMark>> there, Mark mark) {
        if (!row.state().isExpected() && !row.state().isMark()) {
            throw new Refusal("Cette personne n'est pas inscrite à la session.");
        }
        int minutes = minutes(sheet, mark);
        HalfDayMark presence = at(sheet, there, row);
        boolean news = presence == null || !presence.says(mark.state(), minutes, mark.hours());
        List<HalfDayMark> all = there.computeIfAbsent(row.id(), first -> new ArrayList<>());
        if (presence == null) {
            presence = HalfDayMark.of(row.id(), sheet.halfDay().startsAt());
            all.add(presence);
        }
        if (news) {
            refuseMine(row);
            tell(sheet, row, presence, mark.state());
            presence.mark(mark.state(), minutes, mark.hours());
            presences.save(presence);
        }
        settle(sheet.session(), sheet.halfDays(), row, all, null);
        return news;
    }

    private void refuseMine(Enrolment row) {
        if (isMine(row)) {
            throw new Refusal("Votre propre présence est notée par la personne qui assure la formation, par quelqu'un"
                    + " d'autre de l'équipe, ou par le code de présence que vous lisez sur place : les autres lignes"
                    + " peuvent être enregistrées sans la vôtre.");
        }
    }

    private boolean isMine(Enrolment row) {
        return Objects.equals(me.agentId(), row.agentId());
    }

    /** What the half-days make of the whole, once all are marked. */
    void settle(TrainingSession session, List<HalfDay> halfDays, Enrolment row, List<HalfDayMark> marked, String why) {
        WholeSession.of(halfDays, marked).ifPresent(whole -> {
            boolean news = row.state() != whole.state()
                    || row.minutesAttended() == null
                    || row.minutesAttended() != whole.minutes();
            String reason = row.state().isMark() ? "Correction" : why;
            if (news && !seating.mark(session, row, whole.state(), whole.minutes(), reason)) {
                throw new Refusal("La session est complète : il n'y a plus de place pour une présence de plus.");
            }
        });
    }

    /** Of a session of one half-day the line of the enrolment says it all. */
    private void tell(OpenSheet sheet, Enrolment row, HalfDayMark before, EnrolmentState mark) {
        if (sheet.halfDays().size() > 1) {
            journal.add(JournalEntry.of("ENROLMENT", row.id())
                    .part(French.numeric(sheet.halfDay().startsAt()) + " "
                            + sheet.halfDay().part())
                    .change(before.state(), mark));
        }
    }

    private Map<Long, List<HalfDayMark>> byEnrolment(long sessionId) {
        return presences.ofSession(sessionId).stream()
                .collect(Collectors.groupingBy(
                        HalfDayMark::enrolmentId, HashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    /** Null while the line is not marked. */
    private static HalfDayMark at(OpenSheet sheet, Map<Long, List<HalfDayMark>> there, Enrolment row) {
        return there.getOrDefault(row.id(), List.of()).stream()
                .filter(presence -> presence.startsAt().equals(sheet.halfDay().startsAt()))
                .findFirst()
                .orElse(null);
    }

    private static boolean says(OpenSheet sheet, Mark mark, EnrolmentState state, Integer minutes) {
        return state == mark.state() && minutes != null && minutes == minutes(sheet, mark);
    }

    private static int minutes(OpenSheet sheet, Mark mark) {
        return switch (mark.state()) {
            case PRESENT -> sheet.halfDay().minutes();
            case PARTIEL -> partial(sheet.halfDay(), mark.minutes());
            default -> 0;
        };
    }

    private static int partial(HalfDay halfDay, Integer minutes) {
        int there = minutes == null ? halfDay.minutes() / 2 : minutes;
        if (there < 1 || there >= halfDay.minutes()) {
            throw new Refusal("Une présence partielle dure de 1 à " + (halfDay.minutes() - 1) + " minutes.");
        }
        return there;
    }

    /** A place freed by one line may be taken by another of the same sheet. */
    private static List<Enrolment> absentFirst(List<Enrolment> rows, Map<Long, Mark> marks) {
        return rows.stream()
                .sorted((a, b) -> Boolean.compare(
                        marks.get(a.id()).state().holdsPlace(),
                        marks.get(b.id()).state().holdsPlace()))
                .toList();
    }
}
