package fr.forment.waiting;

import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.Convoking;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentRules;
import fr.forment.session.EnrolmentState;
import fr.forment.session.Numbers;
import fr.forment.session.Seating;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionMails;
import fr.forment.session.SessionRepository;
import fr.forment.session.TrainingSession;
import fr.forment.session.WaitingList;
import fr.forment.session.guard.WhyNot;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A place passes to a colleague of the same school, at one stroke: it is the school's, so nobody who waits comes in
 * between. The colleague comes by the same rules as everybody. Rights are asked by the caller.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class ReplacementService {

    private final SessionRepository sessions;
    private final EnrolmentRepository enrolments;
    private final EnrolmentRules rules;
    private final WhyNot reasons;
    private final WaitingList line;
    private final Seating seating;
    private final Convoking convoking;
    private final Numbers numbers;
    private final SessionMails mails;
    private final RequestMails letters;
    private final SessionDates dates;
    private final Agents agents;

    /** Those who work in the same school and are not the person himself; by name. */
    @Transactional(readOnly = true)
    public List<Agent> colleagues(Enrolment row) {
        return row.schoolUai() == null
                ? List.of()
                : agents.inSchool(row.schoolUai()).stream()
                        .filter(agent -> agent.id() != row.agentId())
                        .toList();
    }

    /** @param saidBy the agent who says so; null when it is nobody on the lists */
    public void replace(long enrolmentId, long colleagueId, Long saidBy) {
        TrainingSession session = sessions.lock(
                        enrolments.findById(enrolmentId).orElseThrow().sessionId())
                .orElseThrow();
        Enrolment row = enrolments.findById(enrolmentId).orElseThrow();
        if (!session.isOpenTo(dates.now(session)) || !row.state().isExpected()) {
            throw new Refusal(
                    "Cette place ne peut plus être donnée à un collègue : la session a commencé, est annulée, ou l'inscription a changé. Rechargez la page.");
        }
        Agent colleague = agents.find(colleagueId)
                .filter(agent -> Objects.equals(agent.schoolUai(), row.schoolUai()))
                .orElseThrow(() -> new Refusal("Choisissez un collègue de la même école."));
        line.hold(session, colleagueId);
        reasons.refuse(session, colleague, rules.obstacles(session, colleague));
        seating.unseat(session, row, EnrolmentState.REMPLACE, "Place donnée à un collègue");
        Enrolment seated = seating.seat(session, colleague, "Remplace un collègue")
                .orElseThrow(() -> new Refusal(
                        "Cette place n'est plus libre : quelqu'un vient de modifier la session. Rechargez la page."));
        mails.unseated(session, row, session.startsAt(), "votre place est donnée à un collègue de votre école");
        convoking.tell(session, seated);
        letters.replaced(session, row, saidBy);
        sessions.save(session);
        numbers.changed(session);
    }
}
