package fr.forment.arrival.process;

import fr.forment.arrival.ArrivalDeclarationService;
import fr.forment.arrival.Declaration;
import fr.forment.arrival.Declarers;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.people.Quotity;
import lombok.RequiredArgsConstructor;

/**
 * What the model {@code arrivalDeclaration} asks: to keep what a director or an E-RUN typed, if that person may and if
 * it can be kept.
 */
@ProcessSteps
@RequiredArgsConstructor
public class ArrivalDeclarationSteps {

    private final ArrivalDeclarationService declarations;
    private final Declarers declarers;

    /** Values as the form sent them; nothing in them is trusted. */
    public void recordDeclaration(
            String lastName,
            String firstName,
            String email,
            String agentFunction,
            String school,
            String takenUpOn,
            String entExperience,
            String quotity,
            String namesake) {
        if (!declarers.mayDeclare()) {
            throw new Refusal("Seules les directions d'école et les E-RUN déclarent une arrivée.");
        }
        declarations.declare(new Declaration(
                lastName,
                firstName,
                email,
                declarers.function(agentFunction),
                declarers.school(Typed.text(school)).uai(),
                percent(quotity),
                Typed.date(takenUpOn, "Indiquez la date de prise de fonction.", "takenUpOn"),
                knowsAnEnt(entExperience),
                Boolean.parseBoolean(namesake)));
    }

    private static boolean knowsAnEnt(String answer) {
        if (!"OUI".equals(answer) && !"NON".equals(answer)) {
            throw new Refusal("Dites si cette personne a déjà utilisé un ENT.", "entExperience");
        }
        return answer.equals("OUI");
    }

    private static int percent(String quotity) {
        return Quotity.read(quotity).orElse(0);
    }
}
