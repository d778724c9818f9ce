package fr.forment.session.web;

import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.TrainingSession;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An enrolment asked on the page of a session: rights, rules and what is answered in one transaction, so that a hundred
 * people who come to one session within a minute are each read once, and as they are under its lock.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class EnrolmentDeskService {

    private final SessionAccess access;
    private final EnrolmentService enrolments;
    private final SessionNews news;

    /**
     * @param agentId null where nobody was chosen
     * @return what was done, in French
     * @throws Refusal saying what stands in the way
     */
    public String enrol(long sessionId, Long agentId, String motive) {
        TrainingSession session = access.heldToOrganise(sessionId);
        if (agentId == null) {
            throw new Refusal("Choisissez la personne à inscrire.");
        }
        Agent person = access.reach().person(agentId);
        Enrolment enrolment = enrolments.enrol(session, person, motive);
        return (enrolment.state() == EnrolmentState.LISTE_ATTENTE
                        ? "La session est complète : la personne est sur liste d'attente."
                        : "La personne est inscrite.")
                + news.toldTo(session, session.startsAt(), List.of(person));
    }
}
