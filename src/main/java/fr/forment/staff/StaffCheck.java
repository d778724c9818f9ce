package fr.forment.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import fr.forment.staff.StaffPreview.Outcome;
import fr.forment.staff.StaffPreview.Row;
import fr.forment.staff.file.StaffLine;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.ImportProblem;
import fr.forment.territory.Names;
import fr.forment.territory.Schools;
import org.springframework.stereotype.Component;

/**
 * Holds a staff file against who is known and against the rights of the person who brings it: nobody writes outside his perimeter, names or
 * changes somebody of a higher rank than his own.
 */
@Component
class StaffCheck {

    private final AgentRepository repository;
    private final Agents agents;
    private final MyPerimeter mine;
    private final Schools schools;
    private final Circonscriptions circonscriptions;

    StaffCheck(AgentRepository repository, Agents agents, MyPerimeter mine, Schools schools, Circonscriptions circonscriptions) {
        this.repository = repository;
        this.agents = agents;
        this.mine = mine;
        this.schools = schools;
        this.circonscriptions = circonscriptions;
    }

    StaffPreview check(StaffFile file) {
        List<ImportProblem> problems = new ArrayList<>(file.problems());
        List<Row> rows = new ArrayList<>();
        KnownPeople known = KnownPeople.around(file.lines().stream().map(StaffLine::newAgent).toList(), repository, agents.today());
        Map<String, String> places = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (StaffLine line : file.lines()) {
            String place = places.computeIfAbsent(line.function().isOfSchool() + line.uai(), key -> placeProblem(line));
            if (!place.isEmpty()) {
                problems.add(new ImportProblem(line.line(), "uai", line.uai(), place));
            } else if (!seen.add(line.uai() + "/" + Names.fold(line.lastName() + " " + line.firstName()))
                    || line.email() != null && !seen.add(line.email())) {
                problems.add(new ImportProblem(line.line(), "", "", "Cette personne est déjà plus haut dans le fichier : gardez une seule ligne."));
            } else {
                row(line, known, problems, rows);
            }
        }
        problems.sort((a, b) -> Long.compare(a.line(), b.line()));
        return new StaffPreview(rows, problems);
    }

    private void row(StaffLine line, KnownPeople known, List<ImportProblem> problems, List<Row> rows) {
        NewAgent said = line.newAgent();
        Agent person = known.same(said).orElse(null);
        List<String> changes = person == null ? List.of() : changes(person, line);
        Outcome outcome = outcome(person, changes);
        boolean allowed = mine.mayRegister(line.function()) && (person == null || mine.mayRegister(person.function()));
        if (outcome != Outcome.SAME && !allowed) {
            problems.add(new ImportProblem(line.line(), "fonction", line.function().label(),
                    "Votre rôle ne permet pas de nommer ou de changer une personne de cette fonction."));
        } else if (person != null && said.email() != null && person.email() != null && !said.email().equals(person.email())) {
            problems.add(new ImportProblem(line.line(), "courriel_professionnel", said.email(), "Une personne de ce nom est connue dans cette"
                    + " école sous une autre adresse. Si c'est la même, corrigez d'abord son adresse sur sa page ; sinon, distinguez le prénom."));
        } else {
            rows.add(new Row(line.line(), line.firstName() + " " + line.lastName(), line.function().label(), line.uai(),
                    outcome, changes, person == null ? null : person.id(), line));
        }
    }

    private Outcome outcome(Agent person, List<String> changes) {
        if (person == null) {
            return Outcome.NEW;
        }
        if (!person.isActiveOn(agents.today())) {
            return Outcome.BACK;
        }
        return changes.isEmpty() ? Outcome.SAME : Outcome.CHANGED;
    }

    private static List<String> changes(Agent person, StaffLine line) {
        NewAgent said = line.about(person);
        List<String> changes = new ArrayList<>();
        if (!person.foldedName().equals(said.foldedName())) {
            changes.add("nom : " + person.fullName() + " devient " + said.firstName() + " " + said.lastName());
        }
        note(changes, "fonction", person.function().label(), said.function().label());
        note(changes, "école", person.schoolUai(), said.schoolUai());
        note(changes, "adresse", person.email(), said.email() == null ? person.email() : said.email());
        note(changes, "quotité", person.quotity(), said.quotity());
        note(changes, "constellation", person.constellation() ? "oui" : "non", said.constellation() ? "oui" : "non");
        note(changes, "départ", person.leftOn(), line.leavesOn() == null ? person.leftOn() : line.leavesOn());
        return changes;
    }

    private static void note(List<String> changes, String what, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(what + " : " + Objects.requireNonNullElse(before, "aucune") + " devient " + Objects.requireNonNullElse(after, "aucune"));
        }
    }

    /** Empty when the person may write there. */
    private String placeProblem(StaffLine line) {
        if (line.function().isOfSchool()) {
            return schools.find(line.uai()).isEmpty() ? "Cette école n'est pas dans l'annuaire importé : vérifiez le code UAI."
                    : mine.coversSchool(line.uai()) ? "" : "Cette école n'est pas dans votre périmètre.";
        }
        return circonscriptions.find(line.uai()).isEmpty() ? "Pour cette fonction, indiquez le code UAI de la circonscription."
                : mine.coversCirconscription(line.uai()) ? "" : "Cette circonscription n'est pas dans votre périmètre.";
    }

    /** The day changes of a line take effect. */
    LocalDate effectiveOn(StaffLine line) {
        return line.arrivesOn() == null ? agents.today() : line.arrivesOn();
    }
}
