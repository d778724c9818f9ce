package fr.forment.demonstration;

import fr.forment.account.AgentFunction;
import fr.forment.campaign.Needs;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.TimeMachine;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.plan.PlanChoiceService;
import fr.forment.plan.Plans;
import fr.forment.project.NewProject;
import fr.forment.project.Project;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import fr.forment.survey.Survey;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import fr.forment.territory.TerritoryService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the demonstration opens on: the real schools of one circonscription of Ille-et-Vilaine, people who do not exist,
 * a pilot whose plan waits for the IEN, a wider project whose survey is under way, and a teacher who has just arrived.
 * Everything is done by the same services and forms that people use, on a clock that starts with the school year. On a
 * database that outlives it, a story that was cut off is told to its end at the next start, and one that was told is
 * left as its visitors made it.
 */
@Component
@Profile("demo")
@RequiredArgsConstructor
class DemonstrationGround {

    private static final String CIRCONSCRIPTION = "Redon";
    private static final long SEED = 35;
    private static final int PILOT_SCHOOLS = 5;
    private static final LocalDate PILOT_SURVEY = LocalDate.of(2026, 9, 2);
    private static final LocalDate PILOT_DEADLINE = LocalDate.of(2026, 9, 18);
    private static final LocalDate SURVEY = LocalDate.of(2026, 9, 7);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 9, 25);
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 24);
    /** Who arrives last: once she is there, the story is told. */
    private static final String NEWCOMER = "maelle.legoff@exemple.invalid";

    private final TimeMachine time;
    private final DepartingMails mails;
    private final TerritoryService territory;
    private final Circonscriptions circonscriptions;
    private final Schools schools;
    private final SyntheticStaff people;
    private final StaffService staff;
    private final SyntheticResources resources;
    private final Agents agents;
    private final ProjectService projects;
    private final Projects known;
    private final Needs needs;
    private final Plans plans;
    private final PlanChoiceService choices;
    private final OpenTasks tasks;
    private final Persona persona;
    private final Clock clock;
    private final StoryBeingTold story;

    @Value("${forment.demo.start}")
    private final OffsetDateTime start;

    @Value("${forment.demo.password}")
    private final String password;

    @EventListener(ApplicationReadyEvent.class)
    @Order(50)
    void lay() {
        story.during(this::upToItsDate);
    }

    private void upToItsDate() {
        time.resumeAt(start.toInstant());
        if (agents.withEmails(List.of(NEWCOMER)).isEmpty()) {
            tell();
        }
        time.runDue();
        mails.atStop();
    }

    /** Each step is one that changes nothing when it was done before. */
    private void tell() {
        territory.loadDemonstrationGround();
        Circonscription circonscription = circonscriptions.inDepartement("035").stream()
                .filter(each -> each.shortName().equals(CIRCONSCRIPTION))
                .findFirst()
                .orElseThrow();
        List<School> all = schools.inCirconscription(circonscription.uai());
        people.populate(circonscription, all, LocalDate.ofInstant(start.toInstant(), clock.getZone()), SEED, password);
        resources.say(circonscription, all, member(circonscription, AgentFunction.IEN));
        List<String> uais = all.stream().map(School::uai).toList();
        List<String> pilotSchools = uais.subList(0, PILOT_SCHOOLS);
        List<String> others = uais.subList(PILOT_SCHOOLS, uais.size());
        int half = others.size() / 2;
        Agent ien = member(circonscription, AgentFunction.IEN);
        persona.does(
                ien.id(),
                () -> choices.chooseForPlansToCome(
                        circonscription.uai(),
                        "Une école n'ouvre pas sans direction formée : l'inspection accepte les dépassements de l'année pilote."));
        Project pilot = launch(
                ien,
                "ENT de Redon – écoles pilotes",
                circonscription,
                PILOT_SURVEY,
                PILOT_DEADLINE,
                List.of(new NewProject.NewVague(LocalDate.of(2027, 1, 25), pilotSchools)));
        Project wider = launch(
                ien,
                "ENT de Redon – généralisation",
                circonscription,
                SURVEY,
                DEADLINE,
                List.of(
                        new NewProject.NewVague(LocalDate.of(2027, 3, 22), others.subList(0, half)),
                        new NewProject.NewVague(LocalDate.of(2027, 5, 17), others.subList(half, others.size()))));
        travelTo(LocalDate.of(2026, 9, 10));
        answer(pilot, PILOT_SCHOOLS);
        travelTo(LocalDate.of(2026, 9, 15));
        answer(wider, half + 2);
        prepare(pilot, member(circonscription, AgentFunction.ERUN));
        travelTo(TODAY);
        miss(uais.get(0));
        welcome(uais.get(0));
    }

    private Project launch(
            Agent ien,
            String title,
            Circonscription where,
            LocalDate opens,
            LocalDate deadline,
            List<NewProject.NewVague> vagues) {
        if (titled(title, where).isEmpty()) {
            persona.does(ien.id(), () -> projects.create(new NewProject(title, where.uai(), vagues)));
        }
        Project project = titled(title, where).orElseThrow();
        time.runDue();
        persona.does(
                ien.id(),
                () -> tasks.finish(
                        "entProject",
                        project.id(),
                        "frame",
                        Map.of(
                                "surveyOpensOn",
                                opens.toString(),
                                "surveyDeadline",
                                deadline.toString(),
                                "responseThreshold",
                                80,
                                "teacherThreshold",
                                50,
                                "conventionSigned",
                                true,
                                "trainingEnvironment",
                                true)));
        time.runDue();
        return project;
    }

    private Optional<Project> titled(String title, Circonscription where) {
        return known.inCirconscriptions(List.of(where.uai())).stream()
                .filter(project -> project.title().equals(title))
                .findFirst();
    }

    private void answer(Project project, int howMany) {
        List<Survey> surveys =
                needs.surveys(needs.ofProject(project.id()).orElseThrow().id());
        for (int i = 0; i < Math.min(howMany, surveys.size()); i++) {
            Survey survey = surveys.get(i);
            int number = i;
            if (survey.isAnswered()) {
                continue;
            }
            persona.does(
                    agents.directorOf(survey.schoolUai()).orElseThrow().id(),
                    () -> tasks.finish(
                            "needsSurvey",
                            survey.id(),
                            "answer",
                            SyntheticAnswers.of(tasks.prefilled("needsSurvey", survey.id(), "answer"), number)));
        }
        time.runDue();
    }

    /** Reads the grid again, lets the plan be computed and submits it: it then waits for the IEN. */
    private void prepare(Project pilot, Agent erun) {
        persona.does(
                erun.id(),
                () -> tasks.finish(
                        "needsCampaign",
                        needs.ofProject(pilot.id()).orElseThrow().id(),
                        "reviewGrid",
                        Map.of("accepted", true, "remarks", "Effectifs relus avec les directions.")));
        time.runDue();
        long plan = plans.latest(pilot.id()).orElseThrow().rootId();
        persona.does(
                erun.id(),
                () -> tasks.finish(
                        "trainingPlan",
                        plan,
                        "comment",
                        Map.of(
                                "choice",
                                "soumettre",
                                "remark",
                                "Créneaux du mercredi vérifiés avec les communes.",
                                "about",
                                "")));
        time.runDue();
    }

    /** The last list forgot a teacher: the director is asked what became of him. */
    private void miss(String school) {
        agents.inSchool(school).stream()
                .filter(agent -> agent.function() == AgentFunction.ADJOINT)
                .limit(1)
                .forEach(agent ->
                        staff.markMissing(List.of(agent.id()), LocalDate.ofInstant(clock.instant(), clock.getZone())));
    }

    private void welcome(String school) {
        staff.register(
                new NewAgent(
                        "Le Goff",
                        "Maëlle",
                        NEWCOMER,
                        AgentFunction.ADJOINT,
                        school,
                        null,
                        null,
                        100,
                        false,
                        LocalDate.ofInstant(clock.instant(), clock.getZone()),
                        null),
                ArrivalKind.NEWCOMER);
    }

    private Agent member(Circonscription where, AgentFunction function) {
        return agents.withFunction(where.uai(), function).get(0);
    }

    private void travelTo(LocalDate day) {
        time.travelTo(day.atTime(LocalTime.of(9, 0)).atZone(clock.getZone()).toInstant(), mails);
    }
}
