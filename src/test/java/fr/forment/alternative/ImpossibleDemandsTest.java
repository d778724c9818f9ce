package fr.forment.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no plan can hold is named on the page of a real plan, with what it would take; the page is never empty. */
@HouseTest
class ImpossibleDemandsTest {

    private static final String PEDA = "Usage pédagogique, niveau 1";

    @Autowired
    PlanningGround ground;

    @Autowired
    Visitor visitor;

    @Autowired
    PlanService service;

    @Autowired
    Plans plans;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    private PlanningGround.Case made;
    private long plan;

    @BeforeEach
    void make() {
        made = ground.projectWithNeeds();
    }

    @Test
    void pinsThatContradictEachOther() throws Exception {
        calculate();
        List<PlannedSession> two = plans.sessions(plan).stream()
                .filter(each -> each.vagueRank() != null && each.vagueRank() == 1)
                .limit(2)
                .toList();
        jdbc.sql("""
                UPDATE planned_session SET pinned = TRUE, held_on = ?, starts_at = ?, trainer_agent_id = ?
                 WHERE plan_id = ? AND line IN (?, ?)""")
                .params(
                        two.get(0).day(),
                        two.get(0).start(),
                        two.get(0).trainerAgentId(),
                        plan,
                        two.get(0).line(),
                        two.get(1).line())
                .update();
        assertThat(impossible())
                .contains(
                        "Des sessions épinglées se contredisent. Ligne "
                                + two.get(0).line() + " : ",
                        "Déplacez-en une, ou rendez-la au calcul.");
    }

    @Test
    void nobodyMayLead() throws Exception {
        jdbc.sql("""
                INSERT INTO trainer_certification (agent_id, module_code, granted, from_day, decided_by, decided_on)
                SELECT id, 'PEDA-1', FALSE, DATE '2026-01-01', 'ien', DATE '2026-09-01' FROM agent WHERE circonscription_uai = ?""").param(made.circo().uai()).update();
        calculate();
        plans.sessions(plan).stream()
                .filter(each -> each.moduleCode().equals("PEDA-1"))
                .forEach(each -> jdbc.sql("DELETE FROM planned_session WHERE id = ?")
                        .param(each.id())
                        .update());
        assertThat(impossible())
                .contains(
                        "Personne n'est habilité à assurer « " + PEDA + " », que 12 personnes attendent",
                        "il suffirait d'une personne habilitée");
        assertThat(places())
                .contains(
                        PEDA + ", vague 1 : 6 personnes sans place",
                        "à condition de trouver une personne habilitée à l'assurer");
    }

    /** All schools are closed on each of them. */
    @Test
    void noWednesdayIsLeft() throws Exception {
        for (LocalDate day = LocalDate.of(2026, 9, 2); day.getYear() < 2028; day = day.plusWeeks(1)) {
            jdbc.sql("""
                    INSERT INTO school_closure (circonscription_uai, from_day, until_day, reason) VALUES (?, ?, ?, 'Travaux')""").params(made.circo().uai(), day, day).update();
        }
        calculate();
        assertThat(impossible())
                .contains(
                        "« " + PEDA + " » dure 3 h et ne tient que le mercredi",
                        "il ne reste aucun mercredi de classe entre le",
                        "il suffirait d'un mercredi où les écoles peuvent venir");
        assertThat(places()).contains(PEDA + ", vague 1 : 6 personnes sans place", "Une session de plus : aucun");
    }

    /** One pin alone contradicts nobody. */
    @Test
    void onePinThatCannotBe() throws Exception {
        calculate();
        PlannedSession one = plans.sessions(plan).stream()
                .filter(each -> each.vagueRank() != null)
                .findFirst()
                .orElseThrow();
        jdbc.sql("UPDATE planned_session SET pinned = TRUE, held_on = DATE '2026-12-25' WHERE id = ?")
                .param(one.id())
                .update();
        assertThat(impossible())
                .contains("Une session épinglée ne peut pas se tenir ainsi. Ligne " + one.line() + " : ")
                .doesNotContain("se contredisent");
    }

    /** Closed until after the last of them opens: it is said of each vague, with who waits. */
    @Test
    void noDayIsLeftBeforeTheOpening() throws Exception {
        jdbc.sql("""
                INSERT INTO school_closure (circonscription_uai, from_day, until_day, reason)
                VALUES (?, DATE '2026-09-02', DATE '2027-12-31', 'Travaux')""").param(made.circo().uai()).update();
        calculate();
        assertThat(impossible())
                .contains(
                        "Vague 1 : aucun jour possible avant son ouverture (lundi 11 janvier 2027). Entre le",
                        "toutes ses écoles sont fermées les jours de classe",
                        "« " + PEDA + " », 6 personnes",
                        "Il suffirait d'un jour où ces écoles peuvent venir, ou d'une ouverture plus tardive.")
                .contains("Vague 2 : aucun jour possible avant son ouverture (lundi 3 mai 2027)");
    }

    private void calculate() {
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
    }

    private String impossible() throws Exception {
        return section("demandes");
    }

    private String places() throws Exception {
        return section("places");
    }

    private String section(String name) throws Exception {
        return visitor.page(made.circo().cpc(), "/plans/" + plan + "/pourquoi")
                .select("section[aria-labelledby=" + name + "]")
                .text()
                .replaceAll("[\\s\\p{Z}]+", " ");
    }
}
