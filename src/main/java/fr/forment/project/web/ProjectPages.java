package fr.forment.project.web;

import fr.forment.account.Role;
import fr.forment.engine.FailedSteps;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.french.French;
import fr.forment.project.BilanService;
import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.SurveyCourse;
import fr.forment.project.TrainerGap;
import fr.forment.project.TrainerReadiness;
import fr.forment.project.Vague;
import fr.forment.project.VagueDecision;
import fr.forment.project.VagueState;
import fr.forment.project.bilan.SchoolLines;
import fr.forment.project.bilan.Timeline;
import fr.forment.project.blocked.ComingTrainings;
import fr.forment.project.readiness.PlannedOpening;
import fr.forment.project.readiness.ReadinessProcess;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Puts together what the pages of a project show. */
@Component
@RequiredArgsConstructor
class ProjectPages {

    /** Who completes each task: the candidates of the models, for people. */
    private static final Map<String, List<Role>> DOERS = Map.ofEntries(
            Map.entry("frame", List.of(Role.IEN, Role.IEN_NUMERIQUE)),
            Map.entry("decideAfterRejection", List.of(Role.IEN)),
            Map.entry("validateBilan", List.of(Role.IEN)),
            Map.entry("settleTrainers", List.of(Role.IEN, Role.ERUN)),
            Map.entry("decideNext", List.of(Role.IEN)),
            Map.entry("reviewNeed", List.of(Role.ERUN, Role.CPC, Role.IEN)),
            Map.entry("comment", List.of(Role.CPC, Role.ERUN)),
            Map.entry("revise", List.of(Role.CPC, Role.ERUN)),
            Map.entry("approve", List.of(Role.IEN)),
            Map.entry("declareReady", List.of(Role.DSI)),
            Map.entry("decideDate", List.of(Role.ERUN, Role.CPC, Role.IEN)),
            Map.entry("decideLow", List.of(Role.ERUN, Role.CPC, Role.IEN)),
            Map.entry("settleRefusal", List.of(Role.IEN, Role.ERUN)),
            Map.entry("settleCatchUp", List.of(Role.IEN, Role.ERUN)));

    /** Decisions on one school. */
    private static final Set<String> OF_SCHOOLS = Set.of("settleRefusal", "settleCatchUp");

    /** What a session of trainers asks of the team: while it is open, nobody but the team is awaited there. */
    private static final Set<String> OF_SESSIONS = Set.of("decideDate", "decideLow");

    private static final Map<Role, String> WHO = Map.of(
            Role.IEN,
            "IEN",
            Role.ERUN,
            "E-RUN",
            Role.IEN_NUMERIQUE,
            "IEN en charge du numérique",
            Role.CPC,
            "CPC",
            Role.DSI,
            "Collectivité");
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
    private final FailedSteps failed;
    private final ComingTrainings trainings;
    private final Circonscriptions circonscriptions;
    private final ProjectRights rights;
    private final SurveyCourse survey;
    private final PlanCourse plan;
    private final PlaceClocks clocks;

    /** Without timeline and tasks: a row of the list. */
    ProjectView summary(Project project) {
        return summaries(List.of(project)).get(0);
    }

    /** As many statements for a page of projects as for one. */
    List<ProjectView> summaries(List<Project> some) {
        List<Long> ids = some.stream().map(Project::id).toList();
        Map<Long, List<Vague>> vagues = projects.vagues(ids);
        List<Long> vagueIds =
                vagues.values().stream().flatMap(List::stream).map(Vague::id).toList();
        Map<Long, Projects.Progress> progress = projects.progress(vagueIds);
        Set<Long> compiled = bilans.ofVagues(vagueIds);
        Map<String, Circonscription> places =
                circonscriptions
                        .among(some.stream().map(Project::circonscriptionUai).collect(Collectors.toSet()), Set.of())
                        .stream()
                        .collect(Collectors.toMap(Circonscription::uai, place -> place));
        Map<Long, SurveyCourse.Stage> surveys = survey.of(in(some, ProjectState.BESOINS));
        Map<Long, PlanCourse.Stage> plans = plan.of(in(some, ProjectState.PLAN));
        return some.stream()
                .map(project -> {
                    List<VagueView> views = vagues.getOrDefault(project.id(), List.of()).stream()
                            .map(vague -> view(vague, progress.get(vague.id()), compiled.contains(vague.id())))
                            .toList();
                    Circonscription place = places.get(project.circonscriptionUai());
                    return new ProjectView(
                            project,
                            place == null ? project.circonscriptionUai() : place.name(),
                            percent(project, views),
                            sentence(project, views, surveys.get(project.id()), plans.get(project.id())),
                            awaited(project, views, surveys.get(project.id()), plans.get(project.id())),
                            List.of(),
                            views,
                            List.of(),
                            List.of());
                })
                .toList();
    }

