package fr.forment.resource.imports;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvRow;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Finds the person a line names: by address if there is one, else by name. */
final class PeopleOfFile {

    static final CsvColumn LAST_NAME = CsvColumn.named("nom");
    static final CsvColumn FIRST_NAME = CsvColumn.named("prenom");
    static final CsvColumn EMAIL = CsvColumn.named("courriel", "mail", "email", "adresse");

    private final Collection<Agent> people;

    private final Collection<Agent> untouched;

    /** @param people among whom one may be named */
    PeopleOfFile(Collection<Agent> people) {
        this(people, agent -> true);
    }

    /** @param edits whether the reader may write what is known of a person: one who is listed is told so where not */
    PeopleOfFile(Collection<Agent> listed, Predicate<Agent> edits) {
        people = listed.stream().filter(edits).toList();
        untouched = listed.stream().filter(edits.negate()).toList();
    }

    Agent of(CsvRow row) {
        String email = row.get(EMAIL);
        String name = Names.fold(row.get(LAST_NAME) + " " + row.get(FIRST_NAME));
        if (email.isEmpty() && name.isBlank()) {
            throw new Refusal("Le nom manque : complétez la ligne.", LAST_NAME.title());
        }
        Predicate<Agent> named =
                agent -> email.isEmpty() ? agent.foldedName().equals(name) : email.equalsIgnoreCase(agent.email());
        List<Agent> found = people.stream().filter(named).toList();
        if (found.size() > 1) {
            throw new Refusal(
                    "Plusieurs personnes portent ce nom ici : ajoutez le courriel professionnel.", EMAIL.title());
        }
        if (found.isEmpty() && untouched.stream().anyMatch(named)) {
            throw new Refusal(
                    "Cette personne est sur la liste, mais elle ne dépend pas de la circonscription : elle indique elle-même ses jours et ses absences.",
                    email.isEmpty() ? LAST_NAME.title() : EMAIL.title());
        }
        if (found.isEmpty()) {
            throw new Refusal(
                    email.isEmpty()
                            ? "Personne de ce nom n'est sur les listes d'ici : vérifiez le nom et le prénom, ou ajoutez d'abord la personne à la liste des personnels."
                            : "Ce courriel n'est celui de personne ici : corrigez-le, ou laissez-le vide pour chercher par nom.",
                    email.isEmpty() ? LAST_NAME.title() : EMAIL.title());
        }
        return found.get(0);
    }

    static List<Object> cells(Agent agent) {
        return List.of(agent.lastName(), agent.firstName(), agent.email() == null ? "" : agent.email());
    }
}
