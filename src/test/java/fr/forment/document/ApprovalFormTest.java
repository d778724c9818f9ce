package fr.forment.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.PlainPages;
import fr.forment.TestGround;
import fr.forment.access.AccountService;
import fr.forment.access.DelegationService;
import fr.forment.account.AgentFunction;
import fr.forment.account.NewDelegation;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.engine.TheCase.TasklistAction;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanOpinions;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The IEN decides with the whole plan before the eyes: sixty sessions, well beyond what the engine keeps of a text. */
@HouseTest
class ApprovalFormTest {

    private static final int SESSIONS = 60;

    @Autowired
    private ApprovalText text;

    @Autowired
    ProcessDriver driver;

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    PlanService service;

    @Autowired
    Plans plans;

    @Autowired
    PlanOpinions opinions;

    @Autowired
    OpenTasks tasks;

    @Autowired
    AccountService accounts;

    @Autowired
    DelegationService delegations;

    @Autowired
    JdbcClient jdbc;

    private PlanningGround.Case made;
    private long root;
    private int most;
    private TheCase theCase;

    @BeforeEach
    void submit() {
        made = ground.projectWithNeeds();
        root = service.begin(made.number()).id();
        theCase = driver.theCase("trainingPlan", root).waitsAt("comment");
        most = plans.sessions(root).size();
        PlannedSession one = plans.sessions(root).get(most - 1);
        for (int line = most + 1; line <= SESSIONS; line++) {
            jdbc.sql("""
                    INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                    trainer_kind, trainer_agent_id, profiles, expected)
                    SELECT plan_id, CAST(? AS INTEGER), phase, vague_rank, module_code, CAST(? AS DATE), starts_at, minutes, place, format, capacity,
                    trainer_kind, NULL, profiles, expected FROM planned_session WHERE id = ?""").params(line, one.day().plusWeeks(line % 5), one.id()).update();
        }
        people.as(made.circo().cpc());
        theCase.completes(
                        "comment",
                        Map.of(
                                "remark",
                                "n° 3 : [trop tôt](http://ailleurs.example) <b>vraiment</b>\nn° 4 : rien",
                                "about",
                                "",
                                "choice",
                                "soumettre"))
                .waitsAt("approve");
    }

    @Test
    void theFormShowsAllOfIt() {
        Map<String, Object> form = tasks.prefilled("trainingPlan", root, "approve");

        assertThat(text(form, "planWeeks").length()).isGreaterThan(4000);
        for (int line = 1; line <= SESSIONS; line++) {
            assertThat(plain(form, "planWeeks")).contains("ligne " + line + ", ");
        }
        assertThat(text(form, "planWeeks")).contains("**Semaine du ").doesNotContain("…");
        assertThat(plain(form, "planMeans"))
                .contains(
                        "Éducation nationale : ",
                        "Période ",
                        " par semaine",
                        "demi-journée",
                        "Coût : inconnu, aucun prix");
        assertThat(plain(form, "planShortages")).contains("sessions sans formateur", "Il faudrait : ");
        assertThat(plain(form, "planDifferences")).startsWith("C'est la première version");
        assertThat(plain(form, "planToBeKnown"))
                .contains("Questions de cadrage encore ouvertes", "date déplacée de 5 jours de classe au plus")
                .contains("ce plan est abandonné ; vous décidez ensuite de le refaire");
        assertThat(plain(form, "planRemarks"))
                .contains("ligne 3, " + made.circo().cpc().fullName(), "ligne 4, ");
        assertThat(text(form, "planRemarks")).as("what was typed is text").doesNotContain("](http", "<b>");
    }

    /** The general remark and the team's answer too, not those of single sessions alone. */
    @Test
    void whoDecidesAgainReadsWhatWasAskedAndAnswered() {
        people.as(made.circo().ien());
        theCase.completes("approve", Map.of("decision", "renvoyer", "remarks", "Pensez à la charte.\nn° 2 : plus tard"))
                .waitsAt("revise");
        jdbc.sql(
                        "DELETE FROM planned_session WHERE line > ? AND plan_id IN (SELECT id FROM training_plan WHERE root_id = ?)")
                .params(most, root)
                .update(); // those of this test stand on no school day
        people.as(made.circo().cpc());
        theCase.completes("revise", Map.of("note", "La charte suit en janvier."))
                .waitsAt("approve");
        assertThat(plain(tasks.prefilled("trainingPlan", root, "approve"), "planRemarks"))
                .contains(
                        "Renvoyé",
                        made.circo().ien().fullName(),
                        "Pensez à la charte.",
                        "Révision terminée",
                        "La charte suit en janvier.");
    }

