package fr.forment.incident;

import static fr.forment.assertions.FormentAssertions.assertThatMails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround.Circo;
import fr.forment.account.AgentFunction;
import fr.forment.campaign.NeedsGround;
import fr.forment.french.Refusal;
import fr.forment.mail.MailBox;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.words.PlanDifference;
import fr.forment.project.PlaceState;
import fr.forment.project.Projects;
import fr.forment.project.VagueSchool;
import fr.forment.project.VagueService;
import fr.forment.project.opening.SchoolArrivalService;
import fr.forment.project.opening.SchoolDepartureService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** A school enters a project whose plan is in force: told, asked, expected, and seated by an amendment only. */
@HouseTest
@Tag("attack")
class SchoolJoinsTest extends ToldSession {

    @Autowired
    SchoolArrivalService arrivals;

    @Autowired
    SchoolDepartureService departures;

    @Autowired
    NeedsGround needs;

    @Autowired
    MailBox mails;

    @Autowired
    VagueService vagues;

    @Autowired
    Projects projects;

    String school;
    Agent director;
    String page;

    @BeforeEach
    void aSchoolThatIsInNoProject() {
        jdbc.sql(
                        "UPDATE project SET survey_opens_on = DATE '2026-09-01', survey_deadline = DATE '2026-09-30' WHERE id = ?")
                .param(plan.projectId())
                .update();
        needs.tellNeedsDue(plan.projectId());
        jdbc.sql("UPDATE campaign SET state = 'INTEGREE' WHERE project_id = ?")
                .param(plan.projectId())
                .update();
        jdbc.sql(
                        "INSERT INTO need_grid (campaign_id, computed_at) SELECT id, TIMESTAMP WITH TIME ZONE '2026-10-01 08:00:00+00:00' FROM campaign WHERE project_id = ?")
                .param(plan.projectId())
                .update();
        school = ground.school(circo.uai(), "École venue plus tard", "Commune-9");
        director = ground.agent(NewAgent.inSchool(
                "Tardif" + school,
                "Dominique",
                "j." + school.toLowerCase() + "@essai.fr",
                AgentFunction.DIRECTEUR,
                school));
        page = "/projets/" + plan.projectId();
    }

    @Test
    void theIenLetsASchoolIn() throws Exception {
        Document form = visitor.page(circo.ien(), page + "/entree");
        assertThat(form.select("#ecole option").eachAttr("value"))
                .contains(school)
                .doesNotContainAnyElementsOf(circo.schools());
        assertThat(form.select("#vague option").eachAttr("value")).contains("1");
        assertThat(visitor.page(circo.ien(), page).select("a[href$=/entree]")).isNotEmpty();
        assertThat(join(school, "1").getRedirectedUrl()).isEqualTo(page);
        VagueSchool place = place();
        assertThat(place.state()).isEqualTo(PlaceState.CANDIDATE);
        assertThat(place.joinedOn()).isNotNull();
        driver.runDue();
        driver.theCase("schoolOpening", place.id()).waitsAt("engage");
        assertThatMails(mails.about("schoolOpening:joined:" + place.id()))
                .isOne()
                .hasTemplate("project/schoolJoined")
                .isTo(director)
                .says("Projet d'essai", "la vague 1", "lundi 4 janvier 2027");
        assertThatMails(mails.about("schoolOpening:engage:" + place.id()))
                .isOne()
                .isTo(director);
        assertThat(visitor.page(circo.ien(), page).text()).contains("École entrée dans le projet");
        assertThat(jdbc.sql(
                                "SELECT before, after FROM journal WHERE kind = 'PROJECT' AND what = 'SCHOOL_JOINED' AND part LIKE ?")
                        .param("%/" + school)
                        .query()
                        .singleRow())
                .as("it was nothing before")
                .containsEntry("BEFORE", null)
                .containsEntry("AFTER", "CANDIDATE");
        assertThat(join(school, "1").getRedirectedUrl()).as("clicked twice").isEqualTo(page);
    }

