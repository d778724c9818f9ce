package fr.forment.attendance;

import fr.forment.account.SignedIn;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.closing.MarksReopenings;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The émargement ended from its own page. It is the task of Tasklist, for those to whom that is open: who gives the
 * session or a part of it, the E-RUN, and whomever a reminder opened it to.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class MarksEndService {

    private static final String PROCESS = "trainingSession";

    private final SessionRepository sessions;
    private final MarksReopenings reopenings;
    private final Sheets sheets;
    private final OpenTasks tasks;
    private final SignedIn me;

    /**
     * What the page says of the end. @param awaited the task is open @param mine to the reader @param reopened it is
     * the correction of a closed session
     */
    public record End(boolean awaited, boolean mine, boolean reopened) {}

    @Transactional(readOnly = true)
    public End of(TrainingSession session) {
        Optional<OpenTask> open = open(session);
        return new End(open.isPresent(), open.filter(this::isMine).isPresent(), reopenings.isOpen(session.id()));
    }

    /**
     * Ends it, once: the second of two hands is told so.
     *
     * @param headCount of a meeting with parents, as typed
     * @throws Refusal that says what is still to be marked, or who may end it
     */
    public void end(long sessionId, String headCount) {
        TrainingSession session =
                sessions.lock(sessionId).orElseThrow(() -> new Refusal("Cette session n'existe pas."));
        OpenTask task = open(session).orElseThrow(() -> new Refusal(whyNone(session)));
        if (!isMine(task)) {
            throw new Refusal(
                    "L'émargement est terminé par la personne qui assure la formation, ou par l'E-RUN : ce que vous avez saisi est enregistré.");
        }
        String left = sheets.leftToMark(session);
        if (!left.isEmpty() && !session.isForParents()) {
            throw new Refusal("Il reste des présences à saisir : " + left + ".");
        }
        tasks.finish(PROCESS, sessionId, task.taskKey(), Map.of("confirmed", true, "headCount", headCount));
    }

    private static String whyNone(TrainingSession session) {
        return session.state().isOver() || session.state() == SessionState.A_EMARGER
                ? "L'émargement est déjà terminé : il n'y a plus rien à faire."
                : "L'émargement se termine une fois la session finie, le " + French.day(session.endsAt()) + " après "
                        + French.time(session.endsAt()) + " : ce que vous avez saisi est enregistré.";
    }

    private Optional<OpenTask> open(TrainingSession session) {
        String key = reopenings.isOpen(session.id()) ? "correct" : "mark";
        return tasks.in(PROCESS, session.id()).stream()
                .filter(task -> task.is(PROCESS, key))
                .findFirst();
    }

    private boolean isMine(OpenTask task) {
        return me.login() != null
                && tasks.visible(task.id(), me.login(), me.groups()).isPresent();
    }
}
