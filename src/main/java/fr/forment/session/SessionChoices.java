package fr.forment.session;

import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.territory.School;
import fr.forment.territory.SchoolRhythm;
import fr.forment.territory.Schools;
import java.time.LocalDate;
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
        Agent agent = agents.find(agentId).orElseThrow();
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
                .filter(session -> allows(rules.foreseen(session, agent)))
                .limit(max)
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
