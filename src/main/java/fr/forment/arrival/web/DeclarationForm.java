package fr.forment.arrival.web;

import fr.forment.account.AgentFunction;
import fr.forment.arrival.Declaration;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.people.Quotity;
import java.time.LocalDate;
import java.util.Set;

/** What the browser sends, as typed; nothing in it is trusted. */
public record DeclarationForm(
        String lastName,
        String firstName,
        String email,
        String function,
        String schoolUai,
        String quotity,
        String takenUpOn,
        String entExperience,
        String namesake) {

    static DeclarationForm empty(Set<String> schools, LocalDate today) {
        return new DeclarationForm(
                null,
                null,
                null,
                null,
                schools.size() == 1 ? schools.iterator().next() : null,
                "100",
                today.toString(),
                "non",
                null);
    }

    Declaration declaration() {
        if (!"oui".equals(entExperience) && !"non".equals(entExperience)) {
            throw new Refusal("Dites si cette personne a déjà utilisé un ENT.");
        }
        return new Declaration(
                lastName,
                firstName,
                email,
                functionOrNull(),
                schoolUai,
                percent(),
                Typed.dateOrNull(takenUpOn, "takenUpOn"),
                "oui".equals(entExperience),
                namesake != null);
    }

    AgentFunction functionOrNull() {
        return Typed.code(AgentFunction.class, function).orElse(null);
    }

    private int percent() {
        return Quotity.read(quotity).orElse(0);
    }
}
