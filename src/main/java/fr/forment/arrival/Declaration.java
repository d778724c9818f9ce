package fr.forment.arrival;

import fr.forment.account.AgentFunction;
import fr.forment.french.Refusal;
import fr.forment.people.NewAgent;
import java.time.LocalDate;

/**
 * A person whose arrival is declared. The e-mail may be unknown (null or blank).
 *
 * @param namesake it was said that somebody of that name who works nearby is another person
 */
public record Declaration(
        String lastName,
        String firstName,
        String email,
        AgentFunction function,
        String schoolUai,
        int quotity,
        LocalDate takenUpOn,
        boolean entExperience,
        boolean namesake) {

    public Declaration {
        if (function == null || !function.isOfSchool()) {
            throw new Refusal("Choisissez une fonction exercée dans une école.", "agentFunction");
        }
        if (schoolUai == null || schoolUai.isBlank()) {
            throw new Refusal("Choisissez l'école.", "school");
        }
        if (takenUpOn == null) {
            throw new Refusal("Indiquez la date de prise de fonction.", "takenUpOn");
        }
    }

    public Declaration(
            String lastName,
            String firstName,
            String email,
            AgentFunction function,
            String schoolUai,
            int quotity,
            LocalDate takenUpOn,
            boolean entExperience) {
        this(lastName, firstName, email, function, schoolUai, quotity, takenUpOn, entExperience, false);
    }

    NewAgent agent() {
        return NewAgent.inSchool(lastName, firstName, email, function, schoolUai)
                .working(quotity, false)
                .since(takenUpOn);
    }
}