    @Test
    void aPlanMadeAnewSaysWhyTheOneBeforeWasRejected() {
        jdbc.sql("UPDATE planned_session SET pinned = TRUE WHERE plan_id = ? AND line = 2")
                .param(root)
                .update();
        people.as(made.circo().ien());
        theCase.completes("approve", Map.of("decision", "rejeter", "remarks", "n° 2 : deux personnes, non"));
        assertThat(text.said(plans.current(root).orElseThrow()).toString())
                .as("read by whoever decides after the rejection")
                .contains("Rejeté", "ligne 2, ", "deux personnes, non");
        assertThat(plans.pinned(root)).contains(2);
        long again = service.begin(made.number()).id();
        driver.theCase("trainingPlan", again).waitsAt("comment");
        assertThat(again).isNotEqualTo(root);
        assertThat(plans.pinned(again)).as("the rejection objects to it").doesNotContain(2);
        assertThat(plain(tasks.prefilled("trainingPlan", again, "comment"), "planAsked"))
                .contains("Rejeté", "n° 2 : deux personnes, non")
                .containsPattern("(?s)Session par session.*ligne 2, .*deux personnes, non");
        people.as(made.circo().cpc());
        driver.theCase("trainingPlan", again)
                .completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"))
                .waitsAt("approve");
        var form = tasks.prefilled("trainingPlan", again, "approve");
        assertThat(plain(form, "planRemarks")).contains("n° 2 : deux personnes, non");
        assertThat(plain(form, "planDifferences")).doesNotContain("première version");
    }

    @Test
    void aSessionThatChangedIsToldInTheNextVersion() {
        people.as(made.circo().ien());
        theCase.completes("approve", Map.of("decision", "renvoyer", "remarks", "Avant tout, merci.\nn° 2 : plus tard"))
                .waitsAt("revise");
        Plan second = plans.current(root).orElseThrow();
        assertThat(opinions.remarks(root))
                .filteredOn(remark -> Integer.valueOf(2).equals(remark.line()))
                .extracting(PlanOpinions.Remark::text)
                .containsExactly("plus tard");
        jdbc.sql("UPDATE planned_session SET place = 'Laillé', format = 'HYBRIDE' WHERE plan_id = ? AND line = 2")
                .param(second.id())
                .update();
        people.as(made.circo().cpc());
        jdbc.sql("DELETE FROM planned_session WHERE plan_id = ? AND line > 8")
                .param(second.id())
                .update();
        theCase.completes("revise", Map.of("note", "")).waitsAt("approve");

        String told = plain(tasks.prefilled("trainingPlan", root, "approve"), "planDifferences");
        assertThat(told)
                .contains("Par rapport à : Plan, version 1", "Ligne 2 (", "→ Laillé", "format : ", "→ Hybride")
                .contains("Ligne " + SESSIONS + " supprimée : ");
    }

    /** A number that is not there says which are; the person keeps the task. */
    @Test
    void aRemarkOnNoSessionIsRefusedKindly() {
        people.as(made.circo().ien());
        assertThat(theCase.refuses("approve", Map.of("decision", "renvoyer", "remarks", "n° 99 : trop tôt")))
                .contains("ce plan n'a pas de ligne 99", "vont de 1 à " + SESSIONS);
        assertThat(opinions.decisions(root)).isEmpty();
    }

    /** Everybody whom the model offers the decision to. */
    @ParameterizedTest
    @ValueSource(strings = {"ien", "delegate", "ienNumerique"})
    void decidesThroughTasklist(String who) {
        Agent decides =
                switch (who) {
                    case "ien" -> made.circo().ien();
                    case "delegate" -> delegate();
                    default -> numerique();
                };
        people.as(decides);
        String login = accounts.ofAgent(decides.id()).orElseThrow().login();

        assertThat(theCase.asksFromTasklist(
                        login,
                        "approve",
                        TasklistAction.submit(
                                Map.of("decision", "approuverAvecDepassement", "remarks", "n° 1 : bien"))))
                .isNull();

        assertThat(plans.find(root).orElseThrow().state()).isEqualTo(PlanState.APPROUVE);
        assertThat(opinions.remarks(root)).anySatisfy(remark -> {
            assertThat(remark.line()).isEqualTo(1);
            assertThat(remark.text()).isEqualTo("bien");
        });
    }

    private Agent delegate() {
        LocalDate today = driver.now().toLocalDate();
        people.as(made.circo().ien());
        delegations.name(new NewDelegation(
                made.circo().uai(),
                made.circo().ien().id(),
                made.circo().cpc().id(),
                today,
                today.plusDays(4),
                "Stage"));
        return made.circo().cpc();
    }

    private Agent numerique() {
        theCase.fires("approvalDelegated").waitsAt("approve");
        return people.agent(NewAgent.inDepartement(
                "Numerique" + root, "Dominique", "numerique" + root + "@essai.fr", AgentFunction.IEN_NUMERIQUE, "035"));
    }

    private static String text(Map<String, Object> form, String name) {
        return form.get(name).toString();
    }

    private static String plain(Map<String, Object> form, String name) {
        return PlainPages.plain(text(form, name)).replace("\\", "");
    }
}
