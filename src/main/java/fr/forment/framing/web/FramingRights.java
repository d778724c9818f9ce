package fr.forment.framing.web;

import fr.forment.account.SignedIn;
import fr.forment.people.MyPerimeter;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Whoever sees a project reads its framing; the team and the département's advisers answer, the IEN decides. */
@Component
@RequiredArgsConstructor
class FramingRights {

    private final Projects projects;
    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final SignedIn me;

    Project readable(long projectId) {
        return Reach.of(
                projects.find(projectId), project -> perimeter.coversCirconscription(project.circonscriptionUai()));
    }

    boolean answers(Project project) {
        return team.isExpertOrAdviser(project.circonscriptionUai());
    }

    boolean decides(Project project) {
        return team.answersFor(project.circonscriptionUai());
    }

    Project answered(long projectId) {
        Project project = readable(projectId);
        me.act(() -> answers(project));
        return project;
    }

    Project decided(long projectId) {
        Project project = readable(projectId);
        me.act(() -> decides(project));
        return project;
    }
}
