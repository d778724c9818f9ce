package fr.forment.attack;

import static fr.forment.attack.FilledForm.of;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.campaign.NeedsGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Two people open the same page, one saves, then the other: nothing of the first is lost, and the second reads what
 * changed.
 */
@HouseTest
@Tag("attack")
class TwoHandsTest {

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    PlanningGround planning;

    @Autowired
    PlanService planService;

    @Autowired
    Plans plans;

    @Autowired
    NeedsGround campaigns;

    @Autowired
    Needs needs;

    @Autowired
    ProcessDriver driver;

    private Circo circo;
    private TrainingSession session;
    private Enrolment one;
    private Enrolment other;
    private String page;

    private void aSessionOfTwo() {
        circo = ground.circonscription(2);
        session = some.session(circo, 10, 1);
        one = some.enrol(session, circo.teachers().get(0));
        other = some.enrol(session, circo.teachers().get(2));
        page = "/sessions/" + session.id();
    }

    private Document marks() throws Exception {
        return visitor.page(circo.cpc(), page + "/emargement");
    }

    private EnrolmentState markOf(Enrolment row) {
        return sessions.enrolments(session.id()).stream()
                .filter(each -> each.id().equals(row.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aMarkNobodyTouchedIsNotWrittenBack() throws Exception {
        aSessionOfTwo();
        driver.travelTo(SessionGround.WEDNESDAY.plusHours(2));
        of(marks(), "/tous").sentBy(visitor, circo.erun());
        FilledForm first = of(marks(), "/emargement");
        FilledForm second = of(marks(), "/emargement");

        first.with("mark_" + one.id(), "ABSENT").sentBy(visitor, circo.erun());
        second.with("mark_" + other.id(), "PARTIEL")
                .with("minutes_" + other.id(), "30")
                .sentBy(visitor, circo.cpc());

        assertThat(markOf(one)).isEqualTo(EnrolmentState.ABSENT);
        assertThat(markOf(other)).isEqualTo(EnrolmentState.PARTIEL);
    }

    @Test
    void aMarkThatTwoChangedIsKeptAndBothValuesAreNamed() throws Exception {
        aSessionOfTwo();
        driver.travelTo(SessionGround.WEDNESDAY.plusHours(2));
        FilledForm first = of(marks(), "/emargement");
        FilledForm second = of(marks(), "/emargement");

        first.with("mark_" + one.id(), "PARTIEL")
                .with("minutes_" + one.id(), "20")
                .sentBy(visitor, circo.erun());
        MockHttpServletResponse answer = second.with("mark_" + one.id(), "ABSENT_EXCUSE")
                .with("mark_" + other.id(), "PRESENT")
                .sentBy(visitor, circo.cpc());

        assertThat(markOf(one)).isEqualTo(EnrolmentState.PARTIEL);
        assertThat(markOf(other)).as("the rest of the sheet is saved").isEqualTo(EnrolmentState.PRESENT);
        Document again = Jsoup.parse(answer.getContentAsString());
        assertThat(again.select("[role=alert]").text())
                .contains(
                        circo.teachers().get(0).lastName(),
                        EnrolmentState.PARTIEL.label(),
                        "20 min",
                        EnrolmentState.ABSENT_EXCUSE.label())
                .doesNotContain(circo.teachers().get(2).lastName());
        assertThat(again.select("input[name=mark_" + one.id() + "][checked]").val())
                .as("what was typed is still there")
                .isEqualTo("ABSENT_EXCUSE");
        of(again, "/emargement").sentBy(visitor, circo.cpc());
        assertThat(markOf(one)).as("once it was seen").isEqualTo(EnrolmentState.ABSENT_EXCUSE);
    }

    @Test
    void aSessionIsMovedByWhoSawWhereItIs() throws Exception {
        aSessionOfTwo();
        Document seen = visitor.page(circo.erun(), page);
        FilledForm first = of(seen, "/reporter")
                .with("day", "2026-12-02")
                .with("time", "14:00")
                .with("place", "Mairie")
                .with("motive", "Neige");
        FilledForm second = of(seen, "/reporter")
                .with("day", "2026-12-09")
                .with("time", "09:00")
                .with("motive", "Salle prise");
        FilledForm trainer =
                of(seen, "/formateur").with("agent", String.valueOf(circo.erun().id()));
        first.sentBy(visitor, circo.erun());
        second.sentBy(visitor, circo.cpc());
        trainer.sentBy(visitor, circo.cpc());

        TrainingSession now = sessions.find(session.id()).orElseThrow();
        assertThat(now.startsAt()).isEqualTo("2026-12-02T14:00");
        assertThat(now.place()).isEqualTo("Mairie");
        assertThat(now.trainerId()).isEqualTo(session.trainerId());
    }

    @Test
    void aPlannedSessionIsChangedByWhoSawIt() throws Exception {
        PlanningGround.Case made = planning.projectWithNeeds();
        long plan = planService.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
        PlannedSession line = plans.sessions(plan).stream()
                .filter(each -> each.moduleCode().equals("PEDA-1"))
                .findFirst()
                .orElseThrow();
        String path = "/plans/" + plan + "/modifier/" + line.line();
        Document seen = visitor.page(made.circo().cpc(), path);
        FilledForm first = of(seen, path).with("capacity", "31");
        FilledForm second =
                of(seen, path).with("start", line.start().plusMinutes(15).toString());
        FilledForm removal = of(seen, "/supprimer");

        assertThat(first.sentBy(visitor, made.circo().cpc()).getStatus()).isEqualTo(302);
        Document refused =
                Jsoup.parse(second.sentBy(visitor, made.circo().erun()).getContentAsString());

        PlannedSession now = plans.sessions(plan).stream()
                .filter(each -> each.line() == line.line())
                .findFirst()
                .orElseThrow();
        assertThat(now.capacity()).isEqualTo(31);
        assertThat(now.start()).isEqualTo(line.start());
        assertThat(refused.select("[role=alert]").text())
                .contains("Nombre de places", String.valueOf(line.capacity()), "31");
        assertThat(refused.select("#start").val())
                .as("what was typed is still there")
                .startsWith(line.start().plusMinutes(15).toString());
        removal.sentBy(visitor, made.circo().erun());
        assertThat(plans.sessions(plan)).extracting(PlannedSession::line).contains(line.line());
    }

    @Test
    void aCampaignIsReplannedByWhoSawItsDates() throws Exception {
        circo = ground.circonscription(2);
        Campaign campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 14), LocalDate.of(2026, 10, 9), 50);
        driver.runDue();
        String path = "/besoins/" + campaign.id() + "/modification";
        Document seen = visitor.page(circo.ien(), path);
        FilledForm first = of(seen, path).with("echeance", "2026-10-02");
        FilledForm second = of(seen, path).with("seuil", "75");

        assertThat(first.sentBy(visitor, circo.ien()).getStatus()).isEqualTo(302);
        Document refused = Jsoup.parse(second.sentBy(visitor, circo.erun()).getContentAsString());

        Campaign now = needs.find(campaign.id()).orElseThrow();
        assertThat(now.deadline()).isEqualTo("2026-10-02");
        assertThat(now.threshold()).isEqualTo(50);
        assertThat(refused.select("[role=alert]").text()).contains("Échéance", "9 octobre 2026", "2 octobre 2026");
        assertThat(refused.select("#seuil").val())
                .as("what was typed is still there")
                .isEqualTo("75");
    }

    @Test
    void aQuestionnaireIsComposedByWhoReadIt() throws Exception {
        circo = ground.circonscription(2);
        Campaign campaign = campaigns.campaign(circo, LocalDate.of(2026, 9, 14), LocalDate.of(2026, 10, 9), 50);
        driver.runDue();
        String path = "/besoins/" + campaign.id() + "/questionnaire";
        Document seen = visitor.page(circo.ien(), path);
        FilledForm first = of(seen, path).with("genre1", "TEXT").with("texte1", "Qu'attendez-vous de l'ENT ?");
        FilledForm second = of(seen, path).with("genre1", "TEXT").with("texte1", "Le mercredi convient-il ?");

        assertThat(first.sentBy(visitor, circo.ien()).getStatus()).isEqualTo(302);
        Document refused = Jsoup.parse(second.sentBy(visitor, circo.erun()).getContentAsString());

        assertThat(visitor.page(circo.ien(), path).select("#texte1").val()).isEqualTo("Qu'attendez-vous de l'ENT ?");
        assertThat(refused.select("[role=alert]").text()).contains("Votre question 1", "Qu'attendez-vous de l'ENT ?");
        assertThat(refused.select("#texte1").val())
                .as("what was typed is still there")
                .isEqualTo("Le mercredi convient-il ?");
    }
}
