package fr.forment.plan.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.access.AccountService;
import fr.forment.access.DelegationService;
import fr.forment.account.AgentFunction;
import fr.forment.account.NewDelegation;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.engine.TheCase.TasklistAction;
import fr.forment.french.French;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.Phase;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlanOpinions;
import fr.forment.plan.PlanPublicService;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.plan.SessionChange;
import fr.forment.plan.Verdict;
import fr.forment.plan.Warning;
import fr.forment.project.ProjectService;
import fr.forment.project.ProjectState;
import fr.forment.project.Projects;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ways through {@code trainingPlan.bpmn}. */
@HouseTest
class TrainingPlanPathTest {

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private PlanningGround plans;

    @Autowired
    private TestGround ground;

    @Autowired
    private PlanService service;

    @Autowired
    private PlanEditingService editing;

    @Autowired
    private AmendmentService amendments;

    @Autowired
    private PlanPublicService publics;

    @Autowired
    private Plans read;

    @Autowired
    private PlanOpinions opinions;

    @Autowired
    private ProjectService projectService;

    @Autowired
    private Projects projects;

    @Autowired
    private DelegationService delegations;

    @Autowired
    private AccountService accounts;

    @Autowired
    private JdbcClient jdbc;

    private PlanningGround.Case made;
    private Plan plan;

    @Test
    void calculatesThenAsksTheTeam() {
        TheCase theCase = begin().waitsAt("comment");

        assertThat(state()).isEqualTo(PlanState.EN_CONCERTATION);
        assertThat(theCase.candidatesOf("comment"))
                .containsExactlyInAnyOrder(
                        "cpc." + made.circo().uai(),
                        "dsi." + made.circo().uai(),
                        "erun." + made.circo().uai());
        assertThat(read.sessions(plan.id(), Phase.FORMATEURS, null))
                .extracting(PlannedSession::moduleCode)
                .containsExactlyInAnyOrder("PRES-CADRES", "ADM-ERUN");
        assertThat(read.sessions(plan.id(), Phase.VAGUE, 1))
                .extracting(PlannedSession::moduleCode)
                .containsExactlyInAnyOrder("PRES-ECOLE", "ADM-DIR", "PEDA-1");
        assertThat(read.sessions(plan.id(), Phase.VAGUE, 1))
                .allMatch(session -> session.day().isBefore(LocalDate.of(2027, 1, 11)));
        assertThat(plans.mailsTo(made.circo().erun().email())).containsExactly("plan/consultationOpened");
        assertThat(theCase.formOf("comment").get("figures").toString()).startsWith("8 sessions\\, ");
        assertThat(theCase.nameOf("comment"))
                .isEqualTo("Relire le plan – Essai " + made.circo().uai());
    }

    @Test
    void keepsRemarksUntilTheTeamSubmits() {
        TheCase theCase = begin().waitsAt("comment");
        ground.as(made.circo().cpc());
        assertThat(theCase.refuses("comment", Map.of("remark", "", "about", "", "choice", "ouvert")))
                .contains("Écrivez une remarque");
        assertThat(theCase.refuses("comment", Map.of("remark", "Bien", "about", "")))
                .contains("Dites si la concertation");
        assertThat(theCase.refuses("comment", Map.of("remark", "Bien", "about", "PEDA-99", "choice", "ouvert")))
                .contains("« PEDA-99 » n'est ni le numéro");

        theCase.completes("comment", Map.of("remark", "Trop tôt pour Bruz", "about", "n° 3", "choice", "ouvert"))
                .waitsAt("comment");
        assertThat(theCase.formOf("comment").get("remark"))
                .as("the next person starts with an empty form")
                .isNull();
        ground.as(made.circo().dsi());
        assertThat(theCase.refuses("comment", Map.of("remark", "Prêt", "about", "", "choice", "soumettre")))
                .as("the collectivité gives its opinion; whoever makes the plan says when it is ripe")
                .contains("CPC, E-RUN", "Laisser la concertation ouverte");
        ground.as(made.circo().erun());
        theCase.completes("comment", Map.of("remark", "Prévoir un rappel", "about", "peda-1", "choice", "soumettre"))
                .waitsAt("approve");

        assertThat(opinions.remarks(plan.id()))
                .extracting(PlanOpinions.Remark::line, PlanOpinions.Remark::moduleCode, PlanOpinions.Remark::text)
                .containsExactly(tuple(3, null, "Trop tôt pour Bruz"), tuple(null, "PEDA-1", "Prévoir un rappel"));
        assertThat(opinions.remarks(plan.id()).get(0).byWhom())
                .isEqualTo("a" + made.circo().cpc().id());
        assertThat(plans.mailsTo(made.circo().ien().email())).containsExactly("plan/submitted");
    }

