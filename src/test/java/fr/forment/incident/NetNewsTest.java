package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.post.BundleService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a letter calls "auparavant" is what its reader was last told, whatever was decided in between. */
@HouseTest
@Tag("attack")
class NetNewsTest extends ToldSession {

    /** Letters that are let go wait for Monday. */
    private static final Instant SUNDAY = Instant.parse("2026-10-11T10:00:00Z");

    @Autowired
    BundleService near;

    private static final LocalDate LATER = WEDNESDAY.plusDays(7);

    @Test
    void severalChangesAreOneLetterThatNamesWhatTheReaderKnows() throws Exception {
        driver.runDue();
        moved(page(), WEDNESDAY.plusDays(1));
        moved(page(), LATER);
        String told = changed(
                page(),
                post(page() + "/formateur").param("agent", circo.erun().id().toString()));
        assertThat(told).contains("courriels sont prêts");
        assertThat(visitor.page(circo.erun(), page()).text())
                .as("one number, whoever says it")
                .contains(told.replaceAll("\\D", "") + " courriels prêts");
        Agent teacher = circo.teachers().get(0);
        assertThat(held(teacher)).singleElement().satisfies(letter -> assertThat(letter)
                .contains(
                        "prévue le " + French.day(WEDNESDAY),
                        French.day(LATER),
                        circo.erun().fullName())
                .doesNotContain(French.day(WEDNESDAY.plusDays(1))));
        assertThat(held(circo.cpc()))
                .as("who gives it no longer")
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .contains("confiée à une autre personne", French.day(WEDNESDAY))
                        .doesNotContain(French.day(LATER)));
        assertThat(held(circo.erun())).as("who gives it now").singleElement().satisfies(letter -> assertThat(letter)
                .contains(French.day(LATER))
                .doesNotContain(French.day(WEDNESDAY)));
    }

    @Test
    void aChangeThatIsTakenBackLeavesNoLetter() throws Exception {
        driver.runDue();
        moved(page(), LATER);
        assertThat(heldAboutIt()).isNotEmpty();
        moved(page(), WEDNESDAY);
        assertThat(heldAboutIt()).as("a date").isEmpty();
        changed(
                page(),
                post(page() + "/formateur").param("agent", circo.erun().id().toString()));
        changed(
                page(),
                post(page() + "/formateur").param("agent", circo.cpc().id().toString()));
        assertThat(heldAboutIt()).as("a trainer").isEmpty();
        assertThat(bundles.madeFor(page())).isEmpty();
        moved(page(), WEDNESDAY, "14:00", circo.schools().get(1));
        assertThat(held(circo.teachers().get(0))).singleElement().satisfies(letter -> assertThat(letter)
                .contains("Lieu : ", "auparavant")
                .doesNotContain("Date : "));
        moved(page(), WEDNESDAY, "14:00", circo.schools().get(2));
        assertThat(heldAboutIt()).as("a place").isEmpty();
    }

    @Test
    void afterReleaseTheNextChangeStartsFromWhatWasReleased() throws Exception {
        driver.runDue();
        moved(page(), LATER);
        release();
        driver.runDue();
        moved(page(), LATER.plusDays(1));
        assertThat(held(circo.teachers().get(0))).singleElement().satisfies(letter -> assertThat(letter)
                .contains("prévue le " + French.day(LATER)));
        moved(page(), WEDNESDAY);
        assertThat(held(circo.teachers().get(0)))
                .as("back, but after they were told")
                .singleElement()
                .satisfies(
                        letter -> assertThat(letter).contains("prévue le " + French.day(LATER), French.day(WEDNESDAY)));
    }

    @Test
    void whoWasNeverToldHearsOfNoChangeAndIsSummoned() throws Exception {
        driver.runDue();
        Agent teacher = circo.teachers().get(0);
        jdbc.sql("DELETE FROM outbox_mail WHERE about = ? AND agent_id = ?")
                .params(page(), teacher.id())
                .update();
        moved(page(), LATER);
        assertThat(held(teacher)).isEmpty();
        driver.theCase("trainingSession", session.id()).fires("cutOffReached").fires("convocationDue");
        assertThat(last(teacher))
                .contains("convoqué(e)", French.day(LATER))
                .doesNotContain("reporté", French.day(WEDNESDAY));
    }

    @Test
    void aCancellationNamesTheDateThatTheReaderKnows() throws Exception {
        driver.runDue();
        moved(page(), LATER);
        visitor.as(circo.erun(), post(page() + "/annuler").param("motive", "Neige"));
        driver.runDue();
        for (Agent reader : List.of(circo.teachers().get(0), circo.cpc())) {
            assertThat(last(reader)).contains("annulée", French.day(WEDNESDAY)).doesNotContain(French.day(LATER));
        }
        assertThat(ofTheCancellation(circo.cpc()))
                .as("that he gives it no more, and that its people wait again")
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("annulée", French.day(WEDNESDAY))
                        .doesNotContain(French.day(LATER)));
    }

    @Test
    void aCancellationThatComesBeforeTheNewDateNamesTheFormerOne() throws Exception {
        driver.runDue();
        moved(page(), LATER);
        time.startAt(SUNDAY);
        release();
        visitor.as(circo.erun(), post(page() + "/annuler").param("motive", "Neige"));
        driver.runDue();
        for (Agent reader : List.of(circo.teachers().get(0), circo.cpc())) {
            assertThat(ofTheCancellation(reader))
                    .as("what was released for Monday told nobody anything")
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text)
                            .contains("annulée", French.day(WEDNESDAY))
                            .doesNotContain(French.day(LATER)));
        }
    }

    @Test
    void afterDroppingThePageSaysWhoBelievesWhatAndTheNextChangeStartsFromThere() throws Exception {
        driver.runDue();
        moved(page(), LATER);
        long bundle = bundles.madeFor(page()).get(0).id();
        visitor.as(circo.erun(), post("/envois/" + bundle + "/ecarter").param("vu", bundles.shown(bundle)));
        driver.runDue();
        for (String where : List.of("/envois/" + bundle, page())) {
            assertThat(visitor.page(circo.erun(), where).select(".notice.warn").text())
                    .as(where)
                    .contains(
                            "4 personnes croient encore",
                            French.day(WEDNESDAY),
                            circo.teachers().get(0).fullName(),
                            circo.cpc().fullName());
        }
        Agent out = circo.teachers().get(1);
        long enrolment = jdbc.sql("SELECT id FROM enrolment WHERE session_id = ? AND agent_id = ?")
                .params(Long.parseLong(page().replaceAll("\\D", "")), out.id())
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE enrolment SET state = 'ANNULE_AGENT' WHERE id = ?")
                .param(enrolment)
                .update();
        assertThat(visitor.page(circo.erun(), page()).select(".notice.warn").text())
                .as("who is enrolled no more waits for nothing there")
                .contains("3 personnes croient encore")
                .doesNotContain(out.fullName());
        jdbc.sql("UPDATE enrolment SET state = 'CONVOQUE' WHERE id = ?")
                .param(enrolment)
                .update();
        moved(page(), LATER.plusDays(1));
        assertThat(held(circo.teachers().get(0))).singleElement().satisfies(letter -> assertThat(letter)
                .contains("prévue le " + French.day(WEDNESDAY)));
        moved(page(), WEDNESDAY);
        assertThat(heldAboutIt()).isEmpty();
        assertThat(visitor.page(circo.erun(), page()).text()).doesNotContain("croient encore");
    }

    @Test
    void lettersThatChangedSinceTheyWereReadDoNotLeave() throws Exception {
        driver.runDue();
        moved(page(), LATER);
        long bundle = bundles.madeFor(page()).get(0).id();
        String seen = visitor.page(circo.erun(), "/envois/" + bundle)
                .select("form[action$=envoyer] input[name=vu]")
                .val();
        moved(page(), LATER.plusDays(1));
        for (String gesture : List.of("/envoyer", "/ecarter")) {
            assertThat(visitor.refused(
                            circo.erun(), post("/envois/" + bundle + gesture).param("vu", seen)))
                    .contains("ont changé depuis que vous les avez lus");
        }
        assertThat(held(circo.teachers().get(0))).singleElement().satisfies(letter -> assertThat(letter)
                .contains(French.day(LATER.plusDays(1))));
    }

    @Test
    void droppingSwallowsNoNewsThatWasOnItsWay() throws Exception {
        driver.runDue();
        moved(page(), LATER);
        time.startAt(SUNDAY);
        release();
        assertThat(moved(page(), LATER.plusDays(1), "14:00", "")).contains("courriels sont prêts");
        Agent teacher = circo.teachers().get(0);
        assertThat(held(teacher))
                .as("instead of the released one, which had not left")
                .singleElement()
                .satisfies(letter -> assertThat(letter).contains("prévue le " + French.day(WEDNESDAY)));
        long second = bundles.madeFor(page()).get(0).id();
        visitor.as(circo.erun(), post("/envois/" + second + "/ecarter").param("vu", bundles.shown(second)));
        assertThat(visitor.page(circo.erun(), "/envois/" + second).text()).contains("courriels envoyés");
        time.startAt(SUNDAY.plus(Duration.ofHours(20)));
        driver.runDue();
        assertThat(last(teacher)).contains("prévue le " + French.day(WEDNESDAY), French.day(LATER.plusDays(1)));
        assertThat(jdbc.sql(
                                "SELECT state FROM outbox_mail WHERE about = ? AND agent_id = ? ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                        .params(page(), teacher.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DEPOSITED");
        assertThat(visitor.page(circo.erun(), page()).text()).doesNotContain("croient encore");
    }

    @Test
    void whatIsKeptLeavesByItselfOnceTheSessionIsNear() throws Exception {
        driver.runDue();
        moved(page(), LATER);
        long bundle = bundles.madeFor(page()).get(0).id();
        int kept = heldAboutIt().size();
        assertThat(kept).isEqualTo(4);
        ZoneId there = ZoneId.of("Europe/Paris");
        time.startAt(LocalDate.of(2026, 11, 13).atTime(23, 50).atZone(there).toInstant());
        near.releaseWhatIsNear();
        assertThat(heldAboutIt())
                .as("Friday: Monday, Tuesday, Wednesday are three")
                .hasSize(kept);
        time.startAt(LocalDate.of(2026, 11, 16).atTime(0, 10).atZone(there).toInstant());
        near.releaseWhatIsNear();
        near.releaseWhatIsNear();
        assertThat(heldAboutIt()).isEmpty();
        assertThat(recipients(bundle, "QUEUED"))
                .hasSize(kept)
                .contains(circo.teachers().get(0).email(), circo.cpc().email());
        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE bundle_id = ? AND not_before > ?")
                        .params(bundle, java.sql.Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single())
                .as("at once, whatever the hour")
                .isZero();
        assertThat(journal.of("BUNDLE", bundle)).singleElement().satisfies(line -> assertThat(line.what())
                .contains("partis d'eux-mêmes"));
        assertThat(visitor.page(circo.erun(), "/envois").text()).contains("Aucun courriel n'attend votre décision");
    }

    String page() {
        return "/sessions/" + session.id();
    }

    void release() throws Exception {
        long bundle = bundles.madeFor(page()).get(0).id();
        visitor.as(circo.erun(), post("/envois/" + bundle + "/envoyer").param("vu", bundles.shown(bundle)));
    }

    private List<String> held(Agent reader) {
        return jdbc
                .sql("SELECT body_text FROM outbox_mail WHERE about = ? AND state = 'HELD' AND agent_id = ?")
                .params(page(), reader.id())
                .query(String.class)
                .list()
                .stream()
                .map(text -> text.replace('\u00a0', ' '))
                .toList();
    }

    private List<Map<String, Object>> heldAboutIt() {
        return jdbc.sql("SELECT template, to_address FROM outbox_mail WHERE about = ? AND state = 'HELD'")
                .param(page())
                .query()
                .listOfRows();
    }

    private List<String> ofTheCancellation(Agent reader) {
        return jdbc.sql(
                        "SELECT body_text FROM outbox_mail WHERE about = ? AND agent_id = ? AND mail_key LIKE 'trainingSession:cancel%'")
                .params(page(), reader.id())
                .query(String.class)
                .list();
    }

    private String last(Agent reader) {
        return jdbc.sql(
                        "SELECT body_text FROM outbox_mail WHERE about = ? AND agent_id = ? ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .params(page(), reader.id())
                .query(String.class)
                .single();
    }
}
