package fr.forment.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.project.VagueEngaged;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.ApprovedPlanGround.Planned;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.SwapService;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The plan's page says what was planned and who is enrolled; the session's page names whom there is something to settle
 * about.
 */
@HouseTest
class PlanFollowUpPageTest {

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround plans;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionGround some;

    @Autowired
    SwapService swaps;

    @Autowired
    ProcessDriver driver;

    @Autowired
    Visitor visitor;

    @Test
    void showsTheErunWhereEnrolmentsDifferAndWhy() throws Exception {
        Circo circo = ground.circonscription(2);
        Planned planned = plans.plan(circo, "FORMATEURS");
        plans.line(
                planned,
                1,
                "VAGUE",
                "PRES-ECOLE",
                LocalDate.of(2026, 11, 18),
                LocalTime.of(14, 0),
                90,
                20,
                circo.cpc().id(),
                List.of("DIRECTEUR", "ENSEIGNANT"),
                Map.of(circo.schools().get(0), 4, circo.schools().get(1), 2));
        Document before = visitor.page(circo.erun(), "/plans/" + planned.planId());
        assertThat(before.select("#inscriptions")).as("no session is open").isEmpty();
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.runDue();
        TrainingSession session = sessions.ofVague(planned.vagueId()).get(0);

        Document page = visitor.page(circo.erun(), "/plans/" + planned.planId());
        var row = page.select("section[aria-labelledby=inscriptions] tbody tr");
        assertThat(row.select("td a").attr("href")).isEqualTo("/sessions/" + session.id());
        assertThat(row.select("td[data-label=Prévu]").text()).isEqualTo("6");
        assertThat(row.select("td[data-label=Inscriptions]").text()).isEqualTo("5");
        assertThat(row.select("li").eachText())
                .satisfiesExactlyInAnyOrder(
                        gap -> assertThat(gap)
                                .contains("École d")
                                .contains("3 sur 4 – moins de personnes à former que prévu (1)"),
                        gap -> assertThat(gap).contains("2 sur 2 – sans place prévue par le plan (1)"));

        Document one = visitor.page(circo.erun(), "/sessions/" + session.id());
        assertThat(one.select("h2:containsOwn(À régler) + ul").text())
                .contains(circo.teachers().get(3).fullName(), "a pas de place prévue par le plan");
    }

    @Test
    void whoChoseAnotherDateIsNotCountedAndSaidToHave() throws Exception {
        Circo circo = ground.circonscription(1);
        Planned planned = plans.plan(circo, "FORMATEURS");
        plans.line(
                planned,
                1,
                "VAGUE",
                "PRES-ECOLE",
                LocalDate.of(2026, 11, 18),
                LocalTime.of(14, 0),
                90,
                20,
                circo.cpc().id(),
                List.of("DIRECTEUR", "ENSEIGNANT"),
                Map.of(circo.schools().get(0), 3));
        plans.tell(new VagueEngaged(planned.vagueId()));
        driver.runDue();
        TrainingSession other = some.session(circo, SessionGround.WEDNESDAY.plusWeeks(1), 10, 1);
        swaps.choose(circo.teachers().get(0).id(), other.id());
        var row = visitor.page(circo.erun(), "/plans/" + planned.planId())
                .select("section[aria-labelledby=inscriptions] tbody tr");
        assertThat(row.select("td[data-label=Inscriptions]").text()).isEqualTo("2");
        assertThat(row.select("li").text()).contains("2 sur 3 – autre date choisie (1)");
    }
}