    @Test
    void remindsTheTeamThenSubmitsByItself() {
        TheCase theCase = begin().waitsAt("comment");

        theCase.fires("commentLate").waitsAt("comment").passed("remindComment");
        assertThat(plans.mailsTo(made.circo().cpc().email()))
                .containsExactly("plan/consultationOpened", "plan/consultationReminded");
        theCase.fires("consultationClosed").waitsAt("approve");

        assertThat(state()).isEqualTo(PlanState.SOUMIS);
        assertThat(read.history(plan.id()))
                .last()
                .extracting(JournalEntry::byWhom)
                .isEqualTo("système");
    }

    @Test
    void aDelegateOfTheIenApprovesAndTheHistorySaysOnWhoseBehalf() {
        TheCase theCase = submitted();
        var circo = made.circo();
        LocalDate today = driver.now().toLocalDate();
        ground.as(circo.ien());
        delegations.name(
                new NewDelegation(circo.uai(), circo.ien().id(), circo.cpc().id(), today, today.plusDays(4), "Stage"));

        ground.as(circo.cpc());
        theCase.completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();

        assertThat(opinions.decisions(plan.id())).singleElement().satisfies(decision -> assertThat(
                        accounts.nameOf(decision.byWhom()))
                .isEqualTo(circo.cpc().fullName() + ", par délégation de "
                        + circo.ien().fullName()));
    }

    @Test
    void whoLostTheRoleDecidesNothingAndNobodyGivesATaskAway() {
        TheCase theCase = submitted();
        var circo = made.circo();
        LocalDate today = driver.now().toLocalDate();
        String ien = login(circo.ien());
        String cpc = login(circo.cpc());
        ground.as(circo.ien());
        var lent = delegations.name(
                new NewDelegation(circo.uai(), circo.ien().id(), circo.cpc().id(), today, today.plusDays(4), "Stage"));
        var approval = TasklistAction.submit(Map.of("decision", "approuverAvecDepassement", "remarks", ""));

        ground.as(circo.cpc());
        assertThat(theCase.asksFromTasklist(cpc, "approve", TasklistAction.claimFor(login(circo.dsi()))))
                .contains("que pour vous-même");
        assertThat(theCase.asksFromTasklist(cpc, "approve", TasklistAction.claimFor(cpc)))
                .isNull();
        ground.as(circo.ien());
        delegations.end(lent.id());
        assertThat(theCase.assigneeOf("approve")).as("back with the IEN").isNull();
        theCase.alsoOfferedTo(cpc, "approve"); // by an operator, say: the engine would let him

        ground.as(circo.cpc());
        assertThat(theCase.asksFromTasklist(cpc, "approve", approval)).contains("n'est plus dans votre rôle");
        assertThat(state()).isEqualTo(PlanState.SOUMIS);
        ground.as(circo.ien());
        assertThat(theCase.asksFromTasklist(ien, "approve", approval)).isNull();
        assertThat(state()).isNotEqualTo(PlanState.SOUMIS);
    }

    private String login(Agent agent) {
        return accounts.ofAgent(agent.id()).orElseThrow().login();
    }

