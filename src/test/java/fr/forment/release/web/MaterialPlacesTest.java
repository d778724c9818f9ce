package fr.forment.release.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import fr.forment.release.EntRelease;
import fr.forment.release.MaterialService;
import fr.forment.release.MaterialUses;
import fr.forment.release.Materials;
import fr.forment.release.NewRelease;
import fr.forment.release.ReleaseService;
import fr.forment.release.Releases;
import fr.forment.release.TrainingMaterial;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionHeld;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** A material is withdrawn with a reason, and may belong to a whole département. */
@HouseTest
class MaterialPlacesTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Visitor visitor;

    @Autowired
    MaterialService service;

    @Autowired
    Materials materials;

    @Autowired
    MaterialUses uses;

    @Autowired
    ReleaseService releases;

    @Autowired
    Releases known;

    @Autowired
    MailBox mails;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(1);
    }

    private TrainingMaterial guide() {
        ground.as(circo.erun());
        return service.add(circo.uai(), "PRES-ECOLE", "Guide " + circo.uai(), "https://exemple.invalid/guide");
    }

    private MockHttpServletResponse withdraws(Agent who, TrainingMaterial material, String why) throws Exception {
        String path = "/supports/" + material.id();
        String seen = visitor.page(who, path)
                .select("form[action$=/retirer] input[name=vu]")
                .val();
        return visitor.as(who, post(path + "/retirer").param("motif", why).param("vu", seen));
    }

    private void held(TrainingSession session, Agent present) {
        Enrolment row = some.enrol(session, present);
        jdbc.sql("UPDATE enrolment SET state = 'PRESENT', minutes_attended = 90 WHERE id = ?")
                .param(row.id())
                .update();
        jdbc.sql("UPDATE training_session SET state = 'CLOTUREE' WHERE id = ?")
                .param(session.id())
                .update();
        events.publishEvent(new SessionHeld(session.id()));
    }

    @Test
    void whatIsWithdrawnIsHandedOutNoMoreAndWhoUsedItIsTold() throws Exception {
        TrainingMaterial guide = guide();
        Agent teacher = circo.teachers().get(0);
        TrainingSession past = some.session(circo, 20, 1);
        TrainingSession coming = some.session(circo, past.startsAt().plusDays(7), 20, 1);
        held(past, teacher);
        Document refused = Jsoup.parse(withdraws(circo.erun(), guide, "  ").getContentAsString());
        assertThat(refused.select("[role=alert]").text()).contains("Dites pourquoi ce support est retiré");
        assertThat(withdraws(circo.erun(), guide, "Remplacé par <b>le guide 2027</b>")
                        .getRedirectedUrl())
                .isEqualTo("/supports/" + guide.id());

        List<QueuedMail> told = mails.about("material:withdraw:" + guide.id() + ":");
        assertThat(told)
                .as("who gave it and was about to")
                .extracting(QueuedMail::toAddress)
                .containsExactly(circo.cpc().email());
        assertThat(visitor.page(circo.erun(), "/supports").text()).doesNotContain(guide.title());
        assertThat(visitor.page(circo.erun(), "/supports?etat=retires").text())
                .contains(guide.title(), "Remplacé par <b>le guide 2027</b>");
        assertThat(visitor.page(circo.cpc(), "/sessions/" + coming.id()).text()).doesNotContain(guide.title());
        assertThat(visitor.page(teacher, "/catalogue/PRES-ECOLE").text()).doesNotContain(guide.title());
        assertThat(visitor.page(teacher, "/moi/formations").text()).contains(guide.title(), "retiré");
        TrainingMaterial now = materials.find(guide.id()).orElseThrow();
        assertThat(uses.of(now))
                .extracting(use -> use.sessionId(), use -> use.number())
                .containsExactly(tuple(past.id(), 1));
        held(coming, circo.directors().get(0));
        assertThat(uses.of(now)).as("held after it was withdrawn").hasSize(1);

        Document page = visitor.page(circo.erun(), "/supports/" + guide.id());
        assertThat(page.select("form[action$=/retirer]")).isEmpty();
        assertThat(page.select("#relire").text()).isEqualTo("Remettre le support en service");
        assertThat(page.select("section[aria-labelledby=sessions] tbody td").text())
                .contains("École d'essai 1", circo.cpc().fullName());
        assertThat(visitor.as(
                                circo.erun(),
                                post("/supports/" + guide.id() + "/retirer").param("motif", "Encore"))
                        .getContentAsString())
                .contains("déjà retiré");
        visitor.as(
                circo.erun(),
                post("/supports/" + guide.id() + "/revu")
                        .param(
                                "vu",
                                page.select("form[action$=/revu] input[name=vu]")
                                        .val()));
        assertThat(materials.find(guide.id()).orElseThrow().isWithdrawn()).isFalse();
        assertThat(visitor.page(circo.erun(), "/supports").text()).contains(guide.title());
    }

    @Test
    void nobodyWithdrawsWhatHeHasNotSeen() throws Exception {
        TrainingMaterial guide = guide();
        String path = "/supports/" + guide.id();
        String old = visitor.page(circo.ien(), path)
                .select("form[action$=/retirer] input[name=vu]")
                .val();
        ground.as(circo.cpc());
        service.review(guide.id(), 1, any -> {}, null);
        Document page = Jsoup.parse(visitor.as(
                        circo.ien(),
                        post(path + "/retirer").param("motif", "Trop vieux").param("vu", old))
                .getContentAsString());
        assertThat(page.select("#motif").text()).as("typed, kept").isEqualTo("Trop vieux");
        assertThat(materials.find(guide.id()).orElseThrow().isWithdrawn()).isFalse();
        assertThat(visitor.as(circo.teachers().get(0), post(path + "/retirer").param("motif", "Non"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aMaterialOfTheDepartementIsReadInAllItsCirconscriptionsAndWrittenAboveThem() throws Exception {
        Agent adviser = ground.agent(NewAgent.inDepartement(
                "Conseillere", "Dominique", circo.uai() + ".cpd@exemple.invalid", AgentFunction.CPD, "035"));
        Document form = visitor.page(adviser, "/supports");
        assertThat(form.select("#circonscriptionUai option[value=035]").text()).contains("Tout le département");
        String title = "Guide départemental " + circo.uai();
        String path = visitor.as(
                        adviser,
                        post("/supports")
                                .param("circonscriptionUai", "035")
                                .param("moduleCode", "PRES-ECOLE")
                                .param("title", title)
                                .param("place", "Armoire"))
                .getRedirectedUrl();
        TrainingMaterial added = materials
                .find(Long.parseLong(path.substring("/supports/".length())))
                .orElseThrow();
        assertThat(added.ownerId()).isEqualTo(adviser.id());
        assertThat(visitor.as(
                                circo.erun(),
                                post("/supports")
                                        .param("circonscriptionUai", "035")
                                        .param("moduleCode", "PRES-ECOLE")
                                        .param("title", "Autre " + title)
                                        .param("place", "Armoire"))
                        .getStatus())
                .as("an E-RUN writes for her circonscription")
                .isEqualTo(404);
        Circo other = ground.circonscription(1);
        TrainingSession past = some.session(circo, 20, 1);
        TrainingSession there = some.session(other, 20, 1);
        assertThat(visitor.page(circo.cpc(), "/sessions/" + past.id()).text()).contains(title);
        assertThat(visitor.page(other.teachers().get(0), "/supports").text()).contains(title, "Tout le département");
        assertThat(visitor.page(other.erun(), path).select("main form")).isEmpty();
        assertThat(visitor.as(other.erun(), post(path + "/retirer").param("motif", "Non"))
                        .getStatus())
                .isEqualTo(403);
        held(past, circo.teachers().get(0));
        assertThat(uses.of(added)).extracting(use -> use.sessionId()).contains(past.id(), there.id());
        assertThat(visitor.as(adviser, get(path + "/sessions.csv")).getContentAsString())
                .contains(circo.cpc().fullName());

        EntRelease release = releases.declare(new NewRelease(
                circo.uai(), "Essai " + circo.uai(), LocalDate.of(2026, 10, 1), "Menus", Set.of("PRES-ECOLE"), ""));
        releases.flagMaterials(release.id());
        assertThat(materials.find(added.id()).orElseThrow().isStale()).isTrue();
        assertThat(known.stale(release))
                .as("the circonscription waits for its own only")
                .isEmpty();
        assertThat(mails.about("material:askReview:" + added.id() + ":" + release.id() + ":"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.toAddress()).isEqualTo(adviser.email());
                    assertThat(mail.bodyText())
                            .contains("Toutes les circonscriptions du département")
                            .doesNotContain("écoles seront informées");
                });
        Document version = visitor.page(circo.erun(), "/versions/" + release.id());
        assertThat(version.text())
                .contains(title, "par l'équipe du département")
                .doesNotContain("PRES-ECOLE");
        assertThat(version.select("form[action$=/revu]")).isEmpty();
        assertThat(visitor.page(adviser, "/versions/" + release.id()).select("form[action$=/revu]"))
                .hasSize(1);
    }

    @Test
    void newVersionsStandOnTheTimelineOfSessionAndProject() throws Exception {
        ground.as(circo.erun());
        TrainingMaterial guide = service.add(circo.uai(), "PRES-ECOLE", "Guide du carnet", "Armoire");
        TrainingSession session = some.session(circo, 20, 1);
        service.review(guide.id(), 1, any -> {}, "Relu avec l'équipe");
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id() + "/chronologie")
                        .text())
                .contains("Guide du carnet", "version 2", "Relu avec l'équipe");
        jdbc.sql("UPDATE training_material SET for_trainers = TRUE WHERE id = ?")
                .param(guide.id())
                .update();
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id() + "/chronologie")
                        .text())
                .doesNotContain("Guide du carnet");
    }
}