    private static List<Long> in(List<Project> some, ProjectState state) {
        return some.stream()
                .filter(project -> project.state() == state)
                .map(Project::id)
                .toList();
    }

    ProjectView whole(Project project) {
        ProjectView summary = summary(project);
        boolean trainersMissing =
                summary.vagues().stream().anyMatch(view -> view.vague().state() == VagueState.FORMATEURS_EN_FORMATION);
        List<TrainerGap> gaps = trainersMissing ? trainers.gaps(project.circonscriptionUai()) : List.of();
        Map<Long, List<SchoolLines.Line>> schools = lines.of(
                project, summary.vagues().stream().map(VagueView::vague).toList(), rights.reader(project));
        return new ProjectView(
                project,
                summary.circonscription(),
                summary.percent(),
                summary.sentence(),
                summary.awaited(),
                waiting(project, summary.vagues(), schools),
                summary.vagues().stream()
                        .map(view -> view.with(schools.get(view.vague().id())))
                        .toList(),
                gaps,
                told(timeline.of(project)));
    }

    /** Partners are not told why, no more than in the chronicle. */
    private List<Timeline.Moment> told(List<Timeline.Moment> moments) {
        return rights.seesPeople()
                ? moments
                : moments.stream().map(Timeline.Moment::withoutReason).toList();
    }

    /** By vague, in French without a full stop. @param view with its schools */
    Map<Long, String> openings(ProjectView view) {
        LocalDate today = clocks.now(view.project().circonscriptionUai()).toLocalDate();
        return view.vagues().stream()
                .collect(Collectors.toMap(
                        each -> each.vague().id(),
                        each -> PlannedOpening.ofVague(
                                each.vague(),
                                each.schools().stream()
                                        .map(SchoolLines.Line::place)
                                        .toList(),
                                today)));
    }

    private static VagueView view(Vague vague, Projects.Progress progress, boolean hasBilan) {
        return new VagueView(
                vague,
                List.of(),
                progress == null ? 0 : progress.opened(),
                progress == null ? 0 : progress.staying(),
                hasBilan);
    }

    /** Decisions on schools outlast their vague: what was waived is to be caught up with whatever became of it. */
    private List<OpenTask> ofSchools(Map<Long, List<SchoolLines.Line>> schools) {
        List<String> places = placeIds(schools);
        return tasks.inAny(Map.of("schoolOpening", places, "catchUp", places)).stream()
                .filter(task -> OF_SCHOOLS.contains(task.taskKey()))
                .toList();
    }

    private static List<String> placeIds(Map<Long, List<SchoolLines.Line>> schools) {
        return schools.values().stream()
                .flatMap(List::stream)
                .map(line -> String.valueOf(line.place().id()))
                .toList();
    }

    private List<Waiting> waiting(Project project, List<VagueView> vagues, Map<Long, List<SchoolLines.Line>> schools) {
        List<OpenTask> open = new ArrayList<>(tasks.in("entProject", project.id()));
        List<String> current = vagues.stream()
                .filter(view -> !view.vague().state().isOver())
                .map(view -> String.valueOf(view.vague().id()))
                .toList();
        open.addAll(tasks.in("vague", current));
        open.addAll(tasks.in(ReadinessProcess.ID, current));
        open.addAll(plan.waiting(project.id()));
        open.addAll(ofSchools(schools));
        if (project.state() == ProjectState.FORMATEURS) {
            open.addAll(ofTrainers(project));
        }
        List<String> places = placeIds(schools);
        return Stream.concat(
                        failed
                                .in(Map.of(
                                        "entProject",
                                        List.of(String.valueOf(project.id())),
                                        "vague",
                                        current,
                                        "schoolOpening",
                                        places,
                                        "catchUp",
                                        places))
                                .stream()
                                .map(each -> new Waiting(FailedSteps.TOLD, Role.ADMIN.label(), null, null))
                                .distinct(),
                        open.stream()
                                .sorted(Comparator.comparing(OpenTask::createdOn))
                                .map(task -> waiting(project, task)))
                .toList();
    }

    private List<OpenTask> ofTrainers(Project project) {
        List<String> sessions = trainings.ofTrainers(project.id()).stream()
                .map(session -> String.valueOf(session.id()))
                .toList();
        return tasks.in("trainingSession", sessions).stream()
                .filter(task -> OF_SESSIONS.contains(task.taskKey()))
                .toList();
    }

