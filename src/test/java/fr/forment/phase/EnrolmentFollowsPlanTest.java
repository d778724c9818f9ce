package fr.forment.phase;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.attack.Attack;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.engine.ProcessDriver;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.people.TrainingRecords;
import fr.forment.plan.Load;
import fr.forment.plan.PlanChoiceService;
import fr.forment.plan.PlanDecisionService;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.words.LineFollowUp;
import fr.forment.project.NewProject;
import fr.forment.project.NewProject.NewVague;
import fr.forment.project.ProjectService;
import fr.forment.project.Projects;
import fr.forment.project.TrainersDue;
import fr.forment.project.VagueEngaged;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.EnrolmentRules;
import fr.forment.session.EnrolmentState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A circonscription of the usual size, its plan calculated and approved: what the plan seats is enrolled, school by
 * school. People came and went since, were trained elsewhere or gave their hours away: where less is enrolled, nobody
 * of the school could fill the place, and it is said.
 */
@HouseTest
@Tag("attack")
class EnrolmentFollowsPlanTest {

    private static final String YEAR = "2026-2027";
    private static final int SCHOOLS = 28;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround events;

    @Autowired
    ProjectService projectService;

    @Autowired
    Projects projects;

    @Autowired
    PlanService planService;

    @Autowired
    PlanDecisionService decisions;

    @Autowired
    Plans plans;

    @Autowired
    PlanChoiceService choices;

    @Autowired
    PlanFollowUp followUp;

    @Autowired
    Sessions sessions;

    @Autowired
    EnrolmentRules rules;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Agents agents;

    @Autowired
    StaffService staff;

    @Autowired
    HoursLedger hours;

    @Autowired
    TrainingRecords records;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private final List<String> schools = new ArrayList<>();
    private long projectId;
    private long planId;
    private int named = 1000;

    @Test
    void enrolsWhatThePlanSeats() {
        Random chance = Attack.chance("enrolment follows the plan");
        aCirconscription(chance);
        anApprovedPlan();
        peopleComeAndGo(chance);
        everyPhaseOpens();

        Map<Integer, TrainingSession> held = new HashMap<>();
        sessions.ofProject(projectId).forEach(session -> held.put(session.planLine(), session));
        List<PlannedSession> lines = plans.sessions(planId).stream()
                .filter(line -> !line.isForParents())
                .toList();
        assertThat(lines).hasSizeGreaterThan(20);
        Map<Integer, LineFollowUp> told = followUp.of(plans.find(planId).orElseThrow(), plans.sessions(planId)).stream()
                .collect(Collectors.toMap(LineFollowUp::line, line -> line));
        int differences = 0;
        for (PlannedSession line : lines) {
            TrainingSession session = held.get(line.line());
            Map<String, Integer> enrolled = new HashMap<>();
            sessions.enrolments(session.id()).forEach(row -> {
                assertThat(row.state())
                        .as("nobody waits whom the plan did not seat")
                        .isEqualTo(EnrolmentState.INSCRIT);
                enrolled.merge(row.schoolUai() == null ? "" : row.schoolUai(), 1, Integer::sum);
            });
            Map<String, Integer> planned = line.seats().isEmpty() ? Map.of("", line.expected()) : line.seats();
            assertThat(planned.keySet())
                    .as("line %s, %s", line.line(), line.moduleCode())
                    .containsAll(enrolled.keySet());
            for (var school : planned.entrySet()) {
                int there = enrolled.getOrDefault(school.getKey(), 0);
                assertThat(there)
                        .as("line %s, %s, school %s", line.line(), line.moduleCode(), school.getKey())
                        .isLessThanOrEqualTo(school.getValue());
                if (there < school.getValue()) {
                    differences++;
                    assertNobodyElseCould(session, line, school.getKey());
                    assertSaid(told.get(line.line()), school.getKey(), school.getValue(), there);
                }
            }
        }
        assertThat(differences)
                .as("somebody left, was trained or gave his hours away")
                .isPositive();
        nobodyIsInAModuleTwice();
        nobodyGaveMoreThanHeHas();
    }

