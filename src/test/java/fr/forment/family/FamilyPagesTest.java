package fr.forment.family;

import static fr.forment.assertions.FormentAssertions.assertThatPdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.AgentFunction;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A direction meets its families: from the telephone, by numbers only, and nobody's words unread. */
@HouseTest
@Tag("attack")
class FamilyPagesTest {

    private static final String MARKUP = "Un <b>goûter</b> <script>alert(1)</script>";

    @Autowired
    ParentsService parents;

    @Autowired
    SchoolMeetings meetings;

    @Autowired
    TestGround ground;

    @Autowired
    Visitor visitor;

    @Autowired
    MockMvc web;

    private Circo circo;
    private Agent director;
    private String school;
    private String page;

    @BeforeEach
    void aSchool() {
        circo = ground.circonscription(2);
        director = circo.directors().get(0);
        school = circo.schools().get(0);
        page = "/ecole/" + school + "/familles";
    }

    @Test
    void aMeetingIsAnnouncedThenCounted() throws Exception {
        assertThat(visitor.page(director, "/ecole").select("a[href=" + page + "]"))
                .as("from Mon école")
                .hasSize(1);
        assertThat(visitor.refused(director, meeting("2026-09-01", "18h", MARKUP, "")))
                .isEmpty();
        assertThat(visitor.refused(director, meeting("2026-09-01", "18 h", MARKUP, "")))
                .as("a double click")
                .isEmpty();
        SchoolMeeting noted = only();
        assertThat(noted.startsAt()).hasToString("18:00");
        Document shown = visitor.page(director, page);
        assertThat(shown.select("script").outerHtml()).doesNotContain("alert");
        assertThat(shown.select("#reunions ~ ul").text())
                .contains("mardi 1er septembre 2026", "goûter", "nombre à indiquer");

        assertThat(visitor.refused(director, change(noted, 0, "34"))).isEmpty();
        assertThat(only().headCount()).isEqualTo(34);
        assertThat(visitor.refused(circo.erun(), change(noted, 0, "35")))
                .as("the other hand saw it before the count")
                .contains("vient d'être modifiée");
        assertThat(only().headCount()).isEqualTo(34);
        assertThat(visitor.page(circo.secretary(), page)
                        .select("#reunions ~ ul")
                        .text())
                .as("the team sees it")
                .contains("34 parents venus");
        assertThat(visitor.refused(
                        director,
                        post(page + "/reunions/" + noted.id() + "/retirer").param("vu", "1")))
                .isEmpty();
        assertThat(meetings.of(school)).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedWithWhy() throws Exception {
        assertThat(visitor.refused(director, meeting("2026-10-06", "18 h", "Préau", "30")))
                .contains("n'a pas encore eu lieu");
        assertThat(visitor.refused(director, meeting("9999-10-06", "", "Préau", "")))
                .contains("moins d'un an");
        assertThat(visitor.refused(director, meeting("2026-09-01", "tantôt", "Préau", "")))
                .isNotEmpty();
        assertThat(visitor.refused(director, meeting("2026-09-01", "", " ", "")))
                .contains("lieu");
        assertThat(visitor.refused(director, meeting("2026-09-01", "", "x".repeat(121), "")))
                .contains("121 caractères");
        for (String number : List.of("-1", "trente", "99999999999", "2001")) {
            assertThat(visitor.refused(director, meeting("2026-09-01", "", "Préau", number)))
                    .contains("en chiffres");
        }
        assertThat(meetings.of(school)).isEmpty();
    }

    @Test
    void wordsAreReadByOthersOnlyOnceSomebodyLetsThemBe() throws Exception {
        String open = "/parents/" + parents.tokenOf(school);
        for (int i = 0; i < 4; i++) {
            answer(open, "");
        }
        answer(open, MARKUP);
        assertThat(familiesRead(open)).doesNotContain("goûter");
        Agent adviser = ground.agent(NewAgent.inDepartement(
                "Conseil" + school, "Alix", school + "@exemple.invalid", AgentFunction.CPD, "035"));
        assertThat(visitor.page(adviser, page).text())
                .as("reads, decides nothing")
                .doesNotContain("goûter");

        Document mine = visitor.page(director, page);
        assertThat(mine.select("#textes ~ ul").text()).contains(MARKUP, "à relire");
        String decide = mine.select("form[action*=textes]").attr("action");
        assertThat(visitor.refused(director, decision(decide, "A_LIRE", "MONTRE")))
                .isEmpty();
        assertThat(familiesRead(open)).contains(MARKUP);
        assertThat(visitor.page(adviser, page).text()).contains("goûter");
        assertThat(visitor.refused(circo.erun(), decision(decide, "A_LIRE", "ECARTE")))
                .as("of two who decide, the second is told")
                .contains("Quelqu'un vient de décider");
        assertThat(visitor.refused(circo.erun(), decision(decide, "MONTRE", "ECARTE")))
                .isEmpty();
        assertThat(familiesRead(open)).doesNotContain("goûter");
        assertThat(visitor.refused(director, decision(decide, "ECARTE", "A_LIRE")))
                .contains("Choisissez");
        assertThat(visitor.as(director, decision(page + "/textes/" + UUID.randomUUID(), "A_LIRE", "MONTRE"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(visitor.as(director, decision(page + "/textes/abc", "A_LIRE", "MONTRE"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void thePosterLeadsToTheQuestionnaire() throws Exception {
        byte[] poster = visitor.as(director, get(page + "/affiche.pdf")).getContentAsByteArray();
        String address = "http://localhost:8080/parents/" + parents.tokenOf(school);
        assertThatPdf(poster).isAccessible().isKept().says("Trois questions, une minute", address);
        try (var paper = Loader.loadPDF(poster)) {
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
            assertThat(code(new PDFRenderer(paper).renderImageWithDPI(0, 150))).isEqualTo(address);
        }
    }

    private static String code(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))))
                .getText();
    }

    private void answer(String open, String needs) throws Exception {
        web.perform(post(open)
                .with(csrf())
                .param("couldConnect", "OUI")
                .param("findsInformation", "OUI")
                .param("needs", needs));
    }

    private String familiesRead(String open) throws Exception {
        return Jsoup.parse(web.perform(get(open)).andReturn().getResponse().getContentAsString())
                .select("main")
                .text();
    }

    private static MockHttpServletRequestBuilder decision(String address, String seen, String now) {
        return post(address).param("vu", seen).param("decision", now);
    }

    private MockHttpServletRequestBuilder meeting(String day, String time, String place, String number) {
        return post(page + "/reunions")
                .param("jour", day)
                .param("heure", time)
                .param("lieu", place)
                .param("nombre", number);
    }

    private MockHttpServletRequestBuilder change(SchoolMeeting meeting, int seen, String number) {
        return post(page + "/reunions/" + meeting.id())
                .param("vu", String.valueOf(seen))
                .param("jour", meeting.heldOn().toString())
                .param("heure", "18:00")
                .param("lieu", meeting.place())
                .param("nombre", number);
    }

    private SchoolMeeting only() {
        assertThat(meetings.of(school)).hasSize(1);
        return meetings.of(school).get(0);
    }
}