    private Waiting waiting(Project project, OpenTask task) {
        List<Role> doers = DOERS.getOrDefault(task.taskKey(), List.of(Role.IEN));
        boolean mine = doers.stream().anyMatch(role -> rights.holds(role, project.circonscriptionUai()));
        String who = String.join(" ou ", doers.stream().map(WHO::get).toList());
        LocalDate due = task.dueOn() == null
                ? null
                : task.dueOn().atZone(clocks.of(project.circonscriptionUai())).toLocalDate();
        String name = OF_SESSIONS.contains(task.taskKey()) || OF_SCHOOLS.contains(task.taskKey())
                ? task.name()
                : task.name().replaceFirst(" – .*", "");
        return new Waiting(name, who, due, mine ? task.link() : null);
    }

    private static int percent(Project project, List<VagueView> vagues) {
        int way = WAY.get(project.state());
        long staying = vagues.stream().mapToLong(VagueView::staying).sum();
        long opened = vagues.stream().mapToLong(VagueView::opened).sum();
        if (staying == 0) {
            return way;
        }
        int open = (int) (WAY_OF_VAGUES * opened / staying);
        return switch (project.state()) {
            case VAGUES -> way + open;
            // schools of a vague that was suspended are still to open
            case CONTINU -> way - WAY_OF_VAGUES + open;
            default -> way;
        };
    }

    private static String sentence(
            Project project, List<VagueView> vagues, SurveyCourse.Stage survey, PlanCourse.Stage plan) {
        long staying = vagues.stream().mapToLong(VagueView::staying).sum();
        long opened = vagues.stream().mapToLong(VagueView::opened).sum();
        return switch (project.state()) {
            case CADRAGE -> "Le projet attend son cadrage ; rien n'est encore demandé aux écoles.";
            case BESOINS -> survey == null ? "L'enquête auprès des directions est en préparation." : survey.sentence();
            case PLAN -> plan == null ? "Le plan de formation se prépare à partir des besoins." : plan.sentence();
            case FORMATEURS ->
                project.planAwaitedSince() == null
                        ? "Les formateurs se forment, avant les écoles."
                        : "Des sessions de formateurs étaient prévues trop tôt pour le jour où le plan a été approuvé : elles attendent de nouvelles dates depuis le "
                                + French.date(project.planAwaitedSince()) + ", toutes ensemble.";
            case VAGUES ->
                vagues.stream()
                                .filter(view -> !view.vague().state().isOver())
                                .findFirst()
                                .map(view -> view.vague().title() + " : " + French.inSentence(view.stands()) + ". ")
                                .orElse("")
                        + "ENT ouvert dans " + French.count(opened, "école") + " sur " + staying + ".";
            case BILAN -> "Le bilan du projet attend le visa de l'IEN.";
            case CONTINU ->
                "ENT ouvert dans " + French.count(opened, "école")
                        + (opened == staying
                                ? ""
                                : " sur " + staying + " : "
                                        + French.count(staying - opened, "n'a pas ouvert", "n'ont pas ouvert"))
                        + ". Arrivants et mises à jour sont suivis au fil de l'eau.";
            case ABANDONNE -> "Le projet a été abandonné.";
        };
    }

    /** Whom the stage waits for when it is not a task of the project itself. */
    private static String awaited(
            Project project, List<VagueView> vagues, SurveyCourse.Stage survey, PlanCourse.Stage plan) {
        return switch (project.state()) {
            case BESOINS -> survey == null ? "Personne : l'enquête s'ouvre d'elle-même." : survey.awaited();
            case PLAN ->
                plan == null ? "L'équipe de circonscription prépare le plan, l'IEN l'approuve." : plan.awaited();
            case FORMATEURS ->
                project.planAwaitedSince() == null
                        ? "Les formateurs, qui suivent leurs sessions."
                        : "L'équipe de circonscription, qui prépare l'avenant ; l'IEN l'approuve.";
            case VAGUES ->
                vagues.stream()
                        .map(VagueView::vague)
                        .filter(vague -> !vague.state().isOver())
                        .findFirst()
                        .filter(vague -> vague.decision() == VagueDecision.POSTPONE)
                        .map(vague -> "Personne avant le " + French.day(vague.resumesOn())
                                + " : la suite est ajournée"
                                + (vague.seenToBy() == null
                                        ? "."
                                        : ". Qui s'en charge : "
                                                + vague.seenToBy().label() + "."))
                        .orElse("Les écoles, comme indiqué ci-dessous.");
            default -> "Aucune décision n'est attendue en ce moment.";
        };
    }
}
