package fr.forment.project.web;

import fr.forment.account.Role;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.project.BilanService;
import fr.forment.project.PlaceState;
import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.SurveyCourse;
import fr.forment.project.TrainerGap;
import fr.forment.project.TrainerReadiness;
import fr.forment.project.Vague;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueState;
import fr.forment.project.web.ProjectView.VagueView;
import fr.forment.project.web.ProjectView.Waiting;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Puts together what the pages of a project show. */
@Component
@RequiredArgsConstructor
class ProjectPages {

    /** Who completes each task: the candidates of the models, for people. */
    private static final Map<String, List<Role>> DOERS = Map.of(
            "frame",
            List.of(Role.IEN, Role.IEN_NUMERIQUE),
            "decideAfterRejection",
            List.of(Role.IEN),
            "validateBilan",
            List.of(Role.IEN),
            "settleTrainers",
            List.of(Role.IEN, Role.ERUN),
            "decideNext",
            List.of(Role.IEN),
            "comment",
            List.of(Role.CPC, Role.ERUN),
            "revise",
            List.of(Role.CPC, Role.ERUN),
            "approve",
            List.of(Role.IEN));

    private static final Map<Role, String> WHO = Map.of(
            Role.IEN, "IEN", Role.ERUN, "E-RUN", Role.IEN_NUMERIQUE, "IEN en charge du numérique", Role.CPC, "CPC");
    /** Share of the way that each stage stands for when it begins. */
    private static final Map<ProjectState, Integer> WAY = Map.of(
            ProjectState.CADRAGE,
            5,
            ProjectState.BESOINS,
            10,
            ProjectState.PLAN,
            25,
            ProjectState.FORMATEURS,
            35,
            ProjectState.VAGUES,
            45,
            ProjectState.BILAN,
            95,
            ProjectState.CONTINU,
            100,
            ProjectState.ABANDONNE,
            0);

    private static final int WAY_OF_VAGUES = 50;

    private final Projects projects;
    private final SchoolLines lines;
    private final TrainerReadiness trainers;
    private final BilanService bilans;
    private final Timeline timeline;
    private final OpenTasks tasks;
    private final Circonscriptions circonscriptions;
    private final ProjectRights rights;
    private final SurveyCourse survey;
    private final PlanCourse plan;
    private final PlaceClocks clocks;

    /** Without timeline and tasks: a row of the list. */
    ProjectView summary(Project project) {
        List<VagueView> vagues = projects.vagues(project.id()).stream()
                .map(vague -> view(project, vague))
                .toList();
        return new ProjectView(
                project,
                circonscription(project),
                percent(project, vagues),
                sentence(project, vagues),
                awaited(project),
                List.of(),
                vagues,
                List.of(),
                List.of());
    }

    ProjectView whole(Project project) {
        ProjectView summary = summary(project);
        boolean trainersMissing =
                summary.vagues().stream().anyMatch(view -> view.vague().state() == VagueState.FORMATEURS_EN_FORMATION);
        List<TrainerGap> gaps = trainersMissing ? trainers.gaps(project.circonscriptionUai()) : List.of();
        return new ProjectView(
                project,
                summary.circonscription(),
                summary.percent(),
                summary.sentence(),
                summary.awaited(),
                waiting(project, summary.vagues()),
                summary.vagues().stream()
                        .map(view -> view.with(lines.of(project, view.vague(), rights.reader(project))))
                        .toList(),
                gaps,
                timeline.of(project));
    }

    private VagueView view(Project project, Vague vague) {
        List<PlaceState> states =
                projects.schoolsOf(vague.id()).stream().map(VagueSchool::state).toList();
        return new VagueView(
                vague,
                List.of(),
                states.stream().filter(state -> state == PlaceState.EN_SERVICE).count(),
                states.stream().filter(state -> !state.isGone()).count(),
                bilans.find(project.id(), vague.id()).isPresent());
    }

