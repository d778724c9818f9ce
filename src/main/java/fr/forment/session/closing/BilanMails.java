package fr.forment.session.closing;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.Givers;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is asked for the bilan of a session: who gave it, or the IEN where nobody is named. */
@Component
@RequiredArgsConstructor
class BilanMails {

    private static final List<String> WAITING = List.of("session/bilanAwaited", "session/bilanLate");

    private final Correspondence post;
    private final SessionWords words;
    private final SessionDates dates;
    private final Givers givers;

    void awaited(TrainingSession session, String template) {
        Letter letter = new Letter(
                "session/" + template,
                "trainingSession:signBilan:" + session.id() + ":" + template,
                Map.of(
                        "titre",
                        words.title(session),
                        "date",
                        words.day(session),
                        "court",
                        French.brief(session.day()),
                        "fin",
                        French.date(dates.correction(session))),
                page(session),
                null);
        if (givers.isNobodyNamed(session)) {
            post.toGroup(Role.IEN, session.circonscriptionUai(), letter);
        }
        givers.of(session).forEach(giver -> post.toAgent(giver, letter));
    }

    void settled(TrainingSession session) {
        post.takeBack(page(session), WAITING, "Le bilan est signé.");
    }

    private static String page(TrainingSession session) {
        return "/sessions/" + session.id() + "/bilan";
    }
}
