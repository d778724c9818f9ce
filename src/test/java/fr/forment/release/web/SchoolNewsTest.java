package fr.forment.release.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TimeMachine;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.post.BundleChaseService;
import fr.forment.release.EntRelease;
import fr.forment.release.NewRelease;
import fr.forment.release.ReleaseService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody is said to be informed while the letters are drafts. */
@HouseTest
class SchoolNewsTest {

    private static int number;

    @Autowired
    Visitor visitor;

    @Autowired
    TestGround ground;

    @Autowired
    ReleaseService service;

    @Autowired
    ProcessDriver driver;

    @Autowired
    MailBox mails;

    @Autowired
    BundleChaseService chase;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private EntRelease release;

    @BeforeEach
    void aVersionWhoseLettersAreReady() {
        time.startAt(Instant.parse("2026-09-01T08:00:00Z"));
        circo = ground.circonscription(1);
        inService(circo.schools().get(0));
        release = announced("TUTORIEL");
    }

    @Test
    void theSchoolsAreInformedOnceTheLettersHaveLeft() throws Exception {
        Document page = version(circo.erun());
        assertThat(state(page)).isEqualTo("Courriels aux écoles à envoyer");
        assertThat(page.select(".notice a[href^=/envois/]").text()).isEqualTo("3 courriels à envoyer");
        assertThat(page.text()).doesNotContain("Écoles informées");
        assertThat(visitor.page(circo.ien(), "/versions").select("td .tag").text())
                .isEqualTo("Courriels aux écoles à envoyer");
        assertThat(visitor.page(circo.supplier(), "/").text())
                .contains("courriels aux écoles à envoyer")
                .doesNotContain("écoles informées");
        assertThat(version(circo.supplier()).select("a[href^=/envois/]")).isEmpty();
        decide("/envoyer");
        page = version(circo.erun());
        assertThat(state(page)).isEqualTo("Écoles informées");
        assertThat(page.select("a[href^=/envois/]")).isEmpty();
        assertThat(page.select("table").last().text()).contains("Courriels envoyés", "3 courriels");
    }

    @Test
    void lettersThatAreDroppedInformNobody() throws Exception {
        decide("/ecarter");
        assertThat(state(version(circo.erun()))).isEqualTo("Écoles non informées : courriels écartés");
    }

    /** Who has not had the first letter reads one, as things are now. */
    @Test
    void aCorrectionReplacesWhatStillWaits() throws Exception {
        correct(LocalDate.of(2026, 10, 19));
        assertThat(held("cascade")).hasSize(3);
        correct(LocalDate.of(2026, 10, 12));
        correct(LocalDate.of(2026, 10, 19));
        assertThat(held("cascade")).hasSize(3).allSatisfy(mail -> assertThat(mail.bodyText())
                .contains("19 octobre"));
        decide("/envoyer");
        correct(LocalDate.of(2026, 10, 26));
        assertThat(state(version(circo.erun()))).isEqualTo("Écoles informées, sauf de la correction");
        assertThat(mails.about("entRelease:lettersReady:" + release.id())).hasSize(2);
    }

    @Test
    void aCorrectionReplacesWhatWaitsForTheDirectorsToo() {
        release = announced("RIEN");
        correct(LocalDate.of(2026, 10, 19));
        assertThat(held("announce")).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("19 octobre"));
    }

    @Test
    void whatWaitsIsNamed() throws Exception {
        Document list = visitor.page(circo.erun(), "/envois");
        assertThat(list.select("tbody tr").text())
                .contains("Version " + release.label(), "Version de l'ENT", "3 courriels", "01/09/2026");
        assertThat(list.select("a[href=/versions/" + release.id() + "]").text()).isEqualTo("Voir la version");
        assertThat(list.text()).doesNotContain("Des sessions annoncées ont changé");
        assertThat(visitor.page(circo.erun(), "/").select(".notice").text())
                .contains("3 courriels prêts")
                .doesNotContain("sauf si la session");
    }

    @Test
    void whoLetsThemGoIsReminded() throws Exception {
        time.startAt(Instant.parse("2026-09-02T10:00:00Z"));
        chase.chase();
        assertThat(reminded()).isEmpty();
        time.startAt(Instant.parse("2026-09-03T10:00:00Z"));
        chase.chase();
        chase.chase();
        assertThat(reminded()).containsExactly(circo.erun().email());
        time.startAt(Instant.parse("2026-09-14T10:00:00Z"));
        chase.chase();
        chase.chase();
        assertThat(reminded())
                .containsExactlyInAnyOrder(
                        circo.erun().email(), circo.erun().email(), circo.ien().email());
        assertThat(mails.about("mail:bundleKept:" + bundle() + ":").get(0).bodyText())
                .contains("3 courriels sont prêts depuis le 1er septembre", "/envois/" + bundle());
    }

    private List<String> reminded() {
        return mails.about("mail:bundleKept:" + bundle() + ":").stream()
                .map(QueuedMail::toAddress)
                .toList();
    }

    private List<QueuedMail> held(String step) {
        driver.runDue();
        return mails.about("entRelease:" + step + ":" + release.id() + ":").stream()
                .filter(mail -> mail.state() == MailState.HELD)
                .toList();
    }

    private void correct(LocalDate day) {
        ground.as(circo.supplier());
        service.correct(
                release.id(),
                new NewRelease(circo.uai(), release.label(), day, release.note(), Set.of(), release.tutorial()));
    }

    private void decide(String gesture) throws Exception {
        String page = "/envois/" + bundle();
        String seen = visitor.page(circo.erun(), page)
                .select("input[name=vu]")
                .first()
                .val();
        visitor.as(circo.erun(), post(page + gesture).param("vu", seen));
    }

    private long bundle() {
        return jdbc.sql("SELECT MAX(id) FROM mail_bundle WHERE about = ?")
                .param("/versions/" + release.id())
                .query(Long.class)
                .single();
    }

    private Document version(Agent reader) throws Exception {
        return visitor.page(reader, "/versions/" + release.id());
    }

    private static String state(Document page) {
        return page.select("dl.facts .tag").text();
    }

    private EntRelease announced(String need) {
        ground.as(circo.supplier());
        EntRelease announced = service.declare(new NewRelease(
                circo.uai(),
                "8." + ++number,
                LocalDate.of(2026, 10, 12),
                "La messagerie.",
                Set.of(),
                "https://exemple.invalid/t"));
        driver.runDue();
        driver.theCase("entRelease", announced.id())
                .completes("qualify", Map.of("need", need, "changes", "La messagerie change"))
                .isEnded();
        driver.runDue();
        return announced;
    }

    private void inService(String uai) {
        jdbc.sql("""
                INSERT INTO project (version, title, circonscription_uai, school_year, state, created_on, response_threshold, teacher_threshold,
                                     convention_signed, training_environment)
                VALUES (0, 'Essai', ?, '2026-2027', 'VAGUES', '2026-09-01', 80, 60, TRUE, FALSE)""").param(circo.uai()).update();
        jdbc.sql(
                        "INSERT INTO vague (version, project_id, rank, title, opens_on, state) SELECT 0, MAX(id), 1, 'Vague 1', '2026-09-01', 'STABILISATION' FROM project")
                .update();
        jdbc.sql(
                        "INSERT INTO vague_school (version, vague_id, school_uai, state, opened_on) SELECT 0, MAX(id), ?, 'EN_SERVICE', '2026-09-01' FROM vague")
                .param(uai)
                .update();
    }
}
