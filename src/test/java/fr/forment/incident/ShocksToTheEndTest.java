package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.mail.Attachments;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.plan.Plan;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each thing that can happen, to its end: said, shown, prepared, submitted, approved; the session is another one, its
 * letters are read again and let go, and calendars take the new appointment for newer than the old one.
 */
@HouseTest
@Tag("attack")
class ShocksToTheEndTest extends ToldSession {

    @Autowired
    IncidentService incidents;

    @Autowired
    MailBox mails;

    @Autowired
    Attachments files;

    /** What a calendar holds before anything happens. */
    private String formerly;

    @Test
    void aSnowDay() throws Exception {
        approvedAndTold("quoi=FERMETURE&ecoles=toutes&motif=Neige&du=" + WEDNESDAY);
        assertThat(now().day()).isNotEqualTo(WEDNESDAY);
        assertNewer(circo.teachers().get(0), "session/amended");
        assertThat(letters(circo.cpc(), "session/amendedForTrainer")).hasSize(1);
        assertThat(closures()).isEqualTo(1);
    }

    @Test
    void aStrikeOfASchoolAndOfItsTrainer() throws Exception {
        approvedAndTold("quoi=GREVE&ecoles=" + circo.schools().get(0) + "&qui="
                + circo.cpc().id() + "&du=" + WEDNESDAY);
        assertThat(now().day()).isNotEqualTo(WEDNESDAY);
        assertNewer(circo.teachers().get(0), "session/amended");
        assertThat(closures()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM trainer_absence WHERE agent_id = ?")
                        .param(circo.cpc().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aTrainerWhoIsIll() throws Exception {
        approvedAndTold("quoi=ABSENCE&qui=" + circo.cpc().id() + "&du=2026-11-02&au=2026-12-04");
        assertThat(now().trainerId()).isNotNull().isNotEqualTo(circo.cpc().id());
        assertThat(now().startsAt()).as("people keep their date").isEqualTo(WEDNESDAY.atTime(14, 0));
        assertThat(letters(circo.cpc(), "session/replaced")).hasSize(1);
        assertThat(letters(trainerNow(), "session/announced")).hasSize(1);
    }

    @Test
    void aRoomThatIsLost() throws Exception {
        approvedAndTold("quoi=SALLE&lieu=" + circo.schools().get(2) + "&du=" + WEDNESDAY);
        assertThat(now().place()).isNotEqualTo(circo.schools().get(2));
        assertThat(now().sequence()).isPositive();
        Agent comes = circo.teachers().get(0);
        assertThat(letters(comes, "session/amended")).hasSize(1);
        assertThat(sequence(appointment(letters(comes, "session/amended").get(0))))
                .isGreaterThan(sequence(formerly));
    }

    @Test
    void aSchoolThatLeaves() throws Exception {
        approvedAndTold("quoi=DEPART&ecole=" + circo.schools().get(0));
        assertThat(now().state()).isEqualTo(SessionState.ANNULEE);
        Agent came = circo.teachers().get(0);
        assertThat(letters(came, "session/cancelled")).hasSize(1);
        assertThat(appointment(letters(came, "session/cancelled").get(0))).contains("METHOD:CANCEL");
        assertThat(letters(circo.cpc(), "session/trainerCancelled")).hasSize(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM occupation WHERE session_id = ?")
                        .param(session.id())
                        .query(Integer.class)
                        .single())
                .as("everybody's time is free again")
                .isZero();
    }

    @Test
    void twoWhoApplyAtOncePrepareOneAmendment() throws Exception {
        String page = page("quoi=ABSENCE&qui=" + circo.cpc().id() + "&du=2026-11-02&au=2026-12-04");
        Document shown = visitor.page(circo.erun(), page);
        String seen = shown.select("input[name=vu]").attr("value");
        var together = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both = new ArrayList<>();
            for (Agent who : List.of(circo.erun(), circo.cpc())) {
                both.add(() -> {
                    together.await();
                    return visitor.as(who, post(page).param("vu", seen)).getStatus();
                });
            }
            assertThat(pool.invokeAll(both))
                    .extracting(answer -> answer.get())
                    .allMatch(status -> status == 302 || status == 409);
        } finally {
            pool.shutdownNow();
        }
        assertThat(plans.ofProject(plan.projectId()).stream().filter(Plan::isPendingAmendment))
                .hasSize(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM trainer_absence WHERE agent_id = ?")
                        .param(circo.cpc().id())
                        .query(Integer.class)
                        .single())
                .as("said once")
                .isEqualTo(1);
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void aMachineThatStopsBeforeTheCommitLeavesNothingAndTheGestureWorksAfterwards() throws Exception {
        Plan inForce = plans.find(plan.planId()).orElseThrow();
        var strike = new Happening(
                Happened.GREVE,
                List.of(circo.cpc().id()),
                List.of(circo.schools().get(0)),
                false,
                null,
                WEDNESDAY,
                null);
        String seen = incidents.look(inForce, strike).print();
        ground.as(circo.cpc());
        transaction.executeWithoutResult(status -> {
            assertThat(incidents.apply(plan.planId(), strike, "", seen).amends())
                    .isTrue();
            status.setRollbackOnly();
        });
        assertThat(plans.ofProject(plan.projectId())).hasSize(1);
        assertThat(closures()).isZero();
        assertThat(incidents.apply(plan.planId(), strike, "", seen).amends()).isTrue();
        assertThat(closures()).isEqualTo(1);
    }

    /** The bundle is read and let go; nothing has left before. */
    private void approvedAndTold(String query) throws Exception {
        driver.theCase("trainingSession", session.id())
                .fires("cutOffReached")
                .fires("convocationDue")
                .passed("convoke");
        driver.runDue();
        formerly =
                appointment(letters(circo.teachers().get(0), "session/convoked").get(0));
        assertThat(formerly).containsPattern("DTSTART[^\n]*:20261118").contains("METHOD:");
        int before = now().sequence();
        Document shown = visitor.page(circo.erun(), page(query));
        assertThat(shown.select("section[aria-labelledby=sans-solution]")).isEmpty();
        visitor.as(
                circo.erun(),
                post(page(query)).param("vu", shown.select("input[name=vu]").attr("value")));
        Plan amendment = plans.latest(plan.projectId()).orElseThrow();
        assertThat(amendment.isAmendment()).isTrue();
        assertThat(now().sequence()).as("nothing changes yet").isEqualTo(before);
        ground.as(circo.erun());
        driver.theCase("trainingPlan", amendment.id()).completes("revise", Map.of("note", ""));
        ground.as(circo.ien());
        driver.theCase("trainingPlan", amendment.id())
                .completes("approve", Map.of("decision", "approuver", "remarks", ""))
                .isEnded();
        driver.runDue();
        long bundle = bundles.madeFor("/plans/" + amendment.id()).get(0).id();
        assertThat(recipients(bundle, "HELD"))
                .contains(circo.teachers().get(0).email(), circo.cpc().email());
        assertThat(recipients(bundle, "QUEUED")).isEmpty();
        assertThat(visitor.as(
                                circo.erun(),
                                post("/envois/" + bundle + "/envoyer").param("vu", bundles.shown(bundle)))
                        .getStatus())
                .isEqualTo(302);
        driver.runDue();
        assertThat(recipients(bundle, "DEPOSITED"))
                .contains(circo.teachers().get(0).email(), circo.cpc().email());
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).text())
                .doesNotContain("courriels prêts");
        assertThat(driver.incidents()).isEmpty();
    }

    private void assertNewer(Agent reader, String template) throws Exception {
        assertThat(now().sequence()).isPositive();
        assertThat(letters(reader, template)).hasSize(1);
        assertThat(sequence(appointment(letters(reader, template).get(0))))
                .as("agendas take it for newer")
                .isGreaterThan(sequence(formerly));
        assertThat(appointment(letters(reader, template).get(0)))
                .containsPattern("DTSTART[^\n]*:" + now().day().toString().replace("-", ""));
    }

    private static int sequence(String appointment) {
        Matcher found = Pattern.compile("SEQUENCE:(\\d+)").matcher(appointment);
        assertThat(found.find()).as(appointment).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private String appointment(QueuedMail mail) {
        return files.of(mail).stream()
                .map(file -> new String(file.content(), StandardCharsets.UTF_8).replace("\r\n ", ""))
                .filter(text -> text.contains("BEGIN:VCALENDAR"))
                .findFirst()
                .orElse("");
    }

    private List<QueuedMail> letters(Agent reader, String template) {
        return mails.latest(reader.email(), 100).stream()
                .filter(mail -> mail.template().equals(template) && mail.state() == MailState.DEPOSITED)
                .toList();
    }

    private TrainingSession now() {
        return sessions.find(session.id()).orElseThrow();
    }

    private int closures() {
        return jdbc.sql("SELECT COUNT(*) FROM school_closure WHERE circonscription_uai = ?")
                .param(circo.uai())
                .query(Integer.class)
                .single();
    }

    private String page(String query) {
        return "/plans/" + plan.planId() + "/evenement?" + query;
    }
}
