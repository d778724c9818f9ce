package fr.forment.release.web;

import static fr.forment.attack.together.AtOnce.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.people.Agent;
import fr.forment.release.MaterialService;
import fr.forment.release.Materials;
import fr.forment.release.TrainingMaterial;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Two hands on one material, and two clicks of one: nothing unseen is undone or signed, nothing typed is lost. */
@HouseTest
class MaterialHandsTest {

    private static final byte[] PDF = "%PDF-1.7 essai".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    TestGround ground;

    @Autowired
    Visitor visitor;

    @Autowired
    MaterialService service;

    @Autowired
    Materials materials;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TrainingMaterial guide;
    private String path;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(1);
        ground.as(circo.erun());
        guide = service.add(circo.uai(), "COMM", "Guide", "https://exemple.invalid/guide");
        path = "/supports/" + guide.id();
    }

    private TrainingMaterial now() {
        return materials.find(guide.id()).orElseThrow();
    }

    private MockHttpServletResponse describes(Agent agent, String vu, String title, boolean reserved) throws Exception {
        var request = post(path + "/fiche").param("kind", "SUPPORT").param("title", title);
        if (vu != null) {
            request.param("vu", vu);
        }
        return visitor.as(agent, reserved ? request.param("reserve", "true") : request);
    }

    private String seen(Agent agent, String form) throws Exception {
        return visitor.page(agent, path)
                .select("form[action$=" + form + "] input[name=vu]")
                .val();
    }

    private MockHttpServletResponse renews(Agent agent, String vu) throws Exception {
        return visitor.as(
                agent,
                post("/supports/version")
                        .param("id", "" + guide.id())
                        .param("vu", vu)
                        .param("place", "Serveur, dossier 2"));
    }

    private static Document page(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private static String said(MockHttpServletResponse answer) throws Exception {
        return page(answer).select("[role=alert]").text();
    }

    @Test
    void anOldPageOpensNothingThatWasReserved() throws Exception {
        String old = seen(circo.erun(), "/fiche");
        assertThat(describes(circo.ien(), seen(circo.ien(), "/fiche"), "Guide", true)
                        .getStatus())
                .isEqualTo(302);
        Document page = page(describes(circo.erun(), old, "Guide relu", false));
        assertThat(page.select("[role=alert]").text()).contains("Quelqu'un a changé cela", "Lecture");
        assertThat(page.select("#title").val()).as("typed, kept").isEqualTo("Guide relu");
        assertThat(page.select("input[name=reserve][checked]"))
                .as("not touched: as it stands now")
                .hasSize(1);
        assertThat(now().isForTrainers()).isTrue();
        assertThat(now().title()).isEqualTo("Guide");
        assertThat(page(describes(circo.erun(), null, "Guide", false))
                        .select("[role=alert]")
                        .text())
                .contains("ne dit pas ce qu'elle montrait");
        assertThat(now().isForTrainers()).isTrue();
    }

    @Test
    void aTitleThatIsTooLongStaysOnThePage() throws Exception {
        String vu = seen(circo.erun(), "/fiche");
        Document page = page(describes(circo.erun(), vu, "é".repeat(5000), true));
        assertThat(page.select("[role=alert]").text()).contains("160 caractères");
        assertThat(page.select("#title").val()).isEqualTo("é".repeat(5000));
        assertThat(page.select("input[name=reserve][checked]")).hasSize(1);
        assertThat(page.select("form[action$=/fiche] input[name=vu]").val()).isEqualTo(vu);
        assertThat(page.select("h1").text()).isEqualTo("Guide");
    }

    @Test
    void nobodySignsAVersionNotSeen() throws Exception {
        String old = seen(circo.erun(), "/revu");
        assertThat(renews(circo.cpc(), "1").getStatus()).isEqualTo(302);
        assertThat(said(visitor.as(circo.erun(), post(path + "/revu").param("vu", old))))
                .contains("Quelqu'un a changé cela", "Version");
        assertThat(said(visitor.as(circo.erun(), post(path + "/revu")))).contains("ne dit pas ce qu'elle montrait");
        assertThat(now().number()).isEqualTo(2);
        assertThat(visitor.as(circo.erun(), post(path + "/revu").param("vu", seen(circo.erun(), "/revu")))
                        .getStatus())
                .isEqualTo(302);
        assertThat(now().number()).isEqualTo(3);
    }

    @Test
    void theSecondClickReadsThatTheVersionIsItsOwn() throws Exception {
        assertThat(renews(circo.cpc(), "1").getStatus()).isEqualTo(302);
        assertThat(said(renews(circo.cpc(), "1")))
                .contains("Vous avez déjà enregistré la version 2")
                .doesNotContain("quelqu'un d'autre");
        assertThat(said(renews(circo.erun(), "1"))).contains("quelqu'un d'autre");
        for (String odd : new String[] {"-1", "0", "99"}) {
            assertThat(said(renews(circo.cpc(), odd)))
                    .as(odd)
                    .contains("ne dit pas quelle version elle montrait")
                    .doesNotContain("quelqu'un d'autre");
        }
        String vu = seen(circo.ien(), "/revu");
        assertThat(visitor.as(circo.ien(), post(path + "/revu").param("vu", vu)).getStatus())
                .isEqualTo(302);
        assertThat(said(visitor.as(circo.ien(), post(path + "/revu").param("vu", vu))))
                .contains("Vous avez déjà enregistré la version 3");
        assertThat(now().number()).isEqualTo(3);
    }

    private AbstractMockHttpServletRequestBuilder<?> adding(String title, String file, byte[] content) {
        return multipart("/supports")
                .file(new MockMultipartFile("fichier", file, "application/pdf", content))
                .param("circonscriptionUai", circo.uai())
                .param("moduleCode", "COMM")
                .param("kind", "NOTICE")
                .param("title", title);
    }

    @Test
    void severalClicksMakeOneMaterial() throws Exception {
        Callable<MockHttpServletResponse> click =
                () -> visitor.as(circo.erun(), adding("Notice d'essai", "notice.pdf", PDF));
        int made = 0;
        for (MockHttpServletResponse answer : together(click, click, click)) {
            if (answer.getStatus() == 302) {
                made++;
            } else {
                assertThat(said(answer)).contains("« Notice d'essai » est déjà là");
            }
        }
        assertThat(made).isEqualTo(1);
        assertThat(materials.of(circo.uai(), "COMM"))
                .extracting(TrainingMaterial::title)
                .containsExactly("Guide", "Notice d'essai");
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM material_file WHERE id NOT IN (SELECT file_id FROM material_version WHERE file_id IS NOT NULL)")
                        .query(Integer.class)
                        .single())
                .as("no file without a material")
                .isZero();
        assertThat(said(visitor.as(circo.erun(), adding("  Notice  d'essai ", "notice.pdf", PDF))))
                .contains("est déjà là");
        assertThat(visitor.as(circo.erun(), adding("Notice suivante", "notice.pdf", PDF))
                        .getStatus())
                .isEqualTo(302);
        TrainingMaterial next = materials.of(circo.uai(), "COMM").get(2);
        String at = "/supports/" + next.id();
        String vu = visitor.page(circo.erun(), at)
                .select("form[action$=/fiche] input[name=vu]")
                .val();
        assertThat(said(visitor.as(
                        circo.erun(),
                        post(at + "/fiche")
                                .param("kind", "NOTICE")
                                .param("title", "Notice d'essai")
                                .param("vu", vu))))
                .contains("est déjà là");
    }

    @Test
    void aFileThatIsTooLargeOrWhoseNameIsTooLongLosesNothingTyped() throws Exception {
        byte[] large = new byte[12 << 20];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        Document page = page(visitor.as(circo.erun(), adding("Gros guide", "guide.pdf", large)));
        assertThat(page.select("[role=alert]").text()).contains("10 Mo").doesNotContain("raccourcissez");
        assertThat(page.select("#title").val()).isEqualTo("Gros guide");
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("NOTICE");
        assertThat(said(visitor.as(circo.erun(), adding("Nom long", "é".repeat(500) + ".pdf", PDF))))
                .contains("nom de ce fichier est trop long");
    }
}
