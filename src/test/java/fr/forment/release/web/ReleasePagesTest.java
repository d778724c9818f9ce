package fr.forment.release.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.release.EntRelease;
import fr.forment.release.MaterialService;
import fr.forment.release.NewRelease;
import fr.forment.release.ReleaseService;
import fr.forment.release.Releases;
import fr.forment.release.TrainingMaterial;
import java.time.LocalDate;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HouseTest
class ReleasePagesTest {

    private static int number;

    @Autowired
    MockMvc web;

    @Autowired
    TestGround ground;

    @Autowired
    ReleaseService service;

    @Autowired
    MaterialService materials;

    @Autowired
    Releases releases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessDriver driver;

    private Circo circo;
    private Circo elsewhere;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(1);
        elsewhere = ground.circonscription(1);
    }

    @Test
    void theSupplierAnnouncesAVersionAndTheTeamSeesItsMaterials() throws Exception {
        ground.as(circo.erun());
        TrainingMaterial guide =
                materials.add(circo.uai(), "COMM", "Guide <b>gras</b>", "https://exemple.invalid/guide");
        assertThat(page(circo.supplier(), get("/versions/nouvelle")).select("input[name=modules]"))
                .hasSizeGreaterThan(8);
        web.perform(as(circo.supplier(), announcement(circo.uai()))).andExpect(status().is3xxRedirection());
        driver.runDue();
        EntRelease release =
                releases.inCirconscriptions(Set.of(circo.uai()), 1).rows().get(0);

        Document team = page(circo.erun(), get("/versions/" + release.id()));
        assertThat(team.select("pre").text()).contains("La messagerie change");
        assertThat(team.select("a[href=/supports/" + guide.id() + "]").text()).isEqualTo("Guide <b>gras</b>");
        assertThat(team.select("a[href='https://exemple.invalid/guide']").text())
                .isEqualTo("exemple.invalid");
        assertThat(team.text()).contains("À revoir", circo.erun().fullName(), "Pas encore");
        assertThat(team.select("form[action='/supports/" + guide.id() + "/revu'] button"))
                .hasSize(1);
        assertThat(team.select("a[href*=tasklist]")).isNotEmpty();
        web.perform(as(
                        circo.erun(),
                        post("/supports/" + guide.id() + "/revu")
                                .param("version", String.valueOf(release.id()))
                                .param(
                                        "vu",
                                        team.select("form[action$=/revu] input[name=vu]")
                                                .val())
                                .with(csrf())))
                .andExpect(status().is3xxRedirection());
        assertThat(releases.material(guide.id()).orElseThrow().isStale()).isFalse();

        Document teacher = page(circo.teachers().get(0), get("/versions/" + release.id()));
        assertThat(teacher.select("main form")).isEmpty();
        assertThat(teacher.text()).doesNotContain(circo.erun().fullName()).contains("La messagerie change");
        assertThat(page(circo.supplier(), get("/versions/" + release.id())).text())
                .doesNotContain(circo.erun().fullName());
        assertThat(page(circo.teachers().get(0), get("/versions")).text()).contains(release.label());
    }

    @Test
    void whatIsSaidOfMaterialsIsTrueFromTheFirstMoment() throws Exception {
        web.perform(as(circo.supplier(), announcement(circo.uai())))
                .andExpect(flash().attribute("done", containsString("aucun support n'est rattaché à ces modules")));
        driver.runDue();
        ground.as(circo.cpc());
        TrainingMaterial later = materials.add(circo.uai(), "COMM", "Guide tardif", "Armoire");
        EntRelease release =
                releases.inCirconscriptions(Set.of(circo.uai()), 1).rows().get(0);
        Document team = page(circo.erun(), get("/versions/" + release.id()));
        assertThat(team.select("td[data-label=État]").first().text()).isEqualTo("Ajouté après l'annonce");
        assertThat(team.select("form[action='/supports/" + later.id() + "/revu'] button"))
                .hasSize(1);
        ground.as(circo.cpc());
        materials.review(later.id(), 1, any -> {}, null);
        team = page(circo.erun(), get("/versions/" + release.id()));
        assertThat(team.select("td[data-label=État]").first().text()).isEqualTo("À jour");

        web.perform(as(circo.supplier(), announcement(circo.uai())))
                .andExpect(flash().attribute("done", containsString("1 support est signalé « à revoir »")));
        release = releases.inCirconscriptions(Set.of(circo.uai()), 1).rows().get(0);
        assertThat(page(circo.erun(), get("/versions/" + release.id()))
                        .select("td[data-label=État]")
                        .first()
                        .text())
                .as("before the process has taken a step")
                .isEqualTo("À revoir");
    }

    @Test
    void theSupplierCorrectsWhatWasAnnouncedAndTheErunReadsWhatChanged() throws Exception {
        web.perform(as(circo.supplier(), announcement(circo.uai()))).andExpect(status().is3xxRedirection());
        driver.runDue();
        EntRelease release =
                releases.inCirconscriptions(Set.of(circo.uai()), 1).rows().get(0);
        String path = "/versions/" + release.id() + "/corriger";
        assertThat(page(circo.supplier(), get(path))
                        .select("textarea[name=note]")
                        .text())
                .isEqualTo(release.note());
        assertThat(page(
                                circo.supplier(),
                                post(path)
                                        .with(csrf())
                                        .param("label", release.label())
                                        .param("serviceOn", "")
                                        .param("note", "Des <b>menus</b> déplacés"))
                        .select("[role=alert]")
                        .text())
                .contains("date de mise en service");
        web.perform(as(
                        circo.supplier(),
                        post(path)
                                .with(csrf())
                                .param("label", release.label())
                                .param("serviceOn", "2026-11-16")
                                .param("note", "Des <b>menus</b> déplacés")
                                .param("circonscriptionUai", elsewhere.uai())
                                .param("modules", "COMM")))
                .andExpect(status().is3xxRedirection());
        EntRelease corrected = releases.find(release.id()).orElseThrow();
        assertThat(corrected.serviceOn()).isEqualTo(java.time.LocalDate.of(2026, 11, 16));
        assertThat(corrected.circonscriptionUai()).isEqualTo(circo.uai());
        assertThat(page(circo.erun(), get("/versions/" + release.id())).text())
                .contains("Correction – mise en service : 16 novembre 2026", "Des <b>menus</b> déplacés");
        assertThat(jdbc.sql("SELECT body_text FROM outbox_mail WHERE to_address = ? AND template = 'release/corrected'")
                        .param(circo.erun().email())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("mise en service : 16 novembre 2026", "note de version");
        web.perform(as(circo.cpc(), post(path).with(csrf()))).andExpect(status().isForbidden());
        web.perform(as(elsewhere.supplier(), get(path))).andExpect(status().isNotFound());
    }

    @Test
    void nothingLeavesItsCirconscription() throws Exception {
        EntRelease release =
                service.declare(new NewRelease(circo.uai(), "Privée", LocalDate.of(2026, 10, 1), "Note", Set.of(), ""));
        ground.as(circo.erun());
        TrainingMaterial guide = materials.add(circo.uai(), "COMM", "Guide réservé", "Armoire");
        web.perform(as(elsewhere.erun(), get("/versions/" + release.id()))).andExpect(status().isNotFound());
        assertThat(page(elsewhere.ien(), get("/versions")).text()).doesNotContain("Privée");
        assertThat(page(elsewhere.ien(), get("/supports")).text()).doesNotContain("Guide réservé");
        web.perform(as(elsewhere.supplier(), announcement(circo.uai()))).andExpect(status().isNotFound());
        web.perform(as(
                        elsewhere.cpc(),
                        post("/supports/" + guide.id() + "/revu").with(csrf())))
                .andExpect(status().isNotFound());
        web.perform(as(
                        circo.supplier(),
                        post("/supports/" + guide.id() + "/revu").with(csrf())))
                .andExpect(status().isForbidden());
        web.perform(as(circo.directors().get(0), get("/versions/nouvelle"))).andExpect(status().isForbidden());
        web.perform(as(circo.teachers().get(0), material("Guide"))).andExpect(status().isForbidden());
    }

    @Test
    void aVersionInServiceAlreadyIsSaidSoAndItsNameSaysVersionOnce() throws Exception {
        var late = post("/versions/nouvelle")
                .param("circonscriptionUai", circo.uai())
                .param("label", "Version 9." + ++number)
                .param("serviceOn", "2026-08-24")
                .param("note", "La messagerie change")
                .with(csrf());
        Document asked = page(circo.supplier(), late);
        assertThat(asked.select("[role=alert]").text())
                .contains("serait en service depuis le 24 août 2026", "Rien n'est encore enregistré");
        assertThat(releases.inCirconscriptions(Set.of(circo.uai()), 1).rows())
                .as("nobody is told before it is confirmed")
                .isEmpty();
        assertThat(asked.select("input[name=confirmed]").val()).isEqualTo("2026-08-24");
        assertThat(page(circo.supplier(), late.param("confirmed", "2026-08-23"))
                        .select("[role=alert]")
                        .text())
                .as("another day than the one confirmed")
                .contains("serait en service");
        web.perform(as(
                        circo.supplier(),
                        post("/versions/nouvelle")
                                .param("circonscriptionUai", circo.uai())
                                .param("label", "Version 9." + number)
                                .param("serviceOn", "2026-08-24")
                                .param("note", "La messagerie change")
                                .param("confirmed", "2026-08-24")
                                .with(csrf())))
                .andExpect(flash().attribute("done", containsString("déjà en service depuis le 24 août 2026")));
        driver.runDue();
        EntRelease release =
                releases.inCirconscriptions(Set.of(circo.uai()), 1).rows().get(0);
        Document page = page(circo.erun(), get("/versions/" + release.id()));
        assertThat(page.select("h1").text()).isEqualTo("Version 9." + number);
        assertThat(page.select("dl").text()).contains("En service depuis le 24/08/2026");
    }

    @Test
    void addsAMaterialAndSaysWhatIsMissing() throws Exception {
        web.perform(as(circo.cpc(), material("Tutoriel vidéo"))).andExpect(status().is3xxRedirection());
        assertThat(page(circo.teachers().get(0), get("/supports")).text())
                .contains("Tutoriel vidéo", "Salle des maîtres", "À jour");
        Document again = page(circo.cpc(), material(" "));
        assertThat(again.select("[role=alert]").text()).contains("titre");
        assertThat(again.select("#place").val()).isEqualTo("Salle des maîtres");
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() throws Exception {
        Document page = page(
                circo.ien(),
                post("/versions/nouvelle")
                        .param("circonscriptionUai", circo.uai())
                        .param("label", "Sans date")
                        .param("note", "Une note")
                        .with(csrf()));
        assertThat(page.select("[role=alert]").text()).contains("date de mise en service");
        assertThat(page.select("#label").val()).isEqualTo("Sans date");
    }

    private MockHttpServletRequestBuilder announcement(String uai) {
        return post("/versions/nouvelle")
                .param("circonscriptionUai", uai)
                .param("label", "2026." + ++number)
                .param("serviceOn", "2026-10-12")
                .param("note", "La messagerie change")
                .param("modules", "COMM")
                .param("tutorial", "https://exemple.invalid/t")
                .with(csrf());
    }

    private MockHttpServletRequestBuilder material(String title) {
        return post("/supports")
                .param("circonscriptionUai", circo.uai())
                .param("moduleCode", "COMM")
                .param("title", title)
                .param("place", "Salle des maîtres")
                .with(csrf());
    }

    private MockHttpServletRequestBuilder as(Agent agent, MockHttpServletRequestBuilder request) {
        ground.as(agent);
        return request.with(authentication(SecurityContextHolder.getContext().getAuthentication()));
    }

    private Document page(Agent agent, MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(web.perform(as(agent, request))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