    @Test
    void approvesAndTellsTheSchools() {
        TheCase theCase = submitted();
        ground.as(made.circo().ien());

        theCase.completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded()
                .passed("publish", "tellProject", "planInForce");

        assertThat(read.approved(made.number())).map(Plan::id).contains(plan.id());
        assertThat(opinions.decisions(plan.id())).singleElement().satisfies(decision -> {
            assertThat(decision.verdict()).isEqualTo(Verdict.APPROUVER);
            assertThat(decision.byWhom()).isEqualTo("a" + made.circo().ien().id());
        });
        assertThat(plans.mailsTo(made.circo().directors().get(0).email())).containsExactly("plan/approvedForSchool");
        assertThat(plans.lastMailTo(made.circo().directors().get(0).email()))
                .contains("École d'essai 1 (Commune-1)", "Usage pédagogique, niveau 1")
                .contains(
                        "/plans/" + plan.id() + "/ecoles/" + made.school(0),
                        "n'a pas répondu à l'enquête",
                        "Usage pédagogique, niveau 1 : 3 à former – retenu en partie.");
        assertThat(plans.mailsTo(made.circo().cpc().email())).endsWith("plan/approved");
    }

    @Test
    void wantsRemarksUnlessApproved() {
        TheCase theCase = submitted();

        assertThat(theCase.refuses("approve", Map.of("decision", "renvoyer", "remarks", " ")))
                .startsWith("Indiquez vos remarques");
        assertThat(theCase.refuses("approve", Map.of("decision", "rejeter", "remarks", "")))
                .startsWith("Indiquez vos remarques");
        assertThat(theCase.refuses("approve", Map.of("decision", "peut-être", "remarks", "x")))
                .startsWith("Choisissez une décision");
        assertThat(theCase.refuses("approve", Map.of())).startsWith("Choisissez une décision");
        assertThat(theCase.refuses("approve", Map.of("decision", "rejeter", "remarks", "x".repeat(3001))))
                .isEqualTo("Ce texte dépasse " + French.number(3000) + " caractères : raccourcissez-le.");
        assertThat(opinions.decisions(plan.id())).isEmpty();
    }

    @Test
    void sendsBackThenSubmitsTheNextVersion() {
        TheCase theCase = submitted();
        theCase.completes("approve", Map.of("decision", "renvoyer", "remarks", "Pas de séance en décembre."))
                .waitsAt("revise");
        Plan second = read.current(plan.id()).orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(read.find(plan.id()).orElseThrow().state()).isEqualTo(PlanState.A_REVISER);
        assertThat(plans.lastMailTo(made.circo().erun().email())).contains("Pas de séance en décembre.");
        assertThat(theCase.formOf("revise").get("remarksShown")).isEqualTo("Pas de séance en décembre\\.");
        assertThat(theCase.candidatesOf("revise"))
                .containsExactlyInAnyOrder(
                        "cpc." + made.circo().uai(), "erun." + made.circo().uai());

        theCase.fires("revisionLate").passed("remindRevision").waitsAt("revise");
        theCase.fires("revisionOverdue").passed("escalateRevision").waitsAt("revise");
        assertThat(plans.mailsTo(made.circo().cpc().email())).endsWith("plan/revisionReminded");
        PlannedSession session = read.sessions(second.id(), Phase.VAGUE, 1).get(0);
        editing.change(
                second.id(),
                session.line(),
                new SessionChange(
                        session.day(),
                        session.start(),
                        session.place(),
                        made.circo().cpc().id(),
                        18),
                now -> {});
        theCase.completes("revise", Map.of("note", "Places ramenées à 18")).waitsAt("approve");

        assertThat(read.current(plan.id()).orElseThrow().state()).isEqualTo(PlanState.SOUMIS);
        assertThat(theCase.formOf("approve").get("decision"))
                .as("no earlier decision in the form")
                .isNull();
        theCase.completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", "Merci"))
                .isEnded();
        assertThat(read.approved(made.number())).map(Plan::number).contains(2);
    }