    /** Whoever is left could not come: the rules say why. */
    private void assertNobodyElseCould(TrainingSession session, PlannedSession line, String school) {
        List<Agent> left = school.isEmpty()
                ? List.of()
                : agents.inSchool(school).stream()
                        .filter(agent -> isMeant(line, agent, school))
                        .toList();
        left.forEach(agent -> assertThat(rules.foreseen(session, agent))
                .as("%s of %s, line %s (%s)", agent.function(), school, line.line(), line.moduleCode())
                .isNotEmpty());
    }

    private static void assertSaid(LineFollowUp line, String school, int planned, int enrolled) {
        var gap = line.gaps().stream()
                .filter(one -> one.schoolUai().equals(school))
                .findFirst()
                .orElseThrow();
        assertThat(gap.planned()).isEqualTo(planned);
        assertThat(gap.enrolled()).isEqualTo(enrolled);
        assertThat(gap.reasons().stream()
                        .filter(reason -> !reason.startsWith("sans place"))
                        .mapToInt(EnrolmentFollowsPlanTest::people)
                        .sum())
                .as("%s", gap)
                .isEqualTo(planned - enrolled);
    }

    private static int people(String reason) {
        return Integer.parseInt(reason.replaceAll(".*\\((\\d+)\\)", "$1"));
    }

    private boolean isMeant(PlannedSession line, Agent agent, String school) {
        Set<Profile> module = catalogue.find(line.moduleCode()).orElseThrow().profiles();
        Long resource = projects.place(projectId, school).orElseThrow().resourcePersonId();
        boolean director = agent.function() == AgentFunction.DIRECTEUR;
        return line.profiles().contains(Profile.DIRECTEUR) && director
                || line.profiles().contains(Profile.ENSEIGNANT)
                        && agent.function().isTeacher()
                        && (!director || !module.contains(Profile.DIRECTEUR))
                || line.profiles().contains(Profile.ADMINISTRATEUR)
                        && agent.id().equals(resource);
    }

    private void nobodyIsInAModuleTwice() {
        List<String> twice = jdbc.sql("""
                SELECT s.module_code || ' ' || e.agent_id FROM enrolment e JOIN training_session s ON s.id = e.session_id
                WHERE s.project_id = ? AND e.active_agent_id IS NOT NULL GROUP BY s.module_code, e.agent_id HAVING COUNT(*) > 1""").param(projectId).query(String.class).list();
        assertThat(twice).isEmpty();
    }

    /** But whom the approved plan names as exceeding his hours: who approved it knew. */
    private void nobodyGaveMoreThanHeHas() {
        Set<Long> accepted = plans.loads(plans.approved(projectId).orElseThrow().id()).stream()
                .filter(Load::isOver)
                .map(Load::agentId)
                .collect(Collectors.toSet());
        List<Agent> people = agents.inCirconscription(circo.uai()).stream()
                .filter(agent -> agent.function().isTeacher() && !accepted.contains(agent.id()))
                .toList();
        assertThat(people).isNotEmpty();
        assertThat(hours.accounts(people, YEAR).values()).noneMatch(account -> account.isExceeded());
    }

    private void aCirconscription(Random chance) {
        circo = ground.circonscription(0);
        transaction.executeWithoutResult(tx -> {
            for (int i = 0; i < SCHOOLS; i++) {
                String school = ground.school(circo.uai(), "École d'essai " + i, "Commune-" + i / 4);
                schools.add(school);
                person(AgentFunction.DIRECTEUR, school, chance);
                int teachers = 1 + chance.nextInt(12);
                for (int t = 0; t < teachers; t++) {
                    person(AgentFunction.ADJOINT, school, chance);
                }
            }
        });
    }

    private Agent person(AgentFunction function, String school, Random chance) {
        Agent agent = ground.agent(NewAgent.inSchool(name(), "Sacha", null, function, school)
                .working(chance.nextInt(5) == 0 ? 50 : 100, false));
        int taken = 90 * chance.nextInt(4);
        transaction.executeWithoutResult(
                tx -> hours.plan(agent.id(), YEAR, Math.min(taken, hours.entMinutesLeft(agent.id(), YEAR)), "autre:1"));
        return agent;
    }

    /** In letters, each another. */
    private String name() {
        return "Essai"
                + Integer.toString(++named, 26)
                        .chars()
                        .mapToObj(c -> String.valueOf((char) (c <= '9' ? 'a' + c - '0' : c + 10)))
                        .collect(Collectors.joining());
    }

