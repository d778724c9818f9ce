package fr.forment.session.closing;

import fr.forment.account.Role;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.Givers;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is asked for the marks of a session, one letter at a time. */
@Component
@RequiredArgsConstructor
class MarksMails {

    static final List<String> WAITING_MARKS =
            List.of("session/marksAwaited", "session/marksLate", "session/marksEscalated");

    private static final List<String> WAITING_CORRECTION =
            List.of("session/correctionAwaited", "session/correctionLate");

    private final Correspondence post;
    private final SessionMails letters;
    private final SessionWords words;
    private final SessionDates dates;
    private final Givers givers;

    /** At the end of the session. */
    void marksAwaited(TrainingSession session) {
        post.takeBack(
                SessionMails.page(session),
                List.of(SessionMails.HALF_DAY_MARKS),
                "La session est finie : un seul courriel demande toutes les présences.");
        if (givers.isNobodyNamed(session)) {
            post.toFirstGroup(Role.ERUN, Role.CPC, session.circonscriptionUai(), awaited(session, null));
        }
        givers.of(session).forEach(giver -> post.toAgent(giver, awaited(session, giver)));
    }

    /** On several dates each reads which half-days are his. */
    private Letter awaited(TrainingSession session, Long giver) {
        return letters.marks(
                session,
                "marksAwaited",
                "0",
                Map.of("demiJournees", session.isOnSeveralDays() ? givers.told(session, giver) : List.of()));
    }

    /** Each who gave a part of it has its marks; the E-RUN where nobody was named. */
    private void toGivers(TrainingSession session, Letter letter) {
        if (givers.isNobodyNamed(session)) {
            post.toFirstGroup(Role.ERUN, Role.CPC, session.circonscriptionUai(), letter);
        }
        givers.of(session).forEach(giver -> post.toAgent(giver, letter));
    }

    /** The marks of a closed session are open again, or wait for their correction. */
    void correctionAwaited(TrainingSession session, String motive, String template) {
        Letter letter = letters.marks(
                session, template, template + ":" + dates.now(session).withNano(0), Map.of("motif", motive));
        toGivers(session, letter);
        post.toFirstGroup(Role.ERUN, Role.CPC, session.circonscriptionUai(), letter);
    }

    /** Whoever holds it may have handed it on: it is found invalid from now on. */
    void attestationWithdrawn(TrainingSession session, Attestation revoked) {
        post.toAgent(
                revoked.agentId(),
                new Letter(
                        "session/attestationWithdrawn",
                        "trainingSession:attestationWithdrawn:" + revoked.number(),
                        Map.of("numero", revoked.number(), "titre", words.title(session), "date", words.day(session)),
                        "/moi/formations",
                        null));
    }

    void correctionSettled(TrainingSession session) {
        post.takeBack(SessionMails.page(session), WAITING_CORRECTION, "L'émargement est corrigé.");
    }

    /** The marks are there: nobody is asked for them any more. */
    void marksSettled(TrainingSession session) {
        post.takeBack(SessionMails.page(session), WAITING_MARKS, "Les présences sont enregistrées.");
    }
}