    /** Whoever revises could else have written the inspector's decision for him: his form came filled in. */
    @Test
    void takesNothingThatItsFormDoesNotAskFor() {
        TheCase theCase = submitted();
        theCase.completes("approve", Map.of("decision", "renvoyer", "remarks", "À revoir"))
                .completesAs(
                        "a" + made.circo().cpc().id(),
                        "revise",
                        Map.of("note", "Corrigé", "decision", "approuverAvecDepassement", "remarks", "Glissé"))
                .waitsAt("approve");
        assertThat(theCase.formOf("approve").get("decision")).isNull();
        assertThat(theCase.formOf("approve").get("remarks")).isNull();
        assertThat(theCase.refuses("approve", Map.of())).startsWith("Choisissez une décision");
    }

    @Test
    void keepsTheRevisionOpenWhileASessionCannotBeHeld() {
        TheCase theCase = submitted();
        theCase.completes("approve", Map.of("decision", "renvoyer", "remarks", "À revoir"))
                .waitsAt("revise");
        PlannedSession session = read.sessions(
                        read.current(plan.id()).orElseThrow().id(), Phase.VAGUE, 1)
                .get(0);
        plans.close(session);

        assertThat(theCase.refuses("revise", Map.of("note", "")))
                .startsWith("Il reste ")
                .contains("à corriger. Ligne ");
    }

    /** What people had placed stays; what stands on no day of school any more is said, and finds another. */
    @Test
    void aPlanMadeAnewStartsFromTheOneThatWasRejected() {
        TheCase theCase = begin().waitsAt("comment");
        List<PlannedSession> computed = read.sessions(plan.id());
        PlannedSession moved = read.sessions(plan.id(), Phase.VAGUE, 1).stream()
                .filter(session -> session.moduleCode().equals("PEDA-1"))
                .findFirst()
                .orElseThrow();
        jdbc.sql("UPDATE planned_session SET held_on = ?, pinned = TRUE WHERE id = ?")
                .params(moved.day().plusWeeks(1), moved.id())
                .update();
        PlannedSession closed = read.sessions(plan.id(), Phase.VAGUE, 2).get(0);
        theCase.completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"))
                .waitsAt("approve");
        plans.close(closed);
        jdbc.sql("UPDATE planned_session SET pinned = TRUE WHERE id = ?")
                .param(closed.id())
                .update();
        ground.as(made.circo().ien());
        theCase.completes("approve", Map.of("decision", "rejeter", "remarks", "Hors budget"))
                .isEnded();

        Plan anew = service.begin(made.number());
        driver.theCase("trainingPlan", anew.id()).waitsAt("comment");
        Map<Integer, PlannedSession> found =
                read.sessions(anew.id()).stream().collect(Collectors.toMap(PlannedSession::line, Function.identity()));
        assertThat(found.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        computed.stream().map(PlannedSession::line).toList());
        computed.stream().filter(session -> session.line() != closed.line()).forEach(session -> assertThat(
                        found.get(session.line()).day())
                .as("session " + session.line())
                .isEqualTo(session.line() == moved.line() ? moved.day().plusWeeks(1) : session.day()));
        assertThat(found.get(closed.line()).day()).isNotEqualTo(LocalDate.of(2026, 12, 25));
        assertThat(read.pinned(anew.id())).containsExactly(moved.line());
        assertThat(read.history(anew.id()))
                .filteredOn(entry -> entry.what().equals("Plan calculé"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.why())
                        .contains("rejeté", "1 session placée par l'équipe reste où elle était")
                        .contains("ne peut plus rester où elle était : ligne " + closed.line()));
    }

