package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.people.Agent;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A change by hand within two school days of the session leaves the same evening, kept by nobody. */
@HouseTest
@Tag("attack")
class NearChangesTest extends ToldSession {

    @Autowired
    EnrolmentService enrolments;

    @Test
    void eachKindOfNearChangeLeavesAtOnceAndNoneIsTakenBack() throws Exception {
        String page = "/sessions/" + session.id();
        time.startAt(LATE.minus(Duration.ofDays(1)));
        driver.runDue();
        leavesAtOnce("hours", () -> moved(page, WEDNESDAY, "15:30", ""));
        leavesAtOnce(
                "place", () -> moved(page, WEDNESDAY, "15:30", circo.schools().get(1)));
        leavesAtOnce("date, near to near", () -> moved(page, WEDNESDAY.plusDays(1), "14:00", ""));
        leavesAtOnce(
                "trainer",
                () -> changed(
                        page,
                        post(page + "/formateur")
                                .param("agent", circo.erun().id().toString())));
        leavesAtOnce("date, near to far", () -> moved(page, WEDNESDAY.plusDays(12), "14:00", ""));
        leavesAtOnce("date, far to near", () -> moved(page, WEDNESDAY.plusDays(1), "14:00", ""));
        assertThat(bundles.madeFor(page)).isEmpty();
        driver.runDue();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE about = ? AND state = 'HELD'")
                        .param(page)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aFarDateChangedOnceMoreLeavesAtOnceWhereTheFormerNewsWasNeverLetGo() throws Exception {
        String page = "/sessions/" + session.id();
        assertThat(moved(page, WEDNESDAY.plusDays(12))).contains("courriels sont prêts");
        time.startAt(LATE.minus(Duration.ofDays(1)));
        leavesAtOnce("people still come on Wednesday", () -> moved(page, WEDNESDAY.plusDays(13), "14:00", ""));
        assertThat(bundles.madeFor(page)).isEmpty();
        assertThat(moved(page, WEDNESDAY.plusDays(14), "14:00", ""))
                .as("now they know")
                .contains("courriels sont prêts");
    }

    @Test
    void whoWaitsForAPlaceHearsTheSameEveningToo() throws Exception {
        jdbc.sql("UPDATE training_session SET capacity = booked WHERE id = ?")
                .param(session.id())
                .update();
        ground.as(circo.ien());
        Agent waiting = circo.teachers().get(2);
        assertThat(enrolments.enrol(session.id(), waiting.id(), "Volontaire").state())
                .isEqualTo(EnrolmentState.LISTE_ATTENTE);
        driver.runDue();
        time.startAt(LATE.minus(Duration.ofDays(1)));
        driver.runDue();
        moved("/sessions/" + session.id(), WEDNESDAY.plusDays(12), "14:00", "");
        assertThat(jdbc.sql(
                                "SELECT state || ' ' || to_address FROM outbox_mail WHERE template = 'session/waitingMoved'")
                        .query(String.class)
                        .list())
                .containsExactly("QUEUED " + waiting.email());
        assertThat(jdbc.sql("SELECT not_before FROM outbox_mail WHERE template = 'session/waitingMoved'")
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isBeforeOrEqualTo(clock.instant());
    }

    /** As written, before any timer runs; then they are gone: what falls due takes none of them back. */
    private void leavesAtOnce(String what, Callable<String> change) throws Exception {
        long last = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM outbox_mail")
                .query(Long.class)
                .single();
        assertThat(change.call()).as(what).contains("part tout de suite");
        List<Map<String, Object>> letters = written(last);
        List<Long> ids = letters.stream().map(each -> (Long) each.get("id")).toList();
        assertThat(letters)
                .as(what)
                .extracting(each -> each.get("to_address"))
                .contains(trainerNow().email())
                .containsAll(
                        what.equals("trainer")
                                ? List.of(circo.cpc().email())
                                : List.of(
                                        circo.directors().get(0).email(),
                                        circo.teachers().get(0).email(),
                                        circo.teachers().get(1).email()));
        assertThat(letters).as(what).allSatisfy(each -> assertThat(each)
                .containsEntry("state", "QUEUED")
                .containsEntry("waits", 0)
                .containsEntry("kept", 0));
        driver.runDue();
        List<Map<String, Object>> all = written(last);
        assertThat(all.stream().filter(each -> ids.contains(each.get("id"))))
                .as(what)
                .allSatisfy(each -> assertThat(each.get("state").equals("DEPOSITED") || isTakenUp(each, all))
                        .as(each + " of " + all)
                        .isTrue());
    }

    /**
     * Whoever leads the session reads of its new moment once: in the letter that confirms it, where that leaves too.
     */
    private boolean isTakenUp(Map<String, Object> letter, List<Map<String, Object>> all) {
        return letter.get("to_address").equals(trainerNow().email())
                && all.stream()
                        .filter(each -> each.get("to_address").equals(letter.get("to_address")))
                        .anyMatch(each -> (Long) each.get("id") > (Long) letter.get("id")
                                && each.get("state").equals("DEPOSITED"));
    }

    private List<Map<String, Object>> written(long after) {
        return jdbc.sql("""
                SELECT id, to_address, state, CASE WHEN not_before > ? THEN 1 ELSE 0 END AS waits,
                       CASE WHEN bundle_id IS NULL THEN 0 ELSE 1 END AS kept FROM outbox_mail WHERE id > ? AND about = ? ORDER BY id""")
                .params(Timestamp.from(clock.instant()), after, "/sessions/" + session.id())
                .query()
                .listOfRows();
    }
}
