package fr.forment.session.closing;

import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.session.ModuleLine;
import fr.forment.session.SessionChoices;
import fr.forment.session.SessionWords;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Whoever loses a place without having given it up still needs the module: the request it came from is open again at
 * its rank, and the person reads what comes next.
 */
@Component
@RequiredArgsConstructor
public class LostPlaces {

    private final ModuleLine line;
    private final SessionChoices choices;
    private final SessionWords words;
    private final Projects projects;

    /**
     * Once the person has left the session.
     *
     * @param joins whoever never asked for the module stands in its line from now on too
     * @return what the person is told comes next, in French sentences; empty when nothing of the module is awaited
     */
    public String next(TrainingSession session, long agentId, boolean joins) {
        if (!line.lost(session, agentId, joins && !isOfNoUse(session))) {
            return "";
        }
        return "Vous êtes sur la liste d'attente de ce module : une place vous sera proposée à votre tour. "
                + choices.of(agentId, session.moduleCode(), LocalDate.MAX, 1).stream()
                        .findFirst()
                        .map(next -> "Prochaine session possible à ce jour : " + words.day(next) + ", "
                                + words.hours(next) + ", " + words.place(next) + ".")
                        .orElse(
                                "Aucune autre session n'a de place pour vous à ce jour ; l'équipe de circonscription le sait.");
    }

    /** Nobody is trained for a project that was given up. */
    private boolean isOfNoUse(TrainingSession session) {
        return session.projectId() != null
                && projects.find(session.projectId())
                        .filter(project -> project.state() == ProjectState.ABANDONNE)
                        .isPresent();
    }
}
