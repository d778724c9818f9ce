package fr.forment.session;

import fr.forment.mail.MailBox;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import java.time.LocalDateTime;
import java.util.HashSet;
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

    private final MailBox mails;
    private final Correspondence post;
    private final SessionMails letters;
    private final EnrolmentRepository enrolments;
    private final SessionWords words;
    private final SessionDates dates;

    /** At once, as to everybody a cancelled session was announced to. */
    public void cancelled(TrainingSession session, String motive) {
        tell(
                session,
                letters.changing(session, "cancelledNoted", "cancelNoted:" + session.id(), Map.of("motif", motive))
                        .atOnce());
    }

    void postponed(TrainingSession session, LocalDateTime formerly, String motive) {
        tell(
                session,
                letters.changing(
                                session,
                                "postponedNoted",
                                "postponeNoted:" + session.id() + ":" + session.sequence(),
                                Map.of("avant", words.moment(session, formerly), "motif", motive))
                        .undoing(dates.nearer(session, formerly)));
    }

    private void tell(TrainingSession session, Letter letter) {
        Set<Long> inside = new HashSet<>();
        enrolments.findBySessionIdOrderById(session.id()).forEach(row -> inside.add(row.agentId()));
        inside.add(session.trainerId());
        mails.lastLetters(SessionMails.page(session)).forEach((reader, last) -> {
            if (!inside.contains(reader) && !OUT.contains(last)) {
                post.toAgent(reader, letter);
            }
        });
    }
}
