package fr.forment.session.closing;

import fr.forment.account.Role;
import fr.forment.post.Correspondence;
import fr.forment.session.SessionMails;
import fr.forment.session.TrainingSession;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is asked for the marks of a session, one letter at a time. */
@Component
@RequiredArgsConstructor
class MarksMails {

    private static final List<String> WAITING_MARKS =
            List.of("session/marksAwaited", "session/marksLate", "session/marksEscalated");

    private final Correspondence post;
    private final SessionMails letters;

    /** @param occurrence 0 at the end of the session, then the rank of the reminder */
    void marksAwaited(TrainingSession session, int occurrence) {
        if (occurrence == 0 || !post.hasJustWritten(SessionMails.page(session), session.trainerId(), WAITING_MARKS)) {
            letters.toTrainer(
                    session,
                    letters.marks(session, occurrence == 0 ? "marksAwaited" : "marksLate", String.valueOf(occurrence)));
        }
    }

    /** The marks are there: nobody is asked for them any more. */
    void marksSettled(TrainingSession session) {
        post.takeBack(SessionMails.page(session), WAITING_MARKS, "Les présences sont enregistrées.");
    }

    void marksEscalated(TrainingSession session, int occurrence) {
        post.takeBack(SessionMails.page(session), WAITING_MARKS, "Un courriel plus récent demande la même chose.");
        var letter = letters.marks(session, "marksEscalated", String.valueOf(occurrence));
        letters.toTrainer(session, letter);
        List.of(Role.IEN, Role.SECRETAIRE, Role.ERUN)
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }
}
