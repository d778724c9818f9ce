package fr.forment.session;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.territory.School;
import fr.forment.territory.SchoolRhythm;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The coming sessions of a module that a person may choose between: by the rules of every way in, and by the week of
 * the person's school.
 */
@Component
@RequiredArgsConstructor
public class SessionChoices {

    private final Sessions sessions;
    private final EnrolmentRules rules;
    private final Agents agents;
    private final Schools schools;

    /**
     * By date; those the person is enrolled in already are no choice.
     *
     * @param until the last day that is of use
     * @param max no more than so many
     */
    public List<TrainingSession> of(long agentId, String moduleCode, LocalDate until, int max) {
        return look(agentId, moduleCode, until, max).fitting();
    }

    /** A session with room that is none for somebody, and why. */
    public record Hindered(TrainingSession session, Set<Obstacle> obstacles) {}

    /**
     * @param fitting as {@link #of}
     * @param hindered the first that has room and is closed to this person by a rule alone; null where there is none
     */
    public record Looked(List<TrainingSession> fitting, Hindered hindered) {}

    /** What there is, and what would be but for a rule, at the cost of one look. */
    public Looked look(long agentId, String moduleCode, LocalDate until, int max) {
        Agent agent = agents.find(agentId).orElseThrow();
        List<TrainingSession> fitting = new ArrayList<>();
        Hindered hindered = null;
        for (TrainingSession session : possible(agent, moduleCode, until)) {
            Set<Obstacle> obstacles = rules.foreseen(session, agent);
            if (allows(obstacles)) {
                fitting.add(session);
            } else if (hindered == null && !obstacles.contains(Obstacle.DEJA_INSCRIT)) {
                hindered = new Hindered(session, obstacles);
            }
            if (fitting.size() == max) {
                break;
            }
        }
        return new Looked(fitting, hindered);
    }

    private List<TrainingSession> possible(Agent agent, String moduleCode, LocalDate until) {
        if (agent.circonscriptionUai() == null) {
            return List.of();
        }
        boolean teachesOnWednesday = agent.schoolUai() != null
                && schools.find(agent.schoolUai())
                        .map(School::rhythm)
                        .filter(SchoolRhythm::teachesOnWednesday)
                        .isPresent();
        return sessions.upcoming(agent.circonscriptionUai(), moduleCode).stream()
                .filter(session -> session.hasRoom() && !session.day().isAfter(until))
                .filter(session -> !session.isClosedToEnrolment(agents.today()))
                .filter(session -> !(teachesOnWednesday && SchoolRhythm.isWednesdayMorning(session.startsAt())))
                .toList();
    }

    /** Another date of the same module gives back what it takes: the place and the hours of the first. */
    static boolean allows(Set<Obstacle> obstacles) {
        Set<Obstacle> left = obstacles.isEmpty() ? EnumSet.noneOf(Obstacle.class) : EnumSet.copyOf(obstacles);
        if (left.remove(Obstacle.AUTRE_SESSION)) {
            left.remove(Obstacle.HEURES);
        }
        return left.isEmpty();
    }
}
