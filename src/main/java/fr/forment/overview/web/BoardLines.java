package fr.forment.overview.web;

import fr.forment.catalogue.Catalogue;
import fr.forment.overview.board.BoardQuestion;
import fr.forment.overview.board.BoardRow;
import fr.forment.overview.board.Trained;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.project.GateReason;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Rows of the board with names in place of numbers; three statements for any number of rows. */
@Component
@RequiredArgsConstructor
class BoardLines {

    private final Schools schools;
    private final Agents agents;
    private final Catalogue catalogue;

    /** What is not said is empty. */
    record Line(
            String place, String school, String person, String module, String detail, LocalDate since, String link) {

        List<?> cells() {
            return List.of(place, school, person, module, detail, since == null ? "" : since);
        }

        /** What the row is about, in a few words. */
        public String subject() {
            return !person.isEmpty() && !module.isEmpty() && school.isEmpty()
                    ? module
                    : !school.isEmpty() && person.isEmpty() ? school : !person.isEmpty() ? person : module;
        }
    }

    record SchoolLine(String school, Trained people) {}

    List<Line> of(BoardQuestion question, List<BoardRow> rows, Map<String, String> places) {
        Map<String, School> known = schools.findAll(rows.stream()
                .map(BoardRow::schoolUai)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, Agent> people =
                agents
                        .all(rows.stream()
                                .map(BoardRow::agentId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Agent::id, Function.identity()));
        Map<String, String> titles = catalogue.titles();
        return rows.stream()
                .map(row -> new Line(
                        places.getOrDefault(row.place(), ""),
                        name(known, row.schoolUai()),
                        people.containsKey(row.agentId())
                                ? people.get(row.agentId()).fullName()
                                : "",
                        row.moduleCode() == null ? "" : titles.getOrDefault(row.moduleCode(), Catalogue.UNKNOWN),
                        told(question, row.code()),
                        row.since(),
                        row.link()))
                .toList();
    }

    /** @param places the circonscriptions by name: their own people are of no school */
    List<SchoolLine> named(List<Trained> some, Map<String, String> places) {
        Map<String, School> known =
                schools.findAll(some.stream().map(Trained::place).toList());
        return some.stream()
                .map(each -> new SchoolLine(
                        places.containsKey(each.place())
                                ? "Équipe de circonscription (" + places.get(each.place()) + ")"
                                : name(known, each.place()),
                        each))
                .toList();
    }

    private static String told(BoardQuestion question, String code) {
        if (code == null || code.isEmpty()) {
            return question == BoardQuestion.OUVERTURES
                    ? "conditions pas encore vérifiées : le lien dit ce qui manque"
                    : "";
        }
        return question == BoardQuestion.OUVERTURES
                ? Arrays.stream(code.split(","))
                        .map(each -> GateReason.valueOf(each).label())
                        .collect(Collectors.joining(" ; "))
                : code;
    }

    private static String name(Map<String, School> known, String uai) {
        return uai == null ? "" : known.containsKey(uai) ? known.get(uai).displayName() : uai;
    }
}
