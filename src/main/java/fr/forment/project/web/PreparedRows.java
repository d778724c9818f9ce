package fr.forment.project.web;

import fr.forment.account.Signatures;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.readiness.DeclaredReady;
import fr.forment.project.readiness.Matter;
import fr.forment.project.readiness.SchoolsReadiness;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the collectivité has declared of each school of a vague. */
@Component
@RequiredArgsConstructor
class PreparedRows {

    /** @param declared null while it is awaited */
    record Cell(Matter matter, DeclaredReady declared, String by) {}

    /** @param waits the ENT may still open there, or opened by a waiver: a declaration can be made, and taken back */
    record Row(String uai, String school, boolean waits, List<Cell> cells) {}

    private final Projects projects;
    private final Schools schools;
    private final SchoolsReadiness readiness;
    private final Signatures signatures;

    /** By commune and name; schools that left the vague are left out. */
    List<Row> rows(Project project, Vague vague) {
        List<VagueSchool> places = projects.schoolsOf(vague.id()).stream()
                .filter(place -> !place.state().isGone())
                .toList();
        Map<String, School> known =
                schools.findAll(places.stream().map(VagueSchool::schoolUai).toList());
        List<DeclaredReady> declared = readiness.declared(project.id());
        Map<String, String> names =
                signatures.readAll(declared.stream().map(DeclaredReady::by).toList());
        return places.stream()
                .map(place -> new Row(
                        place.schoolUai(),
                        known.containsKey(place.schoolUai())
                                ? known.get(place.schoolUai()).displayName()
                                : place.schoolUai(),
                        place.isAwaited(),
                        Arrays.stream(Matter.values())
                                .map(matter -> cell(place, matter, declared, names))
                                .toList()))
                .toList();
    }

    private static Cell cell(
            VagueSchool place, Matter matter, List<DeclaredReady> declared, Map<String, String> names) {
        return declared.stream()
                .filter(each -> each.schoolUai().equals(place.schoolUai()) && each.matter() == matter)
                .findFirst()
                .map(each -> new Cell(matter, each, names.getOrDefault(each.by(), each.by())))
                .orElse(new Cell(matter, null, null));
    }
}
