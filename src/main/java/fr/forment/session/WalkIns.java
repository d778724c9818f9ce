package fr.forment.session;

import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.guard.WhyNot;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Somebody came without being enrolled: a place by the same rules as for everybody else. */
@Component
@RequiredArgsConstructor
public class WalkIns {

    private final EnrolmentRepository enrolments;
    private final EnrolmentRules rules;
    private final WhyNot reasons;
    private final Seating seating;
    private final Agents agents;

    /**
     * The caller holds the lock on the session and saves it.
     *
     * @param who professional e-mail, or first and last name, of somebody of the circonscription
     * @param motive lets pass over what may be passed over; may be blank
     */
    public Enrolment seat(TrainingSession session, String who, String motive) {
        SessionChanges.refuseTooLong(motive);
        Agent agent = found(session, who);
        var left = rules.obstacles(session, agent);
        left.remove(Obstacle.ABSENCE); // here he is
        Optional<Enrolment> waiting = enrolments.active(session.id(), agent.id());
        waiting.ifPresent(row -> left.removeAll(row.waived()));
        reasons.refuse(session, agent, EnrolmentService.remaining(left, motive));
        String why = motive == null || motive.isBlank() ? "Ajout sur place" : "Ajout sur place : " + motive.strip();
        return seating.seat(session, agent, waiting.isPresent() ? "De la liste d'attente, sur place" : why)
                .orElseThrow(() -> new Refusal("Cette personne " + Obstacle.COMPLET.label() + "."));
    }

    private Agent found(TrainingSession session, String who) {
        String wanted = Typed.text(who);
        if (wanted.isEmpty()) {
            throw new Refusal("Écrivez le nom et le prénom, ou l'adresse électronique professionnelle.", "who");
        }
        List<Agent> same = agents.inCirconscription(session.circonscriptionUai()).stream()
                .filter(agent -> isNamed(agent, wanted))
                .toList();
        if (same.size() != 1) {
            throw new Refusal(
                    same.isEmpty()
                            ? "Aucune personne de ce nom dans la circonscription. Vérifiez l'orthographe, ou demandez à l'E-RUN d'ajouter la personne à la liste du personnel."
                            : "Plusieurs personnes portent ce nom : indiquez l'adresse électronique professionnelle.");
        }
        return same.get(0);
    }

    private static boolean isNamed(Agent agent, String wanted) {
        return wanted.equalsIgnoreCase(agent.email())
                || Names.same(wanted, agent.fullName())
                || Names.same(wanted, agent.lastName() + " " + agent.firstName());
    }
}
