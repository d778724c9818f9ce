package fr.forment.session.closing;

import fr.forment.account.Role;
import fr.forment.mail.HouseAddress;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionState;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
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

    private static final List<String> WAITING_MARKS =
            List.of("session/marksAwaited", "session/marksLate", "session/marksEscalated");

    private static final List<String> WAITING_CORRECTION =
            List.of("session/correctionAwaited", "session/correctionLate");

    private final Correspondence post;
    private final SessionMails letters;
    private final Sessions sessions;
    private final SessionWords words;
    private final SessionDates dates;
    private final HouseAddress house;
    private final Givers givers;

    /** @param occurrence 0 at the end of the session, then the rank of the reminder */
    void marksAwaited(TrainingSession session, int occurrence) {
        if (occurrence == 0) {
            toGivers(session, letters.marks(session, "marksAwaited", "0"));
        } else {
            if (givers.isNobodyNamed(session)) {
                post.toGroup(
                        Role.ERUN,
                        session.circonscriptionUai(),
                        letters.marks(session, "marksLate", String.valueOf(occurrence)));
            }
            givers.of(session).stream()
                    .filter(giver -> !post.hasJustWritten(SessionMails.page(session), giver, WAITING_MARKS))
                    .forEach(giver -> late(session, giver, occurrence));
        }
    }

    /** Each who gave a part of it has its marks; the E-RUN where nobody was named. */
    private void toGivers(TrainingSession session, Letter letter) {
        if (givers.isNobodyNamed(session)) {
            post.toGroup(Role.ERUN, session.circonscriptionUai(), letter);
        }
        givers.of(session).forEach(giver -> post.toAgent(giver, letter));
    }

    /** Whoever owes the marks of several sessions reads of all of them at once, and of none twice on one day. */
    private void late(TrainingSession session, long giver, int occurrence) {
        List<TrainingSession> owed = sessions.givenBy(giver).stream()
                .filter(each -> each.state() == SessionState.A_EMARGER)
                .toList();
        if (owed.size() < 2) {
            post.toAgent(giver, letters.marks(session, "marksLate", String.valueOf(occurrence)));
            return;
        }
        String key = "trainingSession:marks:ofTrainer:" + dates.now(session).toLocalDate();
        List<String> lines = owed.stream()
                .map(each -> words.title(each) + ", " + words.day(each) + " : "
                        + house.of(SessionMails.page(each) + "/emargement"))
                .toList();
        post.toAgent(
                giver,
                new Letter(
                        "session/marksLateOfSeveral",
                        key,
                        Map.of("combien", owed.size(), "sessions", lines),
                        "/sessions",
                        null));
    }

    /** The marks of a closed session are open again, or wait for their correction. */
    void correctionAwaited(TrainingSession session, String motive, String template) {
        Letter letter = letters.marks(
                session, template, template + ":" + dates.now(session).withNano(0), Map.of("motif", motive));
        toGivers(session, letter);
        post.toGroup(Role.ERUN, session.circonscriptionUai(), letter);
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

    void marksEscalated(TrainingSession session, int occurrence) {
        post.takeBack(SessionMails.page(session), WAITING_MARKS, "Un courriel plus récent demande la même chose.");
        var letter = letters.marks(session, "marksEscalated", String.valueOf(occurrence));
        toGivers(session, letter);
        List.of(Role.IEN, Role.SECRETAIRE, Role.ERUN)
                .forEach(role -> post.toGroup(role, session.circonscriptionUai(), letter));
    }
}
