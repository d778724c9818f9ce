package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.people.Agent;
import fr.forment.session.SessionState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Dates that change: the letters wait for a person or leave at once, and the page says which, in every case. */
@HouseTest
@Tag("attack")
class LettersOfNewDatesTest extends ToldSession {

    /** Whether people are summoned already, how far the new dates are, and what the letters do. */
    private enum Case {
        TOLD_FAR(false, 12, true),
        TOLD_SOON(false, 5, true),
        SUMMONED_FAR(true, 26, true),
        SUMMONED_SOON(true, 7, true);

        private final boolean summoned;
        private final int later;
        private final boolean waits;

        Case(boolean summoned, int later, boolean waits) {
            this.summoned = summoned;
            this.later = later;
            this.waits = waits;
        }
    }

    @Test
    void lettersAndPageAgreeWhereTheSessionIsTold() throws Exception {
        agree(Case.TOLD_FAR);
    }

    @Test
    void lettersAndPageAgreeWhereTheNewDatesAreSoon() throws Exception {
        agree(Case.TOLD_SOON);
    }

    @Test
    void lettersAndPageAgreeWherePeopleAreSummoned() throws Exception {
        agree(Case.SUMMONED_FAR);
    }

    @Test
    void newSummonsWaitWithTheReportTheyFollow() throws Exception {
        agree(Case.SUMMONED_SOON);
        assertThat(state()).isEqualTo(SessionState.CONVOQUEE);
        long bundle = bundles.waitingAbout("/sessions/" + session.id()).get(0).id();
        Agent teacher = circo.teachers().get(0);
        assertThat(templates(teacher, "HELD")).as("nobody is told by halves").contains("session/convoked");
        assertThat(templates(teacher, "HELD")).contains("session/postponed");
        ground.as(circo.ien());
        transaction.executeWithoutResult(done -> bundles.release(bundle, "ien"));
        assertThat(templates(teacher, "HELD")).isEmpty();
        assertThat(templates(teacher, "QUEUED")).contains("session/convoked", "session/postponed");
    }

    @Test
    void whatIsNearLeavesAtOnceAndThePageSaysSo() throws Exception {
        time.startAt(LATE.minus(Duration.ofDays(2)));
        driver.runDue();
        String said = spread(WEDNESDAY.plusDays(2), WEDNESDAY.plusDays(12));
        assertThat(said).contains("part tout de suite").doesNotContain("prêt");
        assertThat(held()).isZero();
        driver.runDue();
        assertThat(held()).isZero();
    }

    /** Letters of two events in one bundle: its title says both, and each once. */
    @Test
    void theTitleSaysEveryChange() {
        String page = "/plans/" + plan.planId();
        ground.as(circo.ien());
        for (String event : List.of("Neige du 3 février", "Absence du 9 mars", "Neige du 3 février")) {
            transaction.executeWithoutResult(done -> bundles.open(circo.uai(), page, event));
        }
        long bundle = transaction.execute(done -> bundles.open(circo.uai(), page, "Absence du 9 mars"));
        assertThat(bundles.find(bundle).orElseThrow().title()).isEqualTo("Neige du 3 février ; Absence du 9 mars");
        for (int n = 0; n < 30; n++) {
            String event = "Changement n° " + n;
            transaction.executeWithoutResult(done -> bundles.open(circo.uai(), page, event));
        }
        assertThat(bundles.find(bundle).orElseThrow().title())
                .startsWith("Neige du 3 février ; Absence du 9 mars")
                .endsWith("et d'autres changements")
                .hasSizeLessThanOrEqualTo(300);
    }

    private void agree(Case each) throws Exception {
        if (each.summoned) {
            time.startAt(LATE.minus(Duration.ofDays(12)));
            driver.runDue();
            assertThat(state()).isEqualTo(SessionState.CONVOQUEE);
        }
        String said = spread(WEDNESDAY.plusDays(each.later), WEDNESDAY.plusDays(each.later + 2));
        driver.runDue();
        assertThat(said)
                .as("%s", each)
                .contains(each.waits ? "relisez et envoyez depuis la page de la session" : "part");
        List<Map<String, Object>> left = jdbc.sql(
                        "SELECT template, to_address FROM outbox_mail WHERE about = ? AND state <> 'HELD' AND state <> 'DROPPED' AND id > ? AND agent_id IN (SELECT agent_id FROM enrolment WHERE session_id = ?)")
                .params("/sessions/" + session.id(), last, session.id())
                .query()
                .listOfRows();
        assertThat(left).as("%s: nothing leaves before it is read", each).isEmpty();
        assertThat(held()).as("%s", each).isPositive();
        assertThat(visitor.page(circo.ien(), "/sessions/" + session.id()).text())
                .contains("prêt");
    }

    private long last;

    private String spread(LocalDate... days) throws Exception {
        last = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM outbox_mail")
                .query(Long.class)
                .single();
        String page = "/sessions/" + session.id() + "/dates";
        String shown = visitor.page(circo.ien(), page).select("input[name=vu]").attr("value");
        MockHttpServletRequestBuilder form =
                post(page).param("motive", "Salle prise").param("shortNotice", "true");
        for (LocalDate day : days) {
            form.param("jour", day.toString()).param("debut", "14:00").param("fin", "15:00");
        }
        return changed(page, form.param("formateur", "", ""), shown);
    }

    private int held() {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE about = ? AND state = 'HELD'")
                .param("/sessions/" + session.id())
                .query(Integer.class)
                .single();
    }

    private SessionState state() {
        return sessions.find(session.id()).orElseThrow().state();
    }

    private List<String> templates(Agent reader, String state) {
        return jdbc.sql("SELECT template FROM outbox_mail WHERE agent_id = ? AND state = ? AND id > ?")
                .params(reader.id(), state, last)
                .query(String.class)
                .list();
    }
}
