package fr.forment.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.french.Refusal;
import fr.forment.phase.SmallMovesService;
import fr.forment.phase.SmallMovesService.Move;
import fr.forment.plan.Plan;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.words.Tolerance;
import fr.forment.session.Occupations;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happened moves sessions a little: done at once, together, without an amendment. */
@HouseTest
@Tag("attack")
class SmallMovesTest extends ToldSession {

    @Autowired
    SmallMovesService small;

    @Autowired
    Occupations occupations;

    /** The same trainer and school, the same day. */
    @Override
    void furtherLines() {
        approved.line(
                plan,
                2,
                "VAGUE",
                "SENS-CHGT",
                WEDNESDAY,
                LocalTime.of(15, 45),
                90,
                20,
                circo.cpc().id(),
                List.of("DIRECTEUR"),
                Map.of(circo.schools().get(0), 1));
    }

    @Test
    void aSnowDayIsMendedAtOnceAndTraced() throws Exception {
        Document page = visitor.page(circo.erun(), snow());
        assertThat(page.select("#decider ~ p").text()).contains("dans la tolérance du plan approuvé");
        visitor.as(circo.erun(), gesture(page));
        driver.runDue();
        TrainingSession after = sessions.find(session.id()).orElseThrow();
        assertThat(after.day()).isNotEqualTo(WEDNESDAY);
        assertThat(plans.ofProject(plan.projectId())).as("no amendment").hasSize(1);
        assertThat(plans.find(plan.planId()).map(this::traces).orElseThrow())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("18 novembre"));
        assertThat(journal.of(TrainingSession.JOURNAL, session.id()))
                .anyMatch(line -> line.why() != null && line.why().startsWith("Fermeture"));
        long bundle = bundles.madeFor("/plans/" + plan.planId()).get(0).id();
        assertThat(recipients(bundle, "HELD"))
                .contains(circo.teachers().get(0).email(), circo.cpc().email());
        assertThat(visitor.page(circo.erun(), "/plans/" + plan.planId()).text()).contains("courriels prêts");
        assertThat(driver.incidents()).isEmpty();
    }

    @Test
    void whatIsBeyondTheToleranceIsNotOfferedAndIsRefused() throws Exception {
        String page = evenement("?quoi=ABSENCE&qui=" + circo.cpc().id() + "&du=2026-11-02&au=2026-12-04");
        Document shown = visitor.page(circo.erun(), page);
        assertThat(shown.select("#decider ~ p").text()).contains("demandent un avenant", "fonction");
        assertThat(shown.select("button[name=geste]")).isEmpty();
        assertThat(visitor.refused(circo.erun(), gesture(page, shown))).contains("demandent un avenant");
        assertThat(sessions.find(session.id()).orElseThrow().trainerId())
                .isEqualTo(circo.cpc().id());
        assertThat(closuresAndAbsences()).isZero();
    }

    @Test
    void ofTwoAtOnceOneDoesItAndTheOtherIsTold() throws Exception {
        Document page = visitor.page(circo.erun(), snow());
        var together = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both = List.of(
                    () -> {
                        together.await();
                        return visitor.as(circo.erun(), gesture(page)).getStatus();
                    },
                    () -> {
                        together.await();
                        return visitor.as(circo.ien(), gesture(page)).getStatus();
                    });
            assertThat(pool.invokeAll(both))
                    .extracting(answer -> answer.get())
                    .allMatch(status -> status == 302 || status == 409);
        } finally {
            pool.shutdownNow();
        }
        assertThat(traces(plans.find(plan.planId()).orElseThrow())).hasSize(2);
        assertThat(sessions.find(session.id()).orElseThrow().sequence()).isEqualTo(1);
    }

    @Test
    void twoSessionsExchangeTheirHoursAndTheirTrainerAndPeopleAreTakenOnceOnly() {
        List<Move> swap = swap(null);
        transaction.executeWithoutResult(done -> small.make(plans.held(plan.planId()), swap, "Essai", "Échange"));
        driver.runDue();
        assertThat(starts()).containsExactly("15:45", "14:00");
        long trainer = circo.cpc().id();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM occupation WHERE agent_id = ?")
                        .param(trainer)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(sessions.enrolments(session.id()))
                .allMatch(row -> row.state().isActive());
        assertThat(traces(plans.find(plan.planId()).orElseThrow())).hasSize(2);
    }

    @Test
    void whereOneCannotBeMovedNoneIs() {
        List<Move> swap = swap(LocalDate.of(2026, 11, 15)); // a Sunday, a few days away
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        done -> small.make(plans.held(plan.planId()), swap, "Essai", "Échange")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ligne 2")
                .hasMessageContaining("Rien n'a été fait");
        assertNothingMoved();
    }

    void assertNothingMoved() {
        assertThat(starts()).containsExactly("14:00", "15:45");
        assertThat(traces(plans.find(plan.planId()).orElseThrow())).isEmpty();
        assertThat(bundles.madeFor("/plans/" + plan.planId())).isEmpty();
    }

    /**
     * A second session of the same trainer and school, and both with each other's hours. @param day of the second;
     * null: its own
     */
    List<Move> swap(LocalDate day) {
        Map<Integer, PlannedSession> lines = new java.util.TreeMap<>();
        plans.sessions(plan.planId()).forEach(line -> lines.put(line.line(), line));
        assertThat(starts()).hasSize(2);
        return List.of(
                new Move(lines.get(1), at(lines.get(1), WEDNESDAY, LocalTime.of(15, 45))),
                new Move(lines.get(2), at(lines.get(2), day == null ? WEDNESDAY : day, LocalTime.of(14, 0))));
    }

    private static PlannedSession at(PlannedSession line, LocalDate day, LocalTime start) {
        return new PlannedSession(
                line.id(),
                line.planId(),
                line.line(),
                line.phase(),
                line.vagueRank(),
                line.moduleCode(),
                day,
                start,
                line.minutes(),
                line.place(),
                line.format(),
                line.capacity(),
                line.trainerKind(),
                line.trainerAgentId(),
                line.profiles(),
                line.seats(),
                line.expected());
    }

    private List<String> starts() {
        return sessions.ofProject(plan.projectId()).stream()
                .sorted(java.util.Comparator.comparing(TrainingSession::planLine))
                .map(each -> each.startsAt().toLocalTime().toString())
                .toList();
    }

    private List<String> traces(Plan one) {
        List<String> lines = new ArrayList<>();
        plans.moves(one.id()).stream()
                .filter(line -> Tolerance.WITHIN.equals(line.what()))
                .forEach(line -> lines.add(line.before() + " > " + line.after()));
        return lines;
    }

    private int closuresAndAbsences() {
        return jdbc.sql("SELECT COUNT(*) FROM trainer_absence WHERE agent_id = ?")
                .param(circo.cpc().id())
                .query(Integer.class)
                .single();
    }

    private String snow() {
        return evenement("?quoi=FERMETURE&ecoles=toutes&motif=Neige&du=" + WEDNESDAY);
    }

    private String evenement(String query) {
        return "/plans/" + plan.planId() + "/evenement" + query;
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder gesture(Document page) {
        return gesture(snow(), page);
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder gesture(
            String path, Document page) {
        return post(path)
                .param("vu", page.select("input[name=vu]").attr("value"))
                .param("geste", "tout-de-suite");
    }
}
