package fr.forment.people;

import fr.forment.account.AgentFunction;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import java.time.LocalDate;

/**
 * A person to register. School people need their school, the others a circonscription or a département;
 * {@link StaffService} finds the wider territory of the narrower one. The e-mail is the professional one and may be
 * unknown (null).
 */
public record NewAgent(
        String lastName,
        String firstName,
        String email,
        AgentFunction function,
        String schoolUai,
        String circonscriptionUai,
        String departementCode,
        int quotity,
        boolean constellation,
        LocalDate arrivedOn,
        String login) {

    public NewAgent {
        lastName = Names.clean(lastName);
        firstName = Names.clean(firstName);
        email = Emails.clean(email);
        if (lastName.isEmpty() || firstName.isEmpty()) {
            throw new Refusal("Le nom et le prénom sont nécessaires.");
        }
        if (lastName.length() > 80 || firstName.length() > 80) {
            throw new Refusal("Un nom ou un prénom compte au plus 80 caractères.");
        }
        if (!Names.isOfPerson(lastName)) {
            throw new NameRefusal("lastName", "Nom");
        }
        if (!Names.isOfPerson(firstName)) {
            throw new NameRefusal("firstName", "Prénom");
        }
        if (email != null && !Emails.isValid(email)) {
            throw new Refusal("L'adresse électronique n'a pas la forme prenom.nom@domaine.fr.");
        }
        if (!Quotity.isPossible(quotity)) {
            throw new Refusal(Quotity.ADVICE);
        }
        if (function.isOfSchool() && schoolUai == null && circonscriptionUai == null) {
            throw new Refusal("Cette fonction s'exerce dans une école : son code UAI est nécessaire.");
        }
        if (function == AgentFunction.DIRECTEUR && schoolUai == null) {
            throw new Refusal("Indiquez l'école de la directrice ou du directeur.");
        }
        if (!function.isOfSchool() && circonscriptionUai == null && departementCode == null) {
            throw new Refusal("Cette fonction s'exerce dans une circonscription ou un département.");
        }
    }

    public static NewAgent inSchool(
            String lastName, String firstName, String email, AgentFunction function, String schoolUai) {
        return new NewAgent(lastName, firstName, email, function, schoolUai, null, null, 100, false, null, null);
    }

    public static NewAgent inCirconscription(
            String lastName, String firstName, String email, AgentFunction function, String circonscriptionUai) {
        return new NewAgent(
                lastName, firstName, email, function, null, circonscriptionUai, null, 100, false, null, null);
    }

    public static NewAgent inDepartement(
            String lastName, String firstName, String email, AgentFunction function, String departementCode) {
        return new NewAgent(lastName, firstName, email, function, null, null, departementCode, 100, false, null, null);
    }

    public NewAgent working(int percent, boolean inConstellation) {
        return with(circonscriptionUai, departementCode, percent, inConstellation, arrivedOn, login);
    }

    public NewAgent since(LocalDate date) {
        return with(circonscriptionUai, departementCode, quotity, constellation, date, login);
    }

    /** Signs in under this name instead of an opaque one: for demonstrations. */
    public NewAgent signingInAs(String readableLogin) {
        return with(circonscriptionUai, departementCode, quotity, constellation, arrivedOn, readableLogin);
    }

    NewAgent in(String circonscription, String departement) {
        return with(circonscription, departement, quotity, constellation, arrivedOn, login);
    }

    /** Under other names. */
    NewAgent named(String otherLastName, String otherFirstName) {
        return new NewAgent(
                otherLastName,
                otherFirstName,
                email,
                function,
                schoolUai,
                circonscriptionUai,
                departementCode,
                quotity,
                constellation,
                arrivedOn,
                login);
    }

    private NewAgent with(
            String circonscription,
            String departement,
            int percent,
            boolean inConstellation,
            LocalDate since,
            String readableLogin) {
        return new NewAgent(
                lastName,
                firstName,
                email,
                function,
                schoolUai,
                circonscription,
                departement,
                percent,
                inConstellation,
                since,
                readableLogin);
    }

    String foldedName() {
        return Names.fold(lastName + " " + firstName);
    }
}
