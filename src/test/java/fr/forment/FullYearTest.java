package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.forment.account.AgentFunction;
import fr.forment.attack.HostileTexts;
import fr.forment.attendance.MarksService;
import fr.forment.attendance.Sheets;
import fr.forment.audit.Audit;
import fr.forment.audit.Invariant;
import fr.forment.campaign.Needs;
import fr.forment.demonstration.SyntheticAnswers;
import fr.forment.demonstration.SyntheticStaff;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.ProcessDriver.Waiting;
import fr.forment.evaluation.EvaluationService;
import fr.forment.evaluation.HelpWanted;
import fr.forment.evaluation.Said;
import fr.forment.evaluation.UseFrequency;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.plan.PlanState;
import fr.forment.plan.Plans;
import fr.forment.project.Bilan;
import fr.forment.project.BilanService;
import fr.forment.project.NewProject;
import fr.forment.project.PlaceState;
import fr.forment.project.Project;
import fr.forment.project.ProjectService;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.Occupations;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.DayFaults;
import fr.forment.survey.Survey;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Schools;
import fr.forment.territory.TerritoryService;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The thread: one real circonscription, from the framing to the bilan, over a school year, every person doing their
 * part. Synthetic people follow simple habits; what makes the year is left to the processes.
 */
@HouseTest
class FullYearTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern EVALUATION = Pattern.compile("/evaluation/([\\w-]+)");
    private static final Pattern LINK = Pattern.compile("http://localhost(?::\\d+)?(/[^\\s?#]*)");
    private static final Pattern WHOLE_LINK = Pattern.compile("http://localhost(?::\\d+)?(/[^\\s#]*)");
    /** They act for their reader, once or for some days. */
    private static final Pattern ONE_USE = Pattern.compile("^/(evaluation|acces)/");

    private static final LocalDate END = LocalDate.of(2027, 12, 31);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    @Autowired
    Audit audit;

    @Autowired
    Visitor visitor;

    @Autowired
    FollowedLinks links;

    @Autowired
    SeenWaits waits;

    @Autowired
    ProcessDriver driver;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    TestGround ground;

    @Autowired
    TerritoryService territory;

    @Autowired
    Circonscriptions circonscriptions;

    @Autowired
    Schools schools;

    @Autowired
    SchoolCalendar calendar;

    @Autowired
    SyntheticStaff people;

    @Autowired
    Agents agents;

    @Autowired
    ProjectService projectService;

    @Autowired
    Projects projects;

    @Autowired
    BilanService bilans;

    @Autowired
    Needs needs;

    @Autowired
    Plans plans;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionService sessionService;

    @Autowired
    Occupations occupations;

    @Autowired
    MarksService marks;

    @Autowired
    Sheets sheets;

    @Autowired
    TrainingRecords trained;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    MailBox mails;

    @Autowired
    ReadAloud readAloud;

    @Autowired
    HostileTexts hostileTexts;

    private Circonscription circonscription;
    private List<String> uais;
    private Agent ien;
    private Agent erun;
    private Agent dsi;
    private Agent cpc;
    private Project project;
    /** Never answers, so that the school is reminded, then helped, then estimated. */
    private final Set<String> silent = new HashSet<>();
    /** Ill on the day of every session: its director is trained later, alone. */
    private String late;

    private int approvals;
    private int refusals;
    private final Set<String> evaluated = new HashSet<>();

    @Test
    void takesACirconscriptionFromNeedsToBilan() throws Exception {
        Map<Invariant, Integer> broken = broken();
        aRealCirconscription();
        launchTheProject();
        while (driver.now().toLocalDate().isBefore(END)) {
            if (!everybodyDoesTheirPart() && !driver.travelToNextEvent()) {
                break;
            }
        }
        assertThat(driver.incidents()).as("jobs that failed").isEmpty();
        assertThat(driver.openTasks()).as("tasks left waiting").isEmpty();
        assertThat(driver.running()).as("processes left running").isEmpty();
        whatTheYearLeft();
        whatWasWritten();
        whatMustBeTrueStillIs(broken);
        whoSeesALinkMayOpenIt();
        List<Agent> readers = List.of(
                ien,
                erun,
                cpc,
                agents.withFunction(circonscription.uai(), AgentFunction.SECRETAIRE)
                        .get(0),
                agents.directorOf(uais.get(0)).orElseThrow());
        readAloud.everything(readers);
        hostileTexts.everywhere(readers);
    }

    private void aRealCirconscription() {
        territory.loadDemonstrationGround();
        circonscription = circonscriptions.inDepartement("035").stream()
                .filter(each -> each.shortName().equals("Redon"))
                .findFirst()
                .orElseThrow();
        List<School> all = schools.inCirconscription(circonscription.uai());
        assertThat(all).hasSizeGreaterThanOrEqualTo(22);
        people.populate(circonscription, all, LocalDate.of(2026, 9, 1), 7, "Essai-maison-2026");
        uais = all.stream().map(School::uai).toList();
        ien = agents.withFunction(circonscription.uai(), AgentFunction.IEN).get(0);
        dsi = agents.withFunction(circonscription.uai(), AgentFunction.DSI).get(0);
        erun = agents.withFunction(circonscription.uai(), AgentFunction.ERUN).get(0);
        cpc = agents.withFunction(circonscription.uai(), AgentFunction.CPC).get(0);
        silent.addAll(uais.subList(0, 5));
        late = uais.get(6);
    }

    private void launchTheProject() {
        ground.as(ien);
        int half = uais.size() / 2;
        project = projectService.create(new NewProject(
                "ENT de la circonscription",
                circonscription.uai(),
                List.of(
                        new NewProject.NewVague(LocalDate.of(2027, 1, 25), uais.subList(0, half)),
                        new NewProject.NewVague(LocalDate.of(2027, 4, 5), uais.subList(half, uais.size())))));
        driver.theCase("entProject", project.id())
                .completes(
                        "frame",
                        Map.of(
                                "surveyOpensOn",
                                "2026-09-07",
                                "surveyDeadline",
                                "2026-09-25",
                                "responseThreshold",
                                80,
                                "teacherThreshold",
                                50,
                                "conventionSigned",
                                true,
                                "trainingEnvironment",
                                true));
    }

    /** True when somebody did something. */
    private boolean everybodyDoesTheirPart() {
        waits.check();
        boolean acted = answerEvaluations();
        for (Waiting task : driver.waiting()) {
            acted |= does(task);
        }
        return acted;
    }

    private boolean does(Waiting task) {
        return switch (task.process() + "." + task.task()) {
            case "needsSurvey.answer" -> answersTheSurvey(task);
            case "needsCampaign.decideClosing" -> closesTheSurvey(task);
            case "needsCampaign.reviewGrid" -> finish(task, cpc, Map.of("accepted", true, "remarks", "Grille relue."));
            case "trainingPlan.comment" -> finish(task, erun, Map.of("choice", "soumettre", "remark", "", "about", ""));
            case "trainingPlan.approve" -> decidesOnThePlan(task);
            case "trainingPlan.revise" -> finish(task, cpc, Map.of("note", "Créneaux revus avec les communes."));
            case "trainingSession.mark" -> marksTheSession(task);
            case "trainingSession.decideLow" ->
                finish(
                        task,
                        ien,
                        sessions.find(Long.parseLong(task.businessKey()))
                                                .orElseThrow()
                                                .booked()
                                        == 0
                                ? Map.of("decision", "ANNULER", "motive", "Personne n'est inscrit.")
                                : Map.of("decision", "MAINTENIR", "motive", "Petit groupe assumé."));
            case "trainingSession.decideDate" -> completesTheSession(task);
            case "trainingSession.signBilan" ->
                finish(
                        task,
                        ien,
                        Map.of("causes", "Aucun.", "decision", "Refaire la pratique", "owner", "ERUN", "signed", true));
            case "trainingSession.prepare" -> false; // the trainer prepares in their own time
            case "vague.settleTrainers" ->
                finish(task, ien, Map.of("choice", "GO_ON", "motive", "Formateur suppléé par le CPD."));
            case "vague.reviewNeed" -> finish(task, erun, Map.of("choice", "FITS", "motive", ""));
            case "vague.decideNext" -> finish(task, ien, Map.of("choice", "CONTINUE", "motive", "Bilan satisfaisant."));
            case "schoolOpening.engage" -> engagesTheSchool(task);
            case "technicalReadiness.declareReady" -> declaresReady(task);
            case "schoolOpening.settleRefusal" -> settlesTheRefusal(task);
            case "schoolOpening.reportUse", "schoolOpening.reportUseLater" -> reportsUse(task);
            case "entProject.validateBilan" -> finish(task, ien, Map.of("visa", true, "remarks", "Vu."));
            default -> throw new AssertionError("Nobody was told what to do with " + task);
        };
    }

    private boolean finish(Waiting task, Agent who, Map<String, Object> form) {
        ground.as(who);
        driver.theCase(task.process(), task.businessKey()).completes(task.task(), form);
        return true;
    }

    private boolean answersTheSurvey(Waiting task) {
        Survey survey = needs.survey(Long.parseLong(task.businessKey())).orElseThrow();
        if (silent.contains(survey.schoolUai())) {
            return false;
        }
        return finish(
                task,
                director(survey.schoolUai()),
                SyntheticAnswers.of(
                        openTasks.prefilled(task.process(), survey.id(), task.task()),
                        uais.indexOf(survey.schoolUai())));
    }

    private boolean closesTheSurvey(Waiting task) {
        assertThat(driver.now().toLocalDate()).isAfterOrEqualTo(LocalDate.of(2026, 9, 25));
        String why = refuses(task, ien, Map.of("decision", "CLOSE", "reason", ""));
        assertThat(why).as("closing early needs a reason").isNotBlank();
        return finish(
                task,
                ien,
                Map.of("decision", "CLOSE", "reason", "Les écoles muettes seront estimées d'après leurs effectifs."));
    }

    private boolean decidesOnThePlan(Waiting task) {
        approvals++;
        if (approvals == 1) {
            assertThat(refuses(task, ien, Map.of("decision", "renvoyer", "remarks", "")))
                    .contains("remarque");
            return finish(
                    task, ien, Map.of("decision", "renvoyer", "remarks", "Évitez les mercredis de conseil d'école."));
        }
        return finish(task, ien, Map.of("decision", "approuverAvecDepassement", "remarks", ""));
    }

    /** Names who gives it and books a room; then its date stands, if need be with a reason. */
    private boolean completesTheSession(Waiting task) {
        long id = Long.parseLong(task.businessKey());
        TrainingSession session = sessions.find(id).orElseThrow();
        ground.as(ien);
        boolean lacked = false;
        if (session.trainerId() == null) {
            sessionService.entrustTo(id, somebodyFree(session));
            lacked = true;
        }
        if (DayFaults.isRoomMissing(session)) {
            sessionService.postpone(
                    id, session.startsAt(), "Salle " + id + ", " + session.place(), "La salle est réservée.");
            lacked = true;
        }
        return lacked
                || finish(
                        task, ien, Map.of("decision", "MAINTENIR", "motive", "Les écoles sont d'accord pour ce jour."));
    }

    private long somebodyFree(TrainingSession session) {
        Set<Long> busy = sessions.enrolments(session.id()).stream()
                .map(Enrolment::agentId)
                .collect(Collectors.toSet());
        return agents.inOffices(List.of(circonscription.uai(), circonscription.departementCode())).stream()
                .map(Agent::id)
                .filter(agent -> !busy.contains(agent)
                        && occupations.busy(List.of(agent), session).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private boolean marksTheSession(Waiting task) {
        TrainingSession session =
                sessions.find(Long.parseLong(task.businessKey())).orElseThrow();
        ground.as(
                session.trainerId() == null
                        ? erun
                        : agents.find(session.trainerId()).orElseThrow());
        if (session.isForParents()) {
            return finish(task, erun, Map.of("confirmed", true, "headCount", 12));
        }
        Map<Long, MarksService.Mark> seen = new HashMap<>();
        for (Enrolment enrolment : sessions.enrolments(session.id())) {
            if (enrolment.state().isExpected()) {
                boolean ill = agents.find(enrolment.agentId())
                        .map(agent -> late.equals(agent.schoolUai()) && agent.function() == AgentFunction.DIRECTEUR)
                        .orElse(false);
                seen.put(
                        enrolment.id(),
                        new MarksService.Mark(ill ? EnrolmentState.ABSENT : EnrolmentState.PRESENT, null));
            }
        }
        sheets.halfDays(session).forEach(half -> marks.record(session.id(), half.position(), seen));
        return finish(task, erun, Map.of("confirmed", true));
    }

    /** The collectivité declares whatever is still awaited of it. */
    private boolean declaresReady(Waiting task) {
        List<String> schools = projects.schoolsOf(Long.parseLong(task.businessKey())).stream()
                .filter(place -> !place.state().isSettled())
                .map(VagueSchool::schoolUai)
                .toList();
        return finish(task, dsi, Map.of("accountsReady", schools, "networkReady", schools));
    }

    private boolean engagesTheSchool(Waiting task) {
        VagueSchool place = projects.place(Long.parseLong(task.businessKey())).orElseThrow();
        Agent resource = agents.inSchool(place.schoolUai()).stream()
                .filter(agent -> agent.function().isTeacher() && agent.function() != AgentFunction.DIRECTEUR)
                .findFirst()
                .orElseGet(() -> director(place.schoolUai()));
        return finish(
                task,
                director(place.schoolUai()),
                Map.of(
                        "staffUpToDate",
                        true,
                        "resourcePersonId",
                        String.valueOf(resource.id()),
                        "charterSignedOn",
                        "2026-09-01"));
    }

    /** The director was ill: the opening is refused, a second look changes nothing, individual training does. */
    private boolean settlesTheRefusal(Waiting task) {
        VagueSchool place = projects.place(Long.parseLong(task.businessKey())).orElseThrow();
        Agent director = director(place.schoolUai());
        Set<String> known = trained.modulesOf(director.id());
        if (!known.contains("ADM-DIR")) {
            refusals++;
            assertThat(place.state()).isNotEqualTo(PlaceState.EN_SERVICE);
            if (refusals == 1) {
                assertThat(driver.theCase("schoolOpening", place.id())
                                .refuses(
                                        "settleRefusal",
                                        Map.of("choice", "RECHECK", "motive", "Nouvelle vérification.")))
                        .contains("Il manque encore");
            }
        }
        for (Agent agent : agents.inSchool(place.schoolUai())) {
            for (String module : List.of("SENS-CHGT", "PRES-ECOLE", "ADM-DIR", "PEDA-1", "COMM", "RES-ECOLE")) {
                if (agent.function() == AgentFunction.DIRECTEUR
                        || agent.id().equals(place.resourcePersonId())
                        || !module.equals("ADM-DIR")) {
                    trained.record(agent.id(), module, driver.now().toLocalDate(), "Accompagnement par l'E-RUN");
                }
            }
        }
        if (driver.waiting().contains(task)) {
            finish(task, erun, Map.of("choice", "RECHECK", "motive", "Formation faite sur place."));
        }
        return true;
    }

    private boolean reportsUse(Waiting task) {
        VagueSchool place = projects.place(Long.parseLong(task.businessKey())).orElseThrow();
        return finish(
                task,
                director(place.schoolUai()),
                Map.of("activeClasses", 1, "parentAccounts", 10, "difficulties", ""));
    }

    private boolean answerEvaluations() {
        boolean acted = false;
        for (QueuedMail mail : mails.about("evaluation:")) {
            Matcher link = EVALUATION.matcher(mail.bodyText());
            if (mail.state() == MailState.DEPOSITED
                    && evaluated.add(mail.mailKey())
                    && link.find()
                    && evaluations.find(link.group(1)).isPresent()) {
                acted |= evaluations
                        .answer(
                                link.group(1),
                                Said.answer(
                                        4,
                                        3,
                                        3,
                                        4,
                                        3,
                                        4,
                                        1,
                                        3,
                                        UseFrequency.HEBDOMADAIRE,
                                        "Le cahier de textes",
                                        null,
                                        null,
                                        null,
                                        HelpWanted.TUTORIEL))
                        .isEmpty();
            }
        }
        return acted;
    }

    private String refuses(Waiting task, Agent who, Map<String, Object> form) {
        ground.as(who);
        return driver.theCase(task.process(), task.businessKey()).refuses(task.task(), form);
    }

    private Agent director(String uai) {
        return agents.directorOf(uai).orElseThrow();
    }

    private void whatTheYearLeft() {
        assertThat(projects.find(project.id()).orElseThrow().state()).isEqualTo(ProjectState.CONTINU);
        assertThat(approvals).as("sent back once, approved on the second try").isEqualTo(2);
        assertThat(plans.approved(project.id()).orElseThrow().state()).isIn(PlanState.APPROUVE, PlanState.CLOS);
        assertThat(refusals).as("the school whose director was ill was refused").isPositive();
        List<VagueSchool> places = projects.vagues(project.id()).stream()
                .flatMap(vague -> projects.schoolsOf(vague.id()).stream())
                .toList();
        assertThat(places).hasSize(uais.size()).allSatisfy(place -> {
            assertThat(place.state()).as(place.schoolUai()).isEqualTo(PlaceState.EN_SERVICE);
            assertThat(trained.modulesOf(director(place.schoolUai()).id()))
                    .as("trained before opening")
                    .contains("ADM-DIR");
        });
        List<TrainingSession> all = sessions.ofProject(project.id());
        assertThat(all).isNotEmpty().allSatisfy(session -> {
            assertThat(session.state().isOver()).isTrue();
            assertThat(calendar.isSchoolDay(circonscription.zone(), session.day()))
                    .as("session on " + session.day())
                    .isTrue();
        });
        assertThat(all)
                .filteredOn(session -> session.vagueId() == null)
                .as("trainers first")
                .isNotEmpty()
                .allSatisfy(first -> assertThat(all)
                        .filteredOn(session -> session.vagueId() != null)
                        .allSatisfy(later -> assertThat(first.endsAt()).isBefore(later.startsAt())));
        Bilan bilan = bilans.find(project.id(), null).orElseThrow();
        assertThat(bilan.schoolsOpened()).isEqualTo(uais.size());
        LocalDate compiled = bilans.compiledAt(project.id(), null).orElseThrow().toLocalDate();
        assertThat(bilan.done().sessions())
                .as("held by the day of the bilan: what need not come before an opening holds no vague")
                .isEqualTo((int) all.stream()
                        .filter(session ->
                                !session.isForParents() && session.state().wasHeld())
                        .filter(session -> session.day().isBefore(compiled))
                        .count());
        assertThat(bilan.done().people()).isPositive().isLessThan(bilan.enrolled());
        assertThat(bilan.planned().traineeMinutes()).as("the plan foresaw some").isPositive();
        assertThat(bilan.hotSatisfaction()).isEqualTo(3.5);
    }

    /** Nothing that was not broken before, by other tests. */
    private void whatMustBeTrueStillIs(Map<Invariant, Integer> before) {
        broken().forEach((invariant, found) ->
                assertThat(found).as(invariant.label()).isLessThanOrEqualTo(before.get(invariant)));
    }

    private Map<Invariant, Integer> broken() {
        return audit.look().stream().collect(Collectors.toMap(Audit.Finding::invariant, Audit.Finding::count));
    }

    private boolean isServed(String path) {
        var request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return pages.getHandler(request) != null;
        } catch (Exception notRead) {
            return false;
        }
    }

    /** Of each template, one letter to each function: what it leads to is opened as its reader. */
    private void whoGetsALinkMayOpenIt(List<QueuedMail> written) throws Exception {
        Set<String> asked = new HashSet<>();
        Map<String, String> closed = new TreeMap<>();
        for (QueuedMail mail : written) {
            Agent reader = mail.readerId() == null
                    ? null
                    : agents.find(mail.readerId())
                            .filter(agent -> agent.isActiveOn(agents.today()))
                            .orElse(null);
            if (reader == null) {
                continue;
            }
            for (String path : (Iterable<String>)
                    WHOLE_LINK.matcher(mail.bodyText()).results().map(link -> link.group(1))::iterator) {
                String which = mail.template() + " to " + reader.function() + ": " + FollowedLinks.kind(path);
                if (!path.startsWith("/camunda/") && !ONE_USE.matcher(path).find() && asked.add(which)) {
                    int status = visitor.as(reader, get(URI.create(path))).getStatus();
                    if (status >= 400) {
                        closed.put(which, path + " " + status);
                    }
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(40);
        assertThat(closed)
                .as("links of letters that their readers may not open")
                .isEmpty();
    }

    /** After a year of things to show, as whoever sees it. */
    private void whoSeesALinkMayOpenIt() throws Exception {
        Map<String, String> closed = new TreeMap<>();
        for (AgentFunction function : List.of(
                AgentFunction.IEN,
                AgentFunction.ERUN,
                AgentFunction.CPC,
                AgentFunction.SECRETAIRE,
                AgentFunction.DSI,
                AgentFunction.FOURNISSEUR)) {
            Agent reader = agents.withFunction(circonscription.uai(), function).get(0);
            opens(reader, closed);
        }
        opens(agents.directorOf(uais.get(0)).orElseThrow(), closed);
        opens(
                agents.inSchool(uais.get(1)).stream()
                        .filter(agent -> agent.function() == AgentFunction.ADJOINT)
                        .findFirst()
                        .orElseThrow(),
                closed);
        closed.keySet().removeIf(link -> link.endsWith(" /demonstration"));
        assertThat(closed).as("links of pages that their readers may not open").isEmpty();
    }

    private void opens(Agent reader, Map<String, String> closed) throws Exception {
        // The guide shows everybody what others have, and says so.
        Set<String> ofTheGuide =
                Set.copyOf(visitor.page(reader, "/aide").select("a[href]").eachAttr("href"));
        links.of(reader, (path, answer) -> {
            if (answer.getStatus() >= 400 && !ofTheGuide.contains(path)) {
                closed.put(reader.function() + " " + path, String.valueOf(answer.getStatus()));
            }
        });
    }

    private void whatWasWritten() throws Exception {
        List<QueuedMail> written = mails.about("").stream()
                .filter(mail -> mail.toAddress().endsWith("redon@exemple.invalid"))
                .toList();
        assertThat(written)
                .hasSizeGreaterThan(200)
                .extracting(QueuedMail::mailKey)
                .doesNotHaveDuplicates();
        assertThat(written).allSatisfy(mail -> {
            assertThat(mail.state()).as(mail.mailKey()).isIn(MailState.DEPOSITED, MailState.MISSED, MailState.DROPPED);
            if (mail.sentAt() != null) {
                LocalDate day = mail.sentAt().atZone(PARIS).toLocalDate();
                assertThat(calendar.isSchoolDay(circonscription.zone(), day))
                        .as(mail.mailKey() + " left on " + day)
                        .isTrue();
                assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            }
        });
        whoGetsALinkMayOpenIt(written);
        assertThat(written.stream()
                        .flatMap(mail -> LINK.matcher(mail.bodyText())
                                .results()
                                .map(link -> link.group(1))
                                .filter(path -> !path.startsWith("/camunda/") && !isServed(path)))
                        .collect(Collectors.toSet()))
                .as("buttons of letters that lead nowhere")
                .isEmpty();
        List<String> remindedDirectors = new ArrayList<>(written.stream()
                .filter(mail -> mail.template().startsWith("campaign/remind"))
                .map(QueuedMail::toAddress)
                .distinct()
                .toList());
        assertThat(remindedDirectors)
                .as("only silent schools are reminded")
                .containsExactlyInAnyOrderElementsOf(
                        silent.stream().map(uai -> director(uai).email()).toList());
        assertThat(written)
                .filteredOn(mail -> mail.template().equals("session/convoked"))
                .as("convocations")
                .hasSizeGreaterThan(100);
    }
}