    private List<Waiting> waiting(Project project, List<VagueView> vagues) {
        List<OpenTask> open = new ArrayList<>(tasks.in("entProject", String.valueOf(project.id())));
        vagues.stream()
                .filter(view -> !view.vague().state().isOver())
                .forEach(view -> open.addAll(
                        tasks.in("vague", String.valueOf(view.vague().id()))));
        open.addAll(plan.waiting(project.id()));
        return open.stream()
                .sorted(Comparator.comparing(OpenTask::createdOn))
                .map(task -> waiting(project, task))
                .toList();
    }

    private Waiting waiting(Project project, OpenTask task) {
        List<Role> doers = DOERS.getOrDefault(task.taskKey(), List.of(Role.IEN));
        boolean mine = doers.stream().anyMatch(role -> rights.holds(role, project.circonscriptionUai()));
        String who = String.join(" ou ", doers.stream().map(WHO::get).toList());
        LocalDate due = task.dueOn() == null
                ? null
                : task.dueOn().atZone(clocks.of(project.circonscriptionUai())).toLocalDate();
        return new Waiting(task.name().replaceFirst(" – .*", ""), who, due, mine ? task.link() : null);
    }

    private static int percent(Project project, List<VagueView> vagues) {
        int way = WAY.get(project.state());
        long staying = vagues.stream().mapToLong(VagueView::staying).sum();
        long opened = vagues.stream().mapToLong(VagueView::opened).sum();
        return project.state() == ProjectState.VAGUES && staying > 0
                ? way + (int) (WAY_OF_VAGUES * opened / staying)
                : way;
    }

    private String sentence(Project project, List<VagueView> vagues) {
        long staying = vagues.stream().mapToLong(VagueView::staying).sum();
        long opened = vagues.stream().mapToLong(VagueView::opened).sum();
        return switch (project.state()) {
            case CADRAGE -> "Le projet attend son cadrage ; rien n'est encore demandé aux écoles.";
            case BESOINS ->
                survey.of(project.id())
                        .map(SurveyCourse.Stage::sentence)
                        .orElse("L'enquête auprès des directions est en préparation.");
            case PLAN ->
                plan.of(project.id())
                        .map(PlanCourse.Stage::sentence)
                        .orElse("Le plan de formation se prépare à partir des besoins.");
            case FORMATEURS -> "Les formateurs se forment, avant les écoles.";
            case VAGUES ->
                vagues.stream()
                                .filter(view -> !view.vague().state().isOver())
                                .findFirst()
                                .map(view -> view.vague().title() + " : "
                                        + view.vague().state().label().toLowerCase() + ". ")
                                .orElse("")
                        + "ENT ouvert dans " + French.count(opened, "école") + " sur " + staying + ".";
            case BILAN -> "Le bilan du projet attend le visa de l'IEN.";
            case CONTINU ->
                "ENT ouvert dans " + French.count(opened, "école")
                        + ". Arrivants et mises à jour sont suivis au fil de l'eau.";
            case ABANDONNE -> "Le projet a été abandonné.";
        };
    }

    /** Whom the stage waits for when it is not a task of the project itself. */
    private String awaited(Project project) {
        return switch (project.state()) {
            case BESOINS ->
                survey.of(project.id())
                        .map(SurveyCourse.Stage::awaited)
                        .orElse("Personne : l'enquête s'ouvre d'elle-même.");
            case PLAN ->
                plan.of(project.id())
                        .map(PlanCourse.Stage::awaited)
                        .orElse("L'équipe de circonscription prépare le plan, l'IEN l'approuve.");
            case FORMATEURS -> "Les formateurs, qui suivent leurs sessions.";
            case VAGUES -> "Les écoles, comme indiqué ci-dessous.";
            default -> "Aucune décision n'est attendue en ce moment.";
        };
    }

    private String circonscription(Project project) {
        return circonscriptions
                .find(project.circonscriptionUai())
                .map(Circonscription::name)
                .orElse(project.circonscriptionUai());
    }
}
