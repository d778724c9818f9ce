package fr.forment.overview.web;

import fr.forment.people.MyPerimeter;
import fr.forment.people.TeamRights;
import fr.forment.plan.Plan;
import fr.forment.plan.Plans;
import fr.forment.project.Project;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueState;
import fr.forment.territory.Circonscription;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** From the first page straight to what a team works at: the plan of its projects and what belongs to it. */
@Component
@RequiredArgsConstructor
class Shortcuts {

    private static final int MOST = 3;

    private final MyPerimeter perimeter;
    private final TeamRights team;
    private final Projects projects;
    private final Plans plans;

    /**
     * @param plan the version worked at, else the one in force; null before there is one
     * @param vague the one that is under way; null before there is one
     * @param asks the reader may open the survey: no partner
     */
    record UnderWay(Project project, Plan plan, Vague vague, boolean asks) {

        /** The survey has been launched: its page exists. */
        public boolean hasNeeds() {
            return asks && project.surveyOpensOn() != null && project.state() != ProjectState.CADRAGE;
        }
    }

    /** The newest first; none for those who see no circonscription as a whole. */
    List<UnderWay> projects() {
        Map<String, Circonscription> mine = perimeter.circonscriptions().stream()
                .collect(Collectors.toMap(Circonscription::uai, Function.identity(), (one, same) -> one));
        if (mine.isEmpty()) {
            return List.of();
        }
        List<Project> some = projects.inCirconscriptions(List.copyOf(mine.keySet()), 1).rows().stream()
                .filter(project -> project.state() != ProjectState.ABANDONNE)
                .limit(MOST)
                .toList();
        Map<Long, Plan> latest = plans.underWay(some.stream().map(Project::id).toList()).stream()
                .collect(Collectors.toMap(Plan::projectId, Function.identity()));
        Map<Long, List<Vague>> vagues =
                projects.vagues(some.stream().map(Project::id).toList());
        return some.stream()
                .map(project -> new UnderWay(
                        project,
                        latest.get(project.id()),
                        underWay(vagues.getOrDefault(project.id(), List.of())),
                        team.isOfTeamOrAdviser(mine.get(project.circonscriptionUai()))))
                .toList();
    }

    private static Vague underWay(List<Vague> vagues) {
        return vagues.stream()
                .filter(vague -> vague.state() != VagueState.PREPARATION && vague.state() != VagueState.CLOSE)
                .findFirst()
                .orElse(null);
    }
}