    /**
     * The days of the consultation have gone by: what is too early by now finds another day, before anybody reads it.
     */
    @Test
    void aPlanMadeAnewLaterBreaksNoRule() {
        TheCase theCase = begin().waitsAt("comment");
        List<PlannedSession> computed = read.sessions(plan.id());
        jdbc.sql("UPDATE planned_session SET pinned = TRUE WHERE id IN (?, ?)")
                .params(
                        read.sessions(plan.id(), Phase.VAGUE, 1).get(0).id(),
                        read.sessions(plan.id(), Phase.VAGUE, 2).get(0).id())
                .update();
        theCase.fires("consultationClosed").waitsAt("approve");
        ground.as(made.circo().ien());
        theCase.completes("approve", Map.of("decision", "rejeter", "remarks", "Hors budget"))
                .isEnded();

        Plan anew = service.begin(made.number());
        driver.theCase("trainingPlan", anew.id()).waitsAt("comment");
        assertThat(read.sessions(anew.id())).hasSameSizeAs(computed);
        assertThat(read.warnings(anew.id())).noneMatch(warning -> warning.weight() == Warning.Weight.BLOQUANT);
    }

    @Test
    void rejects() {
        TheCase theCase = submitted();

        theCase.completes("approve", Map.of("decision", "rejeter", "remarks", "Hors budget"))
                .isEnded()
                .passed("reject", "planRejected");

        assertThat(state()).isEqualTo(PlanState.REJETE);
        assertThat(plans.mailsTo(made.circo().dsi().email())).endsWith("plan/rejected");
        assertThat(service.begin(made.number()).id())
                .as("another plan may be asked for")
                .isNotEqualTo(plan.id());
    }

    @Test
    void remindsTheIenThenOpensTheDecisionToTheDelegate() {
        TheCase theCase = submitted();
        ground.agent(NewAgent.inDepartement(
                "Essai" + made.circo().uai(),
                "Maud",
                "maud" + made.circo().uai() + "@exemple.invalid",
                AgentFunction.IEN_NUMERIQUE,
                "035"));
        LocalDateTime soon = theCase.dateOf("approvalLate");
        assertThat(soon.toLocalTime()).isEqualTo(LocalTime.of(8, 0));

        theCase.fires("approvalLate").waitsAt("approve").passed("remindApproval");
        assertThat(plans.mailsTo(made.circo().ien().email())).endsWith("plan/approvalReminded");
        theCase.fires("approvalDelegated").waitsAt("approve").passed("openToDelegate");

        assertThat(theCase.candidatesOf("approve"))
                .containsExactlyInAnyOrder("ien." + made.circo().uai(), "ien_numerique.035");
        assertThat(plans.mailsTo(made.circo().ien().email())).endsWith("plan/approvalDelegated");
        theCase.completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();
    }

    @Test
    void amendsAnApprovedPlanAndReplacesIt() {
        submitted()
                .completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();
        ground.as(made.circo().cpc());
        Plan amendment = amendments.prepare(plan.id(), "Salle indisponible");
        TheCase theCase =
                driver.theCase("trainingPlan", amendment.id()).waitsAt("revise").didNotPass("compute");
        assertThat(theCase.formOf("revise").get("remarksShown")).isEqualTo("Salle indisponible");
        PlannedSession session = read.sessions(amendment.id()).get(0);
        editing.change(
                amendment.id(),
                session.line(),
                new SessionChange(
                        session.day(), session.start(), "Laillé", session.trainerAgentId(), session.capacity()),
                now -> {});
        assertThat(read.approved(made.number()))
                .map(Plan::id)
                .as("still in force")
                .contains(plan.id());

        theCase.completes("revise", Map.of("note", "")).waitsAt("approve");
        theCase.completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded()
                .passed("amendmentInForce")
                .didNotPass("tellProject");

        assertThat(read.approved(made.number())).map(Plan::id).contains(amendment.id());
        assertThat(state()).isEqualTo(PlanState.REMPLACE);
    }

