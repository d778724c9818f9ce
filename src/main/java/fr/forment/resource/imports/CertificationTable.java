package fr.forment.resource.imports;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.files.CsvColumn;
import fr.forment.files.CsvRow;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.resource.CertificationService;
import fr.forment.resource.ResourceRights;
import fr.forment.resource.TrainerList;
import fr.forment.resource.TrainerResources;
import fr.forment.territory.Circonscription;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the inspector certifies and withdraws; each line asks for the right to. */
@Component
@Order(3)
@RequiredArgsConstructor
class CertificationTable implements ResourceTable {

    private static final CsvColumn MODULE = CsvColumn.named("module");
    private static final CsvColumn DECISION = CsvColumn.named("decision");

    private final TrainerList trainers;
    private final TrainerResources resources;
    private final CertificationService service;
    private final ResourceRights rights;
    private final Agents agents;
    private final Catalogue catalogue;

    @Override
    public String name() {
        return "habilitations";
    }

    @Override
    public String title() {
        return "Habilitations";
    }

    @Override
    public List<CsvColumn> columns() {
        return List.of(
                PeopleOfFile.LAST_NAME,
                PeopleOfFile.FIRST_NAME,
                PeopleOfFile.EMAIL,
                MODULE,
                DECISION,
                CellsOfFile.FROM,
                CellsOfFile.UNTIL);
    }

    @Override
    public CsvColumn mark() {
        return MODULE;
    }

    @Override
    public List<String> example() {
        return List.of("Exemple", "Camille", "", "PEDA-1", "habilitation", "01/09/2026", "");
    }

    @Override
    public List<List<Object>> rows(Circonscription where) {
        List<Agent> people = trainers.of(where);
        var decided = resources.certifications(people.stream().map(Agent::id).toList());
        return people.stream()
                .flatMap(agent -> decided.getOrDefault(agent.id(), List.of()).stream()
                        .map(each -> {
                            List<Object> cells = new ArrayList<>(PeopleOfFile.cells(agent));
                            cells.add(each.moduleCode());
                            cells.add(each.granted() ? "habilitation" : "retrait");
                            cells.add(each.period().from());
                            cells.add(each.period().until());
                            return cells;
                        }))
                .toList();
    }

    @Override
    public Function<CsvRow, ResourceLine> reader(Circonscription where) {
        Set<Agent> known = new LinkedHashSet<>(agents.inCirconscription(where.uai()));
        Set<Long> ids = known.stream().map(Agent::id).collect(Collectors.toSet());
        trainers.of(where).stream().filter(agent -> ids.add(agent.id())).forEach(known::add);
        var people = new PeopleOfFile(known);
        Set<String> modules =
                catalogue.active().stream().map(TrainingModule::code).collect(Collectors.toSet());
        return row -> {
            Agent agent = people.of(row);
            if (!rights.certifies(agent)) {
                throw new Refusal(
                        "L'IEN seul habilite : demandez-lui de déposer ce fichier, ou retirez la ligne.",
                        MODULE.title());
            }
            String module = row.get(MODULE).toUpperCase();
            if (!modules.contains(module)) {
                throw new Refusal(
                        "Ce module n'est pas au catalogue : recopiez son code, par exemple PEDA-1.", MODULE.title());
            }
            boolean granted =
                    switch (CellsOfFile.folded(row, DECISION)) {
                        case "", "habilitation", "habilite", "oui" -> true;
                        case "retrait", "retire", "non" -> false;
                        default -> throw new Refusal("Écrivez « habilitation » ou « retrait ».", DECISION.title());
                    };
            var from = CellsOfFile.day(row, CellsOfFile.FROM);
            var until = CellsOfFile.day(row, CellsOfFile.UNTIL);
            return new ResourceLine(
                    agent.fullName() + " : " + module + ", " + (granted ? "habilitation" : "retrait"),
                    () -> service.decide(agent.id(), module, granted, from, until));
        };
    }
}
