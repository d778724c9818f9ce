package fr.forment.release.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.people.Agent;
import fr.forment.release.MaterialContent;
import fr.forment.release.MaterialKind;
import fr.forment.release.MaterialService;
import fr.forment.release.MaterialUse;
import fr.forment.release.MaterialUses;
import fr.forment.release.MaterialVersion;
import fr.forment.release.MaterialVersions;
import fr.forment.release.Materials;
import fr.forment.release.NewMaterial;
import fr.forment.release.TrainingMaterial;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionHeld;
import fr.forment.session.TrainingSession;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/** A material has an owner, versions that stay, a file one can open, and sessions that keep the version they had. */
@HouseTest
class MaterialPagesTest {

    private static final byte[] PDF = "%PDF-1.7 essai".getBytes(StandardCharsets.ISO_8859_1);

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
    MaterialVersions versions;

    @Autowired
    MaterialUses uses;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(1);
    }

    private TrainingMaterial guide(boolean forTrainers) {
        ground.as(circo.erun());
        return service.add(new NewMaterial(
                circo.uai(),
                "PRES-ECOLE",
                MaterialKind.NOTICE,
                "Guide <b>gras</b>",
                circo.erun().id(),
                forTrainers,
                MaterialContent.of("https://exemple.invalid/guide", "", new byte[0])));
    }

    private MockHttpServletResponse uploaded(Agent agent, String name, byte[] content, long id, int seen)
            throws Exception {
        return visitor.as(
                agent,
                multipart("/supports/version")
                        .file(new MockMultipartFile("fichier", name, "text/html", content))
                        .param("id", "" + id)
                        .param("vu", "" + seen)
                        .param("note", "Menus <i>déplacés</i>")
                        .with(csrf()));
    }

    private TrainingSession held(TrainingSession session, Agent... present) {
        for (Agent agent : present) {
            Enrolment row = enrolments.enrol(session.id(), agent.id(), "Essai");
            jdbc.sql("UPDATE enrolment SET state = 'PRESENT', minutes_attended = 90 WHERE id = ?")
                    .param(row.id())
                    .update();
        }
        jdbc.sql("UPDATE training_session SET state = 'CLOTUREE' WHERE id = ?")
                .param(session.id())
                .update();
        events.publishEvent(new SessionHeld(session.id()));
        return session;
    }

    @Test
    void aReviewMakesAVersionAndTheOldOneStaysReadable() throws Exception {
        TrainingMaterial guide = guide(false);
        assertThat(uploaded(circo.cpc(), "guide-v2.pdf", PDF, guide.id(), 1).getRedirectedUrl())
                .isEqualTo("/supports/" + guide.id());
        assertThat(versions.of(guide.id()))
                .extracting(MaterialVersion::number, MaterialVersion::place, MaterialVersion::note)
                .containsExactly(
                        tuple(2, "guide-v2.pdf", "Menus <i>déplacés</i>"),
                        tuple(1, "https://exemple.invalid/guide", null));

        Document page = visitor.page(circo.teachers().get(0), "/supports/" + guide.id());
        assertThat(page.select("h1").text()).isEqualTo("Guide <b>gras</b>");
        assertThat(page.select("main b, main i")).isEmpty();
        assertThat(page.select("a[href='https://exemple.invalid/guide']").text())
                .as("an address is shown by its host")
                .isEqualTo("exemple.invalid");
        assertThat(page.select("main form")).isEmpty();
        String file = "/supports/" + guide.id() + "/versions/2/fichier";
        assertThat(page.select("a[href=" + file + "]").first().text()).isEqualTo("PDF, 1 Ko");
        MockHttpServletResponse opened = visitor.as(circo.teachers().get(0), get(file));
        assertThat(opened.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(opened.getContentType()).startsWith("application/pdf");
        assertThat(opened.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("guide-v2.pdf");
        assertThat(opened.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(visitor.as(circo.erun(), get("/supports/" + guide.id() + "/versions/1/fichier"))
                        .getStatus())
                .as("an address is no file")
                .isEqualTo(404);

        ground.as(circo.ien());
        service.review(guide.id(), 2, any -> {}, null);
        assertThat(versions.of(guide.id()))
                .as("nothing to change: the same file, dated and signed anew")
                .extracting(MaterialVersion::number)
                .containsExactly(3, 2, 1);
        assertThat(versions.file(guide.id(), 3).orElseThrow().content()).isEqualTo(PDF);
    }

    @Test
    void refusesWhatIsNoFileToHandOutAndKeepsWhatWasTyped() throws Exception {
        TrainingMaterial guide = guide(false);
        for (String name : List.of("page.html", "image.svg", "macro.docm", "guide.exe", "sans-fin")) {
            Document page =
                    Jsoup.parse(uploaded(circo.cpc(), name, PDF, guide.id(), 1).getContentAsString());
            assertThat(page.select("[role=alert]").text()).as(name).contains("n'est pas accepté");
            assertThat(page.select("textarea[name=note]").text()).isEqualTo("Menus <i>déplacés</i>");
        }
        assertThat(uploaded(circo.cpc(), "guide.pdf", "<html>".getBytes(), guide.id(), 1)
                        .getContentAsString())
                .as("called a PDF, and none")
                .contains("pas celui que son nom annonce");
        byte[] large = new byte[(10 << 20) + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThat(uploaded(circo.cpc(), "grand.pdf", large, guide.id(), 1).getContentAsString())
                .contains("dépasse 10 Mo");
        for (String place : List.of("javascript:alert(1)", "ftp://exemple.invalid/x", "data:text/html,x", "")) {
            Document page = Jsoup.parse(visitor.as(
                            circo.cpc(),
                            post("/supports")
                                    .param("circonscriptionUai", circo.uai())
                                    .param("moduleCode", "COMM")
                                    .param("title", "Titre gardé")
                                    .param("place", place)
                                    .with(csrf()))
                    .getContentAsString());
            assertThat(page.select("[role=alert]").text()).as(place).containsIgnoringCase("l'adresse du support");
            assertThat(page.select("#title").val()).isEqualTo("Titre gardé");
        }
        assertThat(materials.find(guide.id()).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void theSecondOfTwoHandsReadsThatAVersionCameMeanwhile() throws Exception {
        TrainingMaterial guide = guide(false);
        assertThat(uploaded(circo.cpc(), "a.pdf", PDF, guide.id(), 1).getStatus())
                .isEqualTo(302);
        Document page =
                Jsoup.parse(uploaded(circo.ien(), "b.pdf", PDF, guide.id(), 1).getContentAsString());
        assertThat(page.select("[role=alert]").text()).contains("Une version 2 vient d'être enregistrée");
        assertThat(page.select("form[action$=/version] input[name=vu]").val()).isEqualTo("2");
        assertThat(versions.of(guide.id())).hasSize(2);
    }

    @Test
    void whatIsForTrainersIsReadByTheTeamAndByWhoGivesTheModule() throws Exception {
        TrainingMaterial key = guide(true);
        TrainingSession session = some.session(circo, 20, 1);
        Agent teacher = circo.teachers().get(0);
        some.enrol(session, teacher);
        String path = "/supports/" + key.id();
        assertThat(visitor.as(teacher, get(path)).getStatus()).isEqualTo(404);
        assertThat(visitor.page(teacher, "/supports").text()).doesNotContain("Guide <b>gras</b>");
        assertThat(visitor.page(teacher, "/sessions/" + session.id()).text()).doesNotContain("Guide <b>gras</b>");
        assertThat(visitor.page(teacher, "/catalogue/PRES-ECOLE").text()).doesNotContain("Guide <b>gras</b>");
        assertThat(visitor.page(circo.erun(), "/catalogue/PRES-ECOLE")
                        .select("a[href=" + path + "]")
                        .text())
                .isEqualTo("Guide <b>gras</b>");
        jdbc.sql("UPDATE training_session SET trainer_id = ? WHERE id = ?")
                .params(circo.directors().get(0).id(), session.id())
                .update();
        assertThat(visitor.page(circo.directors().get(0), "/sessions/" + session.id())
                        .select("a[href=" + path + "]")
                        .text())
                .isEqualTo("Guide <b>gras</b>");
        assertThat(visitor.page(circo.directors().get(0), path).select("h1").text())
                .contains("Guide");
        assertThat(visitor.as(ground.circonscription(1).erun(), get(path)).getStatus())
                .isEqualTo(404);
    }

    @Test
    void aSessionKeepsTheVersionThatWasInForceWhenItBegan() throws Exception {
        TrainingMaterial guide = guide(false);
        Agent teacher = circo.teachers().get(0);
        TrainingSession first = some.session(circo, 20, 1);
        TrainingSession later = some.session(circo, first.startsAt().plusDays(14), 20, 1);
        TrainingSession coming = some.session(circo, first.startsAt().plusDays(21), 20, 1);
        some.enrol(coming, circo.directors().get(0));
        ground.as(circo.cpc());
        service.renew(guide.id(), 1, MaterialContent.of("https://exemple.invalid/v2", "", new byte[0]), null);
        jdbc.sql("UPDATE material_version SET made_at = ? WHERE material_id = ? AND number = 2")
                .params(
                        first.startsAt()
                                .plusSeconds(1)
                                .atZone(ZoneId.of("Europe/Paris"))
                                .toOffsetDateTime(),
                        guide.id())
                .update();
        held(first, teacher, circo.directors().get(0));
        held(later, circo.teachers().get(0));

        TrainingMaterial now = materials.find(guide.id()).orElseThrow();
        assertThat(uses.of(now))
                .extracting(MaterialUse::sessionId, MaterialUse::number, MaterialUse::people)
                .containsExactly(tuple(coming.id(), 2, 1), tuple(later.id(), 2, 1), tuple(first.id(), 1, 2));
        ground.as(circo.cpc());
        service.renew(guide.id(), 2, MaterialContent.of("https://exemple.invalid/v3", "", new byte[0]), null);

        Document page = visitor.page(circo.erun(), "/supports/" + guide.id());
        assertThat(page.select("tr:has(th:containsOwn(Version 1)) td.num").eachText())
                .containsExactly("1", "2", "0", "0");
        assertThat(page.select("tr:has(th:containsOwn(Version 2)) td.num").eachText())
                .containsExactly("1", "1", "0", "0");
        assertThat(page.select("tr:has(th:containsOwn(Version 3)) td.num").eachText())
                .containsExactly("0", "0", "1", "1");
        String csv = visitor.as(circo.erun(), get("/supports/" + guide.id() + "/sessions.csv"))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(1).map(line -> line.split(";")[1] + ":" + line.split(";")[6]))
                .as("figure, list and export agree")
                .containsExactly("3:1", "2:1", "1:2");
        assertThat(visitor.as(teacher, get("/supports/" + guide.id() + "/sessions.csv"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(visitor.page(teacher, "/moi/formations")
                        .select("a[href=/supports/" + guide.id() + "]")
                        .eachText())
                .contains("Guide <b>gras</b> (version 1)");
    }

    @Test
    void somebodyOfTheTeamAnswersForIt() throws Exception {
        TrainingMaterial guide = guide(false);
        String path = "/supports/" + guide.id() + "/fiche";
        Document shown = visitor.page(circo.ien(), "/supports/" + guide.id());
        assertThat(shown.text()).contains(circo.erun().fullName());
        visitor.as(
                circo.ien(),
                post(path)
                        .param("kind", "VIDEO")
                        .param("title", "Film")
                        .param(
                                "vu",
                                shown.select("form[action$=/fiche] input[name=vu]")
                                        .val())
                        .param("owner", "" + circo.cpc().id())
                        .with(csrf()));
        TrainingMaterial now = materials.find(guide.id()).orElseThrow();
        assertThat(now.ownerId()).isEqualTo(circo.cpc().id());
        assertThat(now.title()).isEqualTo("Film");
        assertThat(now.number()).as("no version of its content").isEqualTo(1);
        assertThat(visitor.as(
                                circo.ien(),
                                post(path)
                                        .param("kind", "VIDEO")
                                        .param("title", "Film")
                                        .param(
                                                "owner",
                                                "" + circo.teachers().get(0).id())
                                        .with(csrf()))
                        .getStatus())
                .as("a teacher is not of the team")
                .isEqualTo(404);
    }
}