    private void anApprovedPlan() {
        projectId = projectService
                .create(new NewProject(
                        "Essai " + circo.uai(),
                        circo.uai(),
                        List.of(
                                new NewVague(LocalDate.of(2027, 2, 1), schools.subList(0, 14)),
                                new NewVague(LocalDate.of(2027, 5, 31), schools.subList(14, SCHOOLS)))))
                .id();
        for (int i = 0; i < SCHOOLS; i += 2) {
            Long resource = agents.inSchool(schools.get(i)).stream()
                    .filter(agent -> agent.function() != AgentFunction.DIRECTEUR)
                    .findFirst()
                    .orElseThrow()
                    .id();
            jdbc.sql("UPDATE vague_school SET resource_person_id = ? WHERE school_uai = ?")
                    .params(resource, schools.get(i))
                    .update();
        }
        jdbc.sql("""
                INSERT INTO campaign (version, project_id, circonscription_uai, opens_on, deadline, threshold, state, rounds)
                VALUES (0, ?, ?, '2026-09-07', '2026-09-25', 80, 'INTEGREE', 0)""").params(projectId, circo.uai()).update();
        catalogue.active().forEach(module -> module.profiles().forEach(profile -> {
            if (module.trainsTrainers()) {
                need(
                        circo.uai(),
                        module,
                        profile,
                        profile == Profile.IEN
                                        || profile == Profile.CPC
                                        || profile == Profile.ERUN
                                        || profile == Profile.DSI
                                ? 1
                                : 0);
            } else {
                schools.forEach(school -> need(school, module, profile, asked(school, module, profile)));
            }
        }));
        choices.chooseForPlansToCome(circo.uai(), "Ce qui doit précéder l'ouverture passe avant les heures");
        planId = planService.begin(projectId).id();
        driver.theCase("trainingPlan", planId)
                .completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"))
                .waitsAt("approve");
        decisions.decide(planId, "approuverAvecDepassement", "");
    }

    private int asked(String school, TrainingModule module, Profile profile) {
        int teachers = (int) agents.inSchool(school).stream()
                .filter(agent -> agent.function() != AgentFunction.DIRECTEUR)
                .count();
        return switch (profile) {
            case DIRECTEUR, ADMINISTRATEUR -> 1;
            case ENSEIGNANT -> teachers + (module.profiles().contains(Profile.DIRECTEUR) ? 0 : 1);
            default -> 0;
        };
    }

    private void need(String place, TrainingModule module, Profile profile, int people) {
        jdbc.sql("""
                INSERT INTO need_line (campaign_id, school_uai, module_code, profile, people, already_trained, wish)
                SELECT id, CAST(? AS VARCHAR(8)), CAST(? AS VARCHAR(20)), CAST(? AS VARCHAR(30)), CAST(? AS INTEGER), 0, '' FROM campaign WHERE project_id = ?""")
                .params(place, module.code(), profile.name(), people, projectId)
                .update();
    }

    private void peopleComeAndGo(Random chance) {
        for (int i = 0; i < SCHOOLS; i += 4) {
            staff.leave(
                    agents.inSchool(schools.get(i)).stream()
                            .filter(agent -> agent.function() == AgentFunction.ADJOINT)
                            .findFirst()
                            .orElseThrow()
                            .id(),
                    LocalDate.of(2026, 9, 10));
            person(AgentFunction.ADJOINT, schools.get(i + 1), chance);
            Agent trained = agents.inSchool(schools.get(i + 2)).get(0);
            transaction.executeWithoutResult(
                    tx -> records.record(trained.id(), "PRES-ECOLE", LocalDate.of(2026, 9, 2), "import"));
            Agent tired = agents.inSchool(schools.get(i + 3)).get(0);
            transaction.executeWithoutResult(
                    tx -> hours.plan(tired.id(), YEAR, hours.entMinutesLeft(tired.id(), YEAR), "autre:2"));
        }
    }

    private void everyPhaseOpens() {
        events.tell(new TrainersDue(projectId));
        projects.vagues(projectId).forEach(vague -> events.tell(new VagueEngaged(vague.id())));
        driver.runDue();
        Set<Integer> opened = new HashSet<>(sessions.ofProject(projectId).stream()
                .map(TrainingSession::planLine)
                .toList());
        assertThat(opened).hasSameSizeAs(plans.sessions(planId));
    }
}
