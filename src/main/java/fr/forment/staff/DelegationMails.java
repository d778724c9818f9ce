package fr.forment.staff;

import java.time.LocalDate;
import java.util.Map;

import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import org.springframework.stereotype.Component;

/** What the absent IEN and the delegate are told. Subjects name nobody. */
@Component
class DelegationMails {

    private final Correspondence post;
    private final Agents agents;
    private final Circonscriptions circonscriptions;

    DelegationMails(Correspondence post, Agents agents, Circonscriptions circonscriptions) {
        this.post = post;
        this.agents = agents;
        this.circonscriptions = circonscriptions;
    }

    void named(Delegation delegation) {
        both(delegation, "delegationNamed", "announce", delegation.lastDay(), "");
    }

    void prolonged(Delegation delegation) {
        both(delegation, "delegationProlonged", "announceProlonged:" + delegation.lastDay(), delegation.lastDay(), "");
    }

    void over(Delegation delegation) {
        both(delegation, "delegationOver", "conclude", null, delegation.endReason() == null ? "" : delegation.endReason());
    }

    private void both(Delegation delegation, String template, String step, LocalDate notAfter, String reason) {
        Letter letter = new Letter("staff/" + template, "delegation:" + step + ":" + delegation.id(), Map.of(
                "absent", name(delegation.giverId()), "delegue", name(delegation.delegateId()), "debut", FrenchDay.of(delegation.firstDay()),
                "fin", FrenchDay.of(delegation.lastDay()), "raison", reason,
                "circonscription", circonscriptions.find(delegation.perimeter()).map(Circonscription::name).orElse("la circonscription")),
                "/moi/delegation", notAfter);
        post.toAgent(delegation.delegateId(), letter);
        post.toAgent(delegation.giverId(), letter);
    }

    private String name(long agentId) {
        return agents.find(agentId).map(Agent::fullName).orElse("?");
    }
}