    /** Whom a session is for changes as its date does: by a person, in an amendment, once the inspector approves it. */
    @Test
    void amendsTheSchoolsOfASession() {
        submitted()
                .completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();
        ground.as(made.circo().cpc());
        Plan amendment = amendments.prepare(plan.id(), "Une école viendra plus tard");
        TheCase theCase = driver.theCase("trainingPlan", amendment.id()).waitsAt("revise");
        PlannedSession session = read.sessions(amendment.id()).stream()
                .filter(PlanPublicService::isChosen)
                .filter(each -> each.seats().size() > 1)
                .findFirst()
                .orElseThrow();
        String leaves = session.seats().keySet().iterator().next();
        publics.invite(amendment.id(), session.line(), Map.of(leaves, 0), now -> {});
        assertThat(of(plan, session.line()).seats()).as("still in force").containsKey(leaves);

        theCase.completes("revise", Map.of("note", "")).waitsAt("approve");
        theCase.completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded()
                .passed("amendmentInForce");

        Plan inForce = read.approved(made.number()).orElseThrow();
        assertThat(inForce.id()).isEqualTo(amendment.id());
        assertThat(of(inForce, session.line()).seats())
                .doesNotContainKey(leaves)
                .hasSize(session.seats().size() - 1);
        assertThat(read.history(amendment.id()))
                .anySatisfy(entry -> assertThat(entry.what()).isEqualTo("Personnes attendues modifiées"));
    }

    private PlannedSession of(Plan version, int line) {
        return read.sessions(version.id()).stream()
                .filter(each -> each.line() == line)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsTheApprovedPlanWhenAnAmendmentIsRejectedOrGivenUp() {
        submitted()
                .completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();
        Plan first = amendments.prepare(plan.id(), "Grève");
        amendments.abandon(first.id());
        assertThat(driver.running()).noneMatch(instance -> instance.equals("trainingPlan:" + first.id()));
        Plan second = amendments.prepare(plan.id(), "Grève encore");
        driver.theCase("trainingPlan", second.id())
                .completes("revise", Map.of("note", ""))
                .completes("approve", Map.of("decision", "rejeter", "remarks", "Non"))
                .isEnded();

        assertThat(read.approved(made.number())).map(Plan::id).contains(plan.id());
        assertThat(read.ofProject(made.number()))
                .extracting(Plan::title)
                .as("no two are called the same")
                .containsExactly("Plan, version 1", "Avenant n° 1, version 1", "Avenant n° 2, version 1");
    }

    @Test
    void takesTheProjectFromItsNeedsToTheTrainers() {
        made = plans.project();
        TheCase project = driver.theCase("entProject", made.number()).waitsAt("frame");
        project.completes(
                "frame",
                Map.of(
                        "surveyOpensOn",
                        "2026-09-14",
                        "surveyDeadline",
                        "2026-10-02",
                        "responseThreshold",
                        80,
                        "teacherThreshold",
                        50,
                        "conventionSigned",
                        true));
        driver.runDue();
        plans.fillGrid(made);
        projectService.needsGathered(made.number());
        driver.runDue();
        plan = read.latest(made.number()).orElseThrow();
        TheCase theCase = driver.theCase("trainingPlan", plan.id()).waitsAt("comment");

        theCase.completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"))
                .completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();

        assertThat(projects.find(made.number()).orElseThrow().state()).isEqualTo(ProjectState.FORMATEURS);
        project.passed("planApproved");
    }

    @Test
    void stopsWhenTheProjectIsGivenUp() {
        begin().waitsAt("comment");
        projectService.abandon(made.number(), "Budget retiré");

        assertThat(state()).isEqualTo(PlanState.CLOS);
        assertThat(driver.running()).noneMatch(instance -> instance.equals("trainingPlan:" + plan.id()));
    }

    private TheCase begin() {
        made = plans.projectWithNeeds();
        plan = service.begin(made.number());
        assertThat(service.begin(made.number()).id())
                .as("asked twice, begun once")
                .isEqualTo(plan.id());
        return driver.theCase("trainingPlan", plan.id());
    }

    private TheCase submitted() {
        return begin().completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"))
                .waitsAt("approve");
    }

    private PlanState state() {
        return read.find(plan.id()).orElseThrow().state();
    }
}
