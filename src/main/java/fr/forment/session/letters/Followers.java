package fr.forment.session.letters;

import fr.forment.mail.MailBox;
import fr.forment.post.Correspondence;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.SessionMails;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.Givers;
import fr.forment.session.told.ChangeMails;
import fr.forment.session.told.LastTold;
import fr.forment.session.told.Tidings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Those who were told of a session without being in it: directors whose people were summoned, the team that was asked
 * for a decision or a trainer. The outbox knows them; who was told since that it is no more his matter is not one of
 * them.
 */
@Component
@RequiredArgsConstructor
public class Followers {

    private static final Set<String> OUT =
            Set.of("session/replaced", "session/unseated", "session/noPlace", "session/cancelledNoted");

    private static final List<String> OF_A_CHANGE = List.of("session/postponedNoted", "session/changed");

    private final MailBox mails;
    private final Correspondence post;
    private final SessionMails letters;
    private final EnrolmentRepository enrolments;
    private final LastTold told;
    private final Givers givers;
    private final ChangeMails changed;

    /**
     * As to everybody a cancelled session was announced to; who cancelled it knows.
     *
     * @param expected people who had a place @param author null: nobody of the lists
     */
    public void cancelled(TrainingSession session, String motive, int expected, Long author) {
        readers(session).stream().filter(reader -> !reader.equals(author)).forEach(reader -> {
            Map<String, Object> more = letters.known(session, reader, motive);
            more.put("inscrits", expected);
            post.toAgent(
                    reader, letters.cancelling(session, reader, "cancelledNoted", "cancelNoted:" + session.id(), more));
        });
    }

    /** Each of what he does not know yet. */
    public void postponed(TrainingSession session, String motive) {
        List<Long> readers = readers(session);
        Map<Long, Tidings> before = told.of(session);
        readers.removeIf(reader -> Tidings.of(session).equals(before.get(reader))); // another letter of this change
        readers.forEach(reader -> letters.takeBack(session, reader, OF_A_CHANGE, SessionMails.POSTPONED_FIRST));
        Map<Long, Tidings> known = told.of(session);
        for (long reader : readers) {
            Tidings last = known.get(reader);
            if (last != null && !last.equals(Tidings.of(session))) {
                post.toAgent(
                        reader,
                        changed.since(
                                session,
                                last,
                                "postponedNoted",
                                "postponeNoted:" + session.id() + ":" + session.sequence(),
                                motive));
            }
        }
    }

    private List<Long> readers(TrainingSession session) {
        List<Long> readers = new ArrayList<>();
        Set<Long> inside = new HashSet<>();
        enrolments.findBySessionIdOrderById(session.id()).forEach(row -> inside.add(row.agentId()));
        inside.add(session.trainerId());
        List<Long> giving = givers.of(session);
        mails.lastLetters(SessionMails.page(session)).forEach((reader, last) -> {
            boolean gaveUp = last.equals("session/halfDayTaken") && !giving.contains(reader);
            if (!inside.contains(reader) && !OUT.contains(last) && !gaveUp) {
                readers.add(reader);
            }
        });
        return readers;
    }
}
