package fr.forment.convocation;

import fr.forment.files.AgendaFile;
import fr.forment.mail.Attachment;
import fr.forment.mail.LetterFiles;
import fr.forment.mail.QueuedMail;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.AgendaPart;
import fr.forment.session.halfday.SessionAgenda;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.waiting.PlaceOfferRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Appointments that go with letters, so that the reader's calendar follows by itself. Whatever the letter says, its
 * appointment says what is true as it leaves: the last letter that arrives is right, also when an earlier one was late.
 * A letter also takes out what its reader has left elsewhere without a word.
 */
@Component
@Order(2)
@RequiredArgsConstructor
class AppointmentLetters implements LetterFiles {

    private static final Set<String> TELL_THE_CALENDAR = Set.of(
            "session/enrolled",
            "session/waiting",
            "session/waitingMoved",
            "session/placeFound",
            "session/convoked",
            "session/postponed",
            "session/amended",
            "session/trainerChanged",
            "session/unseated",
            "session/youAreExcused",
            "session/cancelled",
            "session/noPlace",
            "session/announced",
            "session/trainerInformed",
            "session/trainerPostponed",
            "session/amendedForTrainer",
            "session/replaced",
            "session/trainerCancelled",
            "session/changed",
            "session/halfDayEntrusted",
            "session/halfDayTaken",
            "session/postponedNoted",
            "session/cancelledNoted",
            "waiting/offered",
            "waiting/expired",
            "waiting/withdrawn",
            "waiting/declined",
            "waiting/left",
            "waiting/trained",
            "waiting/removed");

    private final LetterSession letters;
    private final Sessions sessions;
    private final SessionAgenda agenda;
    private final SessionDates dates;
    private final SessionWords words;
    private final SentInvitations invitations;
    private final SessionHalfDays halfDays;
    private final PlaceOfferRepository offers;
    private final Clock clock;

    @Override
    public boolean concerns(QueuedMail mail) {
        return mail.readerId() != null && TELL_THE_CALENDAR.contains(mail.template());
    }

    @Override
    public boolean areKept() {
        return true;
    }

    @Override
    public List<Attachment> of(QueuedMail mail, boolean leaves) {
        List<Sent> before = invitations.to(mail.readerId());
        List<Attachment> files = new ArrayList<>();
        Optional<TrainingSession> about = letters.of(mail);
        about.ifPresent(session -> tell(session, mail, sent(before, session), leaves, files));
        before.stream()
                .filter(sent -> sent.stands()
                        && about.filter(session -> session.id() == sent.sessionId())
                                .isEmpty())
                .forEach(sent -> sessions.find(sent.sessionId())
                        .filter(session -> part(session, mail.readerId()).isCancelled())
                        .ifPresent(session -> tell(session, mail, sent, leaves, files)));
        return files;
    }

    private static Sent sent(List<Sent> before, TrainingSession session) {
        return before.stream()
                .filter(each -> each.sessionId() == session.id())
                .findFirst()
                .orElse(Sent.nothing(session.id()));
    }

    private AgendaPart part(TrainingSession session, long reader) {
        List<Enrolment> own = sessions.enrolments(session.id(), reader);
        AgendaPart part = AgendaPart.of(session, halfDays.giver(session, reader), own);
        if (part.kind() != AgendaPart.Kind.OWN
                && offers.open(session.id(), reader).isPresent()) {
            return AgendaPart.offered(session);
        }
        return part.kind() == AgendaPart.Kind.WATCHED ? part.left() : part;
    }

    /** Nothing of what is over, and nothing is taken out that was never put in. */
    private void tell(TrainingSession session, QueuedMail mail, Sent sent, boolean leaves, List<Attachment> files) {
        AgendaPart part = part(session, mail.readerId());
        if (dates.now(session).isAfter(session.endsAt()) || part.isCancelled() && !sent.stands()) {
            return;
        }
        SortedMap<Integer, AgendaFile.Event> now = agenda.events(session, part, sent.sequence() + 1);
        AgendaFile.Event last = now.get(now.lastKey());
        Set<Integer> standing = part.isCancelled() ? Set.of() : now.keySet();
        for (int position = 1; position <= Sent.LAST; position++) {
            if (standing.contains(position)) {
                add(session, mail, "REQUEST", now.get(position), files);
            } else if (sent.holds(position)) {
                add(session, mail, "CANCEL", agenda.gone(session, position, last), files);
            }
        }
        if (leaves) {
            invitations.keep(mail.readerId(), Sent.of(session.id(), standing, last.sequence()));
        }
    }

    private void add(
            TrainingSession session, QueuedMail mail, String method, AgendaFile.Event event, List<Attachment> files) {
        files.add(Attachment.invitation(
                "rendez-vous" + (files.isEmpty() ? "" : "-" + (files.size() + 1)) + ".ics",
                method,
                AgendaFile.invitation(
                        method,
                        clock.instant(),
                        dates.clock(session),
                        "Formation, " + words.circonscription(session),
                        mail.toName() == null ? mail.toAddress() : mail.toName(),
                        mail.toAddress(),
                        event)));
    }
}
