package fr.forment.access;

import fr.forment.account.Delegation;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the absent IEN and the delegate are told. Subjects name nobody. */
@Component
@RequiredArgsConstructor
class DelegationMails {

    private final Correspondence post;
    private final Agents agents;
    private final Circonscriptions circonscriptions;

    void named(Delegation delegation) {
        both(delegation, letter(delegation, "delegationNamed", "announce", delegation.lastDay(), ""));
    }

    void prolonged(Delegation delegation) {
        both(
                delegation,
                letter(delegation, "delegationProlonged", prolongedStep(delegation), delegation.lastDay(), ""));
    }

    void over(Delegation delegation) {
        for (long reader : List.of(delegation.delegateId(), delegation.giverId())) {
            List.of(key(delegation, "announce"), key(delegation, prolongedStep(delegation)))
                    .forEach(key -> post.takeBack(key, reader, "La délégation a pris fin avant l'envoi."));
        }
        boolean early = delegation.endReason() != null;
        Letter letter = letter(delegation, "delegationOver", "conclude", null, early ? delegation.endReason() : "");
        both(delegation, early ? letter.atOnce() : letter);
    }

    private static String prolongedStep(Delegation delegation) {
        return "announceProlonged:" + delegation.lastDay();
    }

    private static String key(Delegation delegation, String step) {
        return "delegation:" + step + ":" + delegation.id();
    }

    private void both(Delegation delegation, Letter letter) {
        post.toAgent(delegation.delegateId(), letter);
        post.toAgent(delegation.giverId(), letter);
    }

    private Letter letter(Delegation delegation, String template, String step, LocalDate notAfter, String reason) {
        return new Letter(
                "access/" + template,
                key(delegation, step),
                Map.of(
                        "debutCourt",
                        French.numeric(delegation.firstDay()),
                        "finCourte",
                        French.numeric(delegation.lastDay()),
                        "absent",
                        name(delegation.giverId()),
                        "delegue",
                        name(delegation.delegateId()),
                        "debut",
                        French.date(delegation.firstDay()),
                        "fin",
                        French.date(delegation.lastDay()),
                        "raison",
                        reason,
                        "circonscription",
                        circonscriptions
                                .find(delegation.perimeter())
                                .map(Circonscription::name)
                                .orElse("la circonscription")),
                "/moi/delegation",
                notAfter);
    }

    private String name(long agentId) {
        return agents.find(agentId).map(Agent::fullName).orElse("?");
    }
}
