package fr.forment.attendance;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.MarksReopenings;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Opens a sheet to be marked: nobody else marks the session until the transaction ends. */
@Component
@RequiredArgsConstructor
class OpenSheets {

    private final SessionRepository sessions;
    private final SessionHalfDays halfDays;
    private final SessionDates dates;
    private final MarksReopenings reopenings;

    /** @throws Refusal before the half-day, and once the session is closed */
    OpenSheet open(long sessionId, int position) {
        TrainingSession session =
                sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
        if (session.isForParents()) {
            throw new Refusal(
                    "Une réunion de parents n'a pas de feuille nominative : indiquez le nombre de présents dans la tâche « Saisir l'émargement ».");
        }
        if (session.state() == SessionState.DATE_A_FIXER) {
            throw new Refusal(
                    "La date de cette session n'est pas fixée, et personne n'y est convoqué : la tâche « Fixer la date » ou « Compléter la session » attend l'équipe de circonscription. La présence se relève une fois la date décidée.");
        }
        if (!session.hasBegun(dates.now(session))) {
            throw new Refusal("La session n'a pas commencé : la présence se relève à partir de son début.");
        }
        if (session.state().isOver() && !reopenings.isOpen(sessionId)) {
            throw new Refusal("La session est "
                    + French.inSentence(session.state().label()) + " : les présences ne changent plus.");
        }
        List<HalfDay> all = halfDays.of(session);
        HalfDay halfDay = all.stream()
                .filter(half -> half.position() == position)
                .findFirst()
                .orElseThrow(
                        () -> new Refusal("Cette demi-journée ne fait plus partie de la session. Rechargez la page."));
        if (!halfDay.hasBegun(dates.now(session))) {
            throw new Refusal("Cette demi-journée n'a pas commencé (" + halfDay.told()
                    + ") : la présence se relève à partir de son début.");
        }
        return new OpenSheet(session, all, halfDay);
    }
}
