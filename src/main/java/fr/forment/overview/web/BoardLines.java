package fr.forment.overview.web;

import fr.forment.catalogue.Catalogue;
import fr.forment.overview.board.BoardQuestion;
import fr.forment.overview.board.BoardRow;
import fr.forment.overview.board.Trained;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.project.OpeningGap;
import fr.forment.project.OpeningGaps;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import fr.forment.project.blocked.MissedOpenings;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Rows of the board with names in place of numbers; as many statements for many rows as for one of the same project.
 */
@Component
@RequiredArgsConstructor
class BoardLines {

    private final Schools schools;
    private final Agents agents;
    private final Catalogue catalogue;
    private final Projects projects;
    private final OpeningGaps gaps;
    private final MissedOpenings late;

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
        Map<String, String> missing = missing(question, rows, places.keySet());
        return rows.stream()
                .map(row -> new Line(
                        places.getOrDefault(row.place(), ""),
                        name(known, row.schoolUai()),
                        people.containsKey(row.agentId())
                                ? people.get(row.agentId()).fullName()
                                : "",
                        row.moduleCode() == null ? "" : titles.getOrDefault(row.moduleCode(), Catalogue.UNKNOWN),
                        row.code() == null ? "" : missing.getOrDefault(row.code(), row.code()),
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

    /** What is missing now of each late opening, whatever was found when it was last tried; by code of the row. */
    private Map<String, String> missing(BoardQuestion question, List<BoardRow> rows, Set<String> circonscriptions) {
        if (question != BoardQuestion.OUVERTURES || rows.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<VagueSchool>> places = projects.schoolsOf(rows.stream()
                .map(row -> Long.valueOf(row.code().split(":")[0]))
                .distinct()
                .toList());
        Set<String> asked = rows.stream().map(BoardRow::code).collect(Collectors.toSet());
        Map<Project, List<VagueSchool>> byProject = new LinkedHashMap<>();
        places.forEach((vague, all) -> projects.vague(vague)
                .flatMap(known -> projects.find(known.projectId()))
                .ifPresent(project -> byProject.put(
                        project,
                        all.stream()
                                .filter(place -> asked.contains(vague + ":" + place.id()))
                                .toList())));
        Map<Long, String> notBegun = late.in(circonscriptions).stream()
                .filter(vague -> !vague.isBegun())
                .collect(Collectors.toMap(MissedOpenings.Missed::id, MissedOpenings.Missed::why));
        Map<String, String> found = new HashMap<>();
        byProject.forEach((project, some) -> {
            Map<Long, List<OpeningGap>> missing = gaps.of(project, some);
            some.forEach(place -> found.put(
                    place.vagueId() + ":" + place.id(),
                    notBegun.containsKey(place.vagueId())
                            ? "la vague n'a pas commencé : " + notBegun.get(place.vagueId())
                            : missing.get(place.id()).isEmpty()
                                    ? "rien ne manque plus : l'ouverture est vérifiée de nouveau d'elle-même"
                                    : missing.get(place.id()).stream()
                                            .map(gap -> gap.told(true) + " ("
                                                    + gap.holder().label() + ")")
                                            .collect(Collectors.joining(" ; "))));
        });
        return found;
    }

    private static String name(Map<String, School> known, String uai) {
        return uai == null ? "" : known.containsKey(uai) ? known.get(uai).displayName() : uai;
    }
}
