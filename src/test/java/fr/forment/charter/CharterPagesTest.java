package fr.forment.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The rules in their versions: accepted anew, signed anew, and images always apart. */
@HouseTest
@Tag("attack")
class CharterPagesTest {

    private static final String TEXT = "Un seul point.\n<script>alert(1)</script>";

    @Autowired
    Charters charters;

    @Autowired
    CharterService service;

    @Autowired
    MailBox mails;

    @Autowired
    TestGround ground;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private Agent teacher;
    private Agent director;
    private long first;

    @BeforeEach
    void theHousesOwn() {
        circo = ground.circonscription(2);
        teacher = circo.teachers().get(0);
        director = circo.directors().get(0);
        first = charters.current(circo.uai()).id();
    }

    @Test
    void aNewVersionIsAcceptedAnew() throws Exception {
        accept(first);
        assertThat(visitor.page(teacher, "/charte").text()).contains("Vous avez accepté cette version");
        assertThat(visitor.page(teacher, "/").text()).doesNotContain("La charte d'usage a changé");

        assertThat(visitor.refused(circo.ien(), publish(first, "Octobre 2026", TEXT)))
                .isEmpty();
        CharterVersion second = charters.current(circo.uai());
        assertThat(second.points()).hasSize(2);
        assertThat(visitor.page(teacher, "/").select("a[href=/charte]").text()).contains("La charte d'usage a changé");
        Document asked = visitor.page(teacher, "/charte");
        assertThat(asked.text()).contains("Octobre 2026", "<script>alert(1)</script>", "je l'accepte");
        assertThat(letters(teacher)).singleElement().satisfies(letter -> assertThat(letter.bodyText())
                .contains("Octobre 2026", "/charte"));
        assertThat(letters(director)).singleElement().satisfies(letter -> assertThat(letter.bodyText())
                .contains("la faire signer aux familles", "/ecole"));

        assertThat(visitor.refused(teacher, post("/charte").param("vu", String.valueOf(first))))
                .as("whoever read the old one")
                .contains("Lisez-la");
        assertThat(service.accepted(teacher.id())).isEmpty();
        accept(second.id());
        accept(second.id());
        assertThat(service.accepted(teacher.id()).orElseThrow().charterVersion())
                .isEqualTo("Octobre 2026");
        assertThat(charters.staff(circo.uai(), second, LocalDate.of(2026, 9, 1)).accepted())
                .isEqualTo(1);
        assertThat(charters.current(ground.circonscription(1).uai()).id())
                .as("elsewhere nothing changed")
                .isEqualTo(first);
    }

    @Test
    void onlyWhoAnswersForTheCirconscriptionPublishesAndNobodyOverAnother() throws Exception {
        for (Agent other : List.of(circo.erun(), circo.secretary(), director, teacher)) {
            assertThat(visitor.as(other, publish(first, "À moi", TEXT)).getStatus())
                    .isIn(403, 404);
        }
        assertThat(visitor.refused(circo.ien(), publish(first, "", TEXT))).contains("Donnez un nom");
        assertThat(visitor.refused(circo.ien(), publish(first, "A", " "))).contains("Écrivez le texte");
        assertThat(visitor.refused(circo.ien(), publish(first, "A", "x".repeat(8001))))
                .contains("8 001 caractères");
        assertThat(visitor.refused(
                        circo.ien(),
                        publish(first, "A", charters.current(circo.uai()).body())))
                .contains("rien ne change");
        assertThat(charters.versions(circo.uai())).hasSize(1);
        assertThat(visitor.refused(circo.ien(), publish(first, "A", TEXT))).isEmpty();
        assertThat(visitor.refused(circo.ien(), publish(first, "B", TEXT + " B")))
                .as("a second hand, or a page kept open")
                .contains("Une autre version vient d'être publiée");
        assertThat(visitor.refused(
                        circo.ien(), publish(charters.current(circo.uai()).id(), "a", TEXT + " C")))
                .contains("porte déjà ce nom");
    }

    @Test
    void theOwnImageIsSaidApartAndMayChange() throws Exception {
        visitor.as(teacher, post("/charte/image").param("accord", "false"));
        assertThat(service.consents(teacher.id())).contains(false);
        assertThat(service.accepted(teacher.id())).as("nothing of the charter").isEmpty();
        visitor.as(teacher, post("/charte/image").param("accord", "true"));
        assertThat(service.consents(teacher.id())).contains(true);
        assertThat(visitor.page(teacher, "/charte").text()).contains("oui, elle peut être diffusée");
        assertThat(service.consents(circo.teachers().get(1).id())).isEmpty();
    }

    @Test
    void aDirectionCountsPapersAndCountsAnewForANewVersion() throws Exception {
        assertThat(visitor.refused(director, count(first, "110", "98", "80"))).isEmpty();
        assertThat(visitor.page(circo.erun(), "/chartes/" + circo.uai()).text()).contains("98 sur 110", "80 sur 110");
        assertThat(visitor.refused(director, count(first, "110", "111", "80"))).contains("plus de signatures");
        assertThat(visitor.refused(director, count(first, "110", "98", "111"))).contains("plus de signatures");
        for (String odd : List.of("", "-1", "cent", "2001")) {
            assertThat(visitor.refused(director, count(first, "110", odd, "80")))
                    .contains("en chiffres");
        }
        assertThat(visitor.refused(director, count(first, "110", "90", "110")))
                .as("images hang on no signature")
                .isEmpty();
        visitor.as(circo.ien(), publish(first, "Octobre 2026", TEXT));
        assertThat(visitor.refused(director, count(first, "110", "98", "80")))
                .as("papers of the old version")
                .contains("comptez les signatures de celle-là");
        assertThat(visitor.page(director, "/ecole/" + circo.schools().get(0) + "/familles")
                        .text())
                .contains("Octobre 2026", "Aucune signature de cette version n'est encore comptée");
    }

    private void accept(long version) throws Exception {
        assertThat(visitor.refused(teacher, post("/charte").param("vu", String.valueOf(version))))
                .isEmpty();
    }

    private List<QueuedMail> letters(Agent reader) {
        return mails.about("charter:publish").stream()
                .filter(mail -> mail.toAddress().equals(reader.email()))
                .toList();
    }

    private MockHttpServletRequestBuilder publish(long seen, String label, String text) {
        return post("/chartes/" + circo.uai())
                .param("vu", String.valueOf(seen))
                .param("nom", label)
                .param("texte", text);
    }

    private MockHttpServletRequestBuilder count(long version, String pupils, String signed, String images) {
        MockHttpServletRequestBuilder request =
                post("/ecole/" + circo.schools().get(0) + "/familles/charte").param("vu", String.valueOf(version));
        Map.of("eleves", pupils, "signees", signed, "images", images).forEach(request::param);
        return request;
    }
}
