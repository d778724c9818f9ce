package fr.forment.project.web;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.project.bilan.SchoolLines;
import fr.forment.project.blocked.BlockedReader;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who sees a project (people of its circonscription, département or of the whole), and who leads it. */
@Component
@RequiredArgsConstructor
class ProjectRights {

    private final MyPerimeter perimeter;
    private final SignedIn me;
    private final Projects projects;
    private final TeamRights team;
    private final Circonscriptions circonscriptions;

    Project readable(long projectId) {
        return Reach.of(
                projects.find(projectId), project -> perimeter.coversCirconscription(project.circonscriptionUai()));
    }

    Project led(long projectId) {
        Project project = readable(projectId);
        me.act(() -> leads(project.circonscriptionUai()));
        return project;
    }

    /** Creates and abandons projects there. */
    boolean leads(String circonscriptionUai) {
        return team.answersFor(circonscriptionUai);
    }

    boolean leadsSomewhere() {
        return me.hasAny(Role.ADMIN, Role.IEN, Role.IEN_NUMERIQUE);
    }

    List<Circonscription> readable() {
        return perimeter.circonscriptions();
    }

    List<Circonscription> led() {
        return readable().stream().filter(c -> leads(c.uai())).toList();
    }

    boolean seesPeople() {
        return perimeter.seesPeople();
    }

    /** Takes part in enrolling people there: organises its sessions. */
    boolean enrols(String circonscriptionUai) {
        return team.isOfTeamOrAdviser(circonscriptionUai);
    }

    /** Takes part in amendments of its plan. */
    boolean amends(String circonscriptionUai) {
        return team.isExpert(circonscriptionUai);
    }

    SchoolLines.Reader reader(Project project) {
        boolean settles =
                holds(Role.IEN, project.circonscriptionUai()) || holds(Role.ERUN, project.circonscriptionUai());
        return new SchoolLines.Reader(perimeter.seesPeopleOfCirconscription(project.circonscriptionUai()), settles);
    }

    /** Declares schools ready, and takes a declaration back: the collectivité, and those who may stand in for it. */
    boolean prepares(Project project) {
        return Stream.of(Role.DSI, Role.ERUN, Role.IEN).anyMatch(role -> holds(role, project.circonscriptionUai()));
    }

    BlockedReader blockedReader(Project project) {
        String where = project.circonscriptionUai();
        Circonscription circonscription = circonscriptions.find(where).orElseThrow();
        return new BlockedReader(
                perimeter.seesPeopleOf(circonscription),
                team.isOfTeamOrAdviser(circonscription),
                Stream.concat(
                                Stream.of(Role.DIRECTEUR, Role.ERUN, Role.CPC, Role.IEN, Role.DSI, Role.FOURNISSEUR)
                                        .filter(role -> me.has(role, where)),
                                Stream.of(Role.CPD, Role.IEN_NUMERIQUE)
                                        .filter(role -> me.has(role, circonscription.departementCode())))
                        .collect(Collectors.toSet()));
    }

    /** A role of the circonscription, or of its département. */
    boolean holds(Role role, String circonscriptionUai) {
        return team.holds(role, circonscriptionUai);
    }

    List<String> directedSchools() {
        return perimeter.directedSchools().stream().sorted().toList();
    }
}