    /** Its page: there is nothing of it in the plan in force, and the amendment seats it without moving anybody. */
    @Test
    void thePlanInForceStaysAndTheAmendmentIsOffered() throws Exception {
        List<PlannedSession> before = plans.sessions(plan.planId());
        join(school, "1");
        assertThat(plans.sessions(plan.planId())).isEqualTo(before);
        Document project = visitor.page(circo.erun(), page);
        assertThat(project.text()).contains("Pas encore dans le plan de formation");
        Element offer = project.select("a[href*=quoi=ARRIVEE]").first();
        Document shown = visitor.page(circo.erun(), offer.attr("href"));
        var answer = visitor.as(
                circo.erun(),
                post("/plans/" + plan.planId() + "/evenement")
                        .param("quoi", "ARRIVEE")
                        .param("ecole", school)
                        .param("vu", shown.select("input[name=vu]").first().attr("value")));
        long amendment = Long.parseLong(answer.getRedirectedUrl().replaceAll("\\D", ""));
        assertThat(amendment).isNotEqualTo(plan.planId());
        var difference = PlanDifference.between(before, plans.sessions(amendment));
        assertThat(difference.removed()).isEmpty();
        assertThat(difference.changed())
                .as("a free place of a session that stands")
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.after().line()).isEqualTo(1);
                    assertThat(change.after().schoolUais()).contains(school);
                    assertThat(change.what()).doesNotContain("date", "heure", "lieu", "formateur");
                });
        assertThat(visitor.page(circo.erun(), page).text()).contains("prévue par l'avenant en cours");
    }

    @Test
    void beforeAPlanIsInForceTheVersionThatIsMadeIsNamed() throws Exception {
        jdbc.sql("UPDATE training_plan SET state = 'SOUMIS' WHERE id = ?")
                .param(plan.planId())
                .update();
        join(school, "1");
        Document shown = visitor.page(circo.erun(), page);
        assertThat(shown.text()).contains("aucune session du plan en préparation ne l'attend");
        assertThat(shown.select("section[aria-labelledby=entrees] a").attr("href"))
                .isEqualTo("/plans/" + plan.planId());
    }

    /** The vague has not begun: the school waits for its first letter with the others. */
    @Test
    void isAskedWithTheOthersWhereTheyAreNotAskedYet() throws Exception {
        jdbc.sql("UPDATE vague SET state = 'PREPARATION' WHERE id = ?")
                .param(plan.vagueId())
                .update();
        join(school, "1");
        assertThat(place().askedOn()).isNull();
        assertThat(driver.isStarted("schoolOpening", place().id())).isFalse();
        assertThatMails(mails.about("schoolOpening:joined:" + place().id())).isOne();
        transaction.executeWithoutResult(tx -> vagues.askSchools(plan.vagueId()));
        driver.runDue();
        driver.theCase("schoolOpening", place().id()).waitsAt("engage");
    }

    /** The collectivité had been asked for the others: it hears of one more. */
    @Test
    void theCollectiviteIsAskedForItToo() throws Exception {
        join(school, "1");
        driver.runDue();
        assertThat(driver.isStarted("technicalReadiness", plan.vagueId())).isTrue();
        assertThatMails(mails.about("technicalReadiness:askReadiness:" + plan.vagueId() + ":"))
                .isOne()
                .isTo(circo.dsi())
                .says("École venue plus tard");
    }

    @Test
    void saysWhyASchoolDoesNotEnter() throws Exception {
        assertThat(join(circo.schools().get(0), "1").getRedirectedUrl())
                .as("it is in already: done")
                .isEqualTo(page);
        assertThat(said("", "1")).contains("Choisissez l'école");
        assertThat(said(school, "")).contains("Choisissez la vague");
        assertThat(said(school, "7")).contains("Choisissez la vague");
        var kept = visitor.result(
                circo.ien(), post(page + "/entree").param("ecole", school).param("vague", ""));
        assertThat(Jsoup.parse(kept.getResponse().getContentAsString())
                        .select("#ecole option[selected]")
                        .attr("value"))
                .as("nothing that was chosen is lost")
                .isEqualTo(school);
        jdbc.sql("UPDATE vague SET opens_on = DATE '2026-09-01' WHERE id = ?")
                .param(plan.vagueId())
                .update();
        assertThat(said(school, "1")).contains("n'accueille plus d'école");
        jdbc.sql("UPDATE vague SET opens_on = DATE '2027-01-04', state = 'PRETE' WHERE id = ?")
                .param(plan.vagueId())
                .update();
        assertThat(said(school, "1")).contains("ses formations sont terminées");
        jdbc.sql("UPDATE vague SET state = 'FORMATION' WHERE id = ?")
                .param(plan.vagueId())
                .update();
        jdbc.sql("UPDATE project SET state = 'CONTINU' WHERE id = ?")
                .param(plan.projectId())
                .update();
        assertThat(said(school, "1")).contains("n'accueille plus d'école (état : phase continue)");
        jdbc.sql("UPDATE project SET state = 'VAGUES' WHERE id = ?")
                .param(plan.projectId())
                .update();
        jdbc.sql("UPDATE school SET state = 'FERME' WHERE uai = ?")
                .param(school)
                .update();
        assertThat(said(school, "1")).contains("écoles publiques ouvertes de la circonscription");
        assertThat(count()).isZero();
    }

    @Test
    void aSchoolOfStrangersIsOutOfReachAndWhoDoesNotLeadLetsNobodyIn() throws Exception {
        Circo other = ground.circonscription(1);
        assertThat(visitor.as(
                                circo.ien(),
                                post(page + "/entree")
                                        .param("ecole", other.schools().get(0))
                                        .param("vague", "1"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(visitor.as(other.ien(), get(page + "/entree")).getStatus()).isEqualTo(404);
        for (Agent each : List.of(circo.erun(), circo.cpc(), circo.dsi())) {
            assertThat(visitor.as(
                                    each,
                                    post(page + "/entree")
                                            .param("ecole", school)
                                            .param("vague", "1"))
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(count()).isZero();
        long elsewhere = approved.plan(ground.circonscription(1), "VAGUES").vagueId();
        jdbc.sql("INSERT INTO vague_school (version, vague_id, school_uai, state) VALUES (0, ?, ?, 'CANDIDATE')")
                .params(elsewhere, school)
                .update();
        assertThat(said(school, "1")).contains("suit un autre projet en cours");
    }

    @Test
    void ofTwoAtOnceOneLetsItIn() throws Exception {
        var barrier = new CyclicBarrier(2);
        List<String> refused = Collections.synchronizedList(new ArrayList<>());
        List<Thread> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(new Thread(() -> {
                try {
                    barrier.await();
                    ground.as(circo.ien());
                    arrivals.join(plan.projectId(), school, 1, "");
                } catch (Refusal refusal) {
                    refused.add(refusal.getMessage());
                } catch (Exception other) {
                    refused.add(other.toString());
                }
            }));
        }
        both.forEach(Thread::start);
        for (Thread each : both) {
            each.join();
        }
        assertThat(refused).singleElement().asString().contains("est déjà dans ce projet");
        assertThat(count()).isEqualTo(1);
        driver.runDue();
        driver.theCase("schoolOpening", place().id()).waitsAt("engage");
    }

    /** What a machine leaves that stops on the way: nothing. What is committed waits for it in the engine. */
    @Test
    void allOfItOrNothing() {
        ground.as(circo.ien());
        int before = mails.about("schoolOpening:joined:").size();
        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> {
                    arrivals.join(plan.projectId(), school, 1, "");
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        assertThatThrownBy(() -> arrivals.join(plan.projectId(), school, 1, "2026-01-01"))
                .isInstanceOf(Refusal.class);
        assertThat(count()).isZero();
        assertThat(mails.about("schoolOpening:joined:")).hasSize(before);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM survey WHERE school_uai = ?")
                        .param(school)
                        .query(Integer.class)
                        .single())
                .isZero();
        arrivals.join(plan.projectId(), school, 1, "");
        assertThat(driver.isStarted("schoolOpening", place().id()))
                .as("before anything ran: whoever starts again finds it")
                .isTrue();
    }

    @Test
    void aSchoolThatLeftComesBackWithWhatItHad() throws Exception {
        join(school, "1");
        jdbc.sql("UPDATE vague_school SET charter_signed_on = DATE '2026-09-20' WHERE id = ?")
                .param(place().id())
                .update();
        long first = place().id();
        ground.as(circo.ien());
        departures.leave(plan.projectId(), school, "Autre ENT");
        assertThat(visitor.page(circo.ien(), page + "/entree")
                        .select("#ecole option")
                        .eachAttr("value"))
                .contains(school);
        join(school, "1");
        assertThat(count()).isEqualTo(1);
        assertThat(place().id()).as("letters and processes of its own").isNotEqualTo(first);
        assertThat(place().charterSignedOn()).isEqualTo("2026-09-20");
        driver.runDue();
        driver.theCase("schoolOpening", place().id()).waitsAt("engage");
        assertThat(visitor.page(circo.ien(), page).text()).contains("elle y revient", "Autre ENT");
    }

    private MockHttpServletResponse join(String uai, String rank) throws Exception {
        return visitor.as(
                circo.ien(), post(page + "/entree").param("ecole", uai).param("vague", rank));
    }

    private String said(String uai, String rank) throws Exception {
        return Jsoup.parse(join(uai, rank).getContentAsString()).text();
    }

    VagueSchool place() {
        return projects.place(plan.projectId(), school).orElseThrow();
    }

    int count() {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM vague_school p JOIN vague v ON v.id = p.vague_id WHERE v.project_id = ? AND p.school_uai = ?")
                .params(plan.projectId(), school)
                .query(Integer.class)
                .single();
    }
}
