package fr.forment.project.readiness;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.french.FormChoices;
import fr.forment.people.Agents;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the task of the collectivité shows, and whom it is for. */
@Component
@RequiredArgsConstructor
public class ReadinessTasks {

    private final Projects projects;
    private final SchoolsReadiness readiness;
    private final Schools schools;
    private final Agents agents;

    /** Those of the collectivité; with the E-RUN where it has nobody in FormENT, so that nothing waits for no one. */
    public String preparers(long vagueId) {
        String circonscription = project(vagueId).circonscriptionUai();
        String dsi = Groups.of(Role.DSI, circonscription);
        return agents.withRole(Role.DSI, circonscription).isEmpty()
                ? dsi + "," + Groups.of(Role.ERUN, circonscription)
                : dsi;
    }

    public long projectId(long vagueId) {
        return vague(vagueId).projectId();
    }

    public int rank(long vagueId) {
        return vague(vagueId).rank();
    }

    public String title(long vagueId) {
        return vague(vagueId).title() + ", " + project(vagueId).title();
    }

    /** "0350001A=École;…": the schools still to open in which that is not declared ready. */
    public String lacking(long vagueId, Matter matter) {
        List<String> uais = waiting(vagueId, matter);
        Map<String, School> known = schools.findAll(uais);
        return FormChoices.of(
                uais, uai -> uai, uai -> known.containsKey(uai) ? known.get(uai).displayName() : uai);
    }

    /** By commune and name. */
    List<String> waiting(long vagueId, Matter matter) {
        Map<String, Set<Matter>> ready = readiness.of(projectId(vagueId));
        return projects.schoolsOf(vagueId).stream()
                .filter(VagueSchool::isAwaited)
                .map(VagueSchool::schoolUai)
                .filter(uai -> !ready.getOrDefault(uai, Set.of()).contains(matter))
                .toList();
    }

    private Project project(long vagueId) {
        return projects.find(projectId(vagueId)).orElseThrow();
    }

    private Vague vague(long vagueId) {
        return projects.vague(vagueId).orElseThrow();
    }
}
