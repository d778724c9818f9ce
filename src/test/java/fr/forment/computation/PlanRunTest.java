package fr.forment.computation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanEditingService;
import fr.forment.plan.PlanService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.PlanningGround;
import fr.forment.plan.Plans;
import fr.forment.plan.SessionChange;
import fr.forment.plan.words.PlanDifference;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search for a better plan: asked for, worked on by a node or by another one, kept, let go, overtaken. */
@HouseTest
class PlanRunTest {

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    PlanService service;

    @Autowired
    PlanEditingService editing;

    @Autowired
    Plans plans;

    @Autowired
    PlanRunService searches;

    @Autowired
    PlanRuns runs;

    @Autowired
    RunHand hand;

    @Autowired
    RunReading reading;

    @Autowired
    Searching searching;

    @Autowired
    ComputedPlanService computed;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    private PlanningGround.Case made;
    private long plan;

    @BeforeEach
    void calculate() {
        searching.forgetAll();
        made = ground.projectWithNeeds();
        plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");
        people.as(made.circo().cpc());
    }

    @Test
    void findsAPlanThatWaitsForADecisionAndIsKept() {
        searches.ask(plan, true);
        assertThat(run().state()).isEqualTo(RunState.EN_ATTENTE);
        hand.work();

        PlanRun found = run();
        assertThat(found.state()).isEqualTo(RunState.TERMINE);
        assertThat(found.problem()).isNull();
        assertThat(reading.sessions(found)).isNotEmpty();
        assertThat(computed.basis(plan).blocking(reading.sessions(found)))
                .as("by the judge of the plan")
                .isEmpty();
        List<PlannedSession> before = plans.sessions(plan);
        searches.keep(plan, found.id());
        assertThat(PlanDifference.between(reading.sessions(found), plans.sessions(plan))
                        .isEmpty())
                .as("what was found is what stands")
                .isTrue();
        assertThat(plans.sessions(plan).stream()
                        .filter(session -> before.contains(session))
                        .count())
                .as("a session that is the same keeps its row")
                .isEqualTo(before.stream()
                        .filter(old -> reading.sessions(found).stream()
                                .anyMatch(now -> now.line() == old.line()
                                        && now.startsAt().equals(old.startsAt())
                                        && now.place().equals(old.place())
                                        && now.seats().equals(old.seats())))
                        .count());
        assertThat(plans.history(plan)).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("Plan calculé gardé");
            assertThat(entry.byWhom()).isEqualTo("a" + made.circo().cpc().id());
        });
        assertThat(runs.open(plan)).isEmpty();
        assertThat(run().state()).isEqualTo(RunState.GARDE);
        assertThat(jdbc.sql("SELECT seed FROM training_plan WHERE id = ?")
                        .param(plan)
                        .query(Long.class)
                        .single())
                .isEqualTo(found.seed());
    }

    /**
     * Their hours went elsewhere since. Nobody is seated beyond hours, so a plan found now seats fewer people than the
     * one that stands, which no longer holds; but only those without hours lose their seat, and the rule says whose.
     */
    @Test
    void takesSeatsFromThoseWithoutHoursAndFromNobodyElse() {
        spendAllHours();
        PlanBasis basis = computed.basis(plan);
        int before = seated(basis.sessions());
        int without = basis.blocking(basis.sessions()).size();
        assertThat(without).as("seats beyond hours are to be mended").isPositive();
        searches.ask(plan, true);
        hand.work();
        List<PlannedSession> found = reading.sessions(run());
        assertThat(basis.blocking(found)).isEmpty();
        assertThat(seated(found))
                .as("the teachers' seats, in what comes before the opening and in what may wait")
                .isEqualTo(before - teachersSeats(basis.sessions()))
                .isLessThan(before);
    }

    /** Where somebody chose so, what must precede the opening keeps its people. */
    @Test
    void takesNoSeatBeforeTheOpeningWhereSomebodyChoseToGoBeyondHours() {
        jdbc.sql("UPDATE training_plan SET beyond_hours = 'Sans quoi l''école n''ouvre pas' WHERE id = ?")
                .param(plan)
                .update();
        spendAllHours();
        PlanBasis basis = computed.basis(plan);
        int compulsory = seated(basis.sessions().stream()
                .filter(session -> session.moduleCode().equals("PRES-ECOLE"))
                .toList());
        searches.ask(plan, true);
        hand.work();
        assertThat(seated(reading.sessions(run()).stream()
                        .filter(session -> session.moduleCode().equals("PRES-ECOLE"))
                        .toList()))
                .isEqualTo(compulsory)
                .isPositive();
        assertThat(reading.sessions(run()))
                .noneMatch(session -> session.moduleCode().equals("PEDA-1"));
    }

    private void spendAllHours() {
        made.circo().teachers().forEach(teacher -> jdbc.sql(
                        "INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state)"
                                + " VALUES (?, '2026-2027', ?, 600, 'OUTSIDE')")
                .params(teacher.id(), "essai:" + teacher.id())
                .update());
    }

    /** Two teachers a school; the third place of each school in PRES-ECOLE is its director's. */
    private int teachersSeats(List<PlannedSession> sessions) {
        return sessions.stream()
                .filter(session -> List.of("PRES-ECOLE", "PEDA-1").contains(session.moduleCode()))
                .flatMap(session -> session.seats().values().stream())
                .mapToInt(people -> Math.min(2, people))
                .sum();
    }

    private static int seated(List<PlannedSession> sessions) {
        return sessions.stream().mapToInt(PlannedSession::expected).sum();
    }

    @Test
    void changesNothingWhenItIsLetGo() {
        List<PlannedSession> before = plans.sessions(plan);
        searches.ask(plan, true);
        hand.work();
        searches.drop(plan, run().id());
        assertThat(plans.sessions(plan)).isEqualTo(before);
        assertThat(run().best()).as("nothing is kept of it").isNull();
        searches.ask(plan, true);
        assertThat(run().state()).as("another one may follow").isEqualTo(RunState.EN_ATTENTE);
        searches.drop(plan, run().id());
        hand.work();
        assertThat(run().state()).as("before it began").isEqualTo(RunState.ABANDONNE);
    }

    @Test
    void sameFactsAndSeedAndStepsGiveTheSamePlan() {
        searches.ask(plan, true);
        hand.work();
        String once = run().best();
        searches.drop(plan, run().id());
        searching.forgetAll();
        searches.ask(plan, true);
        hand.work();
        assertThat(run().best()).isEqualTo(once);
    }

    @Test
    void oneAtATimePerVersion() {
        searches.ask(plan, true);
        refuses(() -> searches.ask(plan, true), "est déjà demandé");
        hand.work();
        refuses(() -> searches.ask(plan, true), "est déjà demandé");
        PlanRun found = run();
        searches.keep(plan, found.id());
        refuses(() -> searches.keep(plan, found.id()), "n'est plus à décider");
        refuses(() -> searches.drop(plan, found.id()), "n'est plus à décider");
        searches.ask(plan, true);
        refuses(() -> searches.keep(plan, found.id()), "n'est plus à décider");
        refuses(() -> searches.keep(plan, run().id()), "n'a pas encore trouvé de plan");
    }

    /** Each in a thread of his own, all at the same moment. */
    @Test
    void oneOfManyWhoActAtOnceIsHeard() throws Exception {
        assertThat(atOnce(6, () -> searches.ask(plan, true)))
                .as("searches begun")
                .isEqualTo(1);
        hand.work();
        long found = run().id();
        List<PlannedSession> sessions = reading.sessions(run());
        assertThat(atOnce(6, () -> searches.keep(plan, found)))
                .as("who kept it")
                .isEqualTo(1);
        assertThat(PlanDifference.between(sessions, plans.sessions(plan)).isEmpty())
                .isTrue();
        assertThat(plans.history(plan))
                .filteredOn(entry -> entry.what().equals("Plan calculé gardé"))
                .hasSize(1);
    }

    /** How many were not refused; any other answer than a refusal fails. */
    private int atOnce(int many, Runnable act) throws Exception {
        var start = new CountDownLatch(1);
        ExecutorService all = Executors.newFixedThreadPool(many);
        try {
            List<Future<Boolean>> answers = IntStream.range(0, many)
                    .mapToObj(n -> all.submit(() -> {
                        start.await();
                        people.as(made.circo().cpc());
                        try {
                            act.run();
                            return true;
                        } catch (Refusal refused) {
                            return false;
                        }
                    }))
                    .toList();
            start.countDown();
            int heard = 0;
            for (Future<Boolean> answer : answers) {
                heard += answer.get() ? 1 : 0;
            }
            return heard;
        } finally {
            all.shutdownNow();
        }
    }

    @Test
    void aNodeThatStopsTakesNothingUp() {
        searches.ask(plan, true);
        hand.stop();
        try {
            hand.work();
            assertThat(run().state()).isEqualTo(RunState.EN_ATTENTE);
        } finally {
            hand.start();
        }
        hand.work();
        assertThat(run().state()).isEqualTo(RunState.TERMINE);
    }

    @Test
    void othersWaitInTheOrderTheyCame() {
        long second = service.begin(ground.projectWithNeeds().number()).id();
        driver.theCase("trainingPlan", second).waitsAt("comment");
        searches.ask(plan, true);
        searches.ask(second, true);
        assertThat(runs.before(run())).isZero();
        assertThat(runs.before(runs.open(second).orElseThrow())).isEqualTo(1);
        hand.work();
        assertThat(run().state()).isEqualTo(RunState.TERMINE);
        assertThat(runs.open(second).orElseThrow().state()).isEqualTo(RunState.TERMINE);
    }

    @Test
    void leavesPinnedSessionsWhereTheyAre() {
        PlannedSession session = plans.sessions(plan).stream()
                .filter(each -> each.moduleCode().equals("PEDA-1"))
                .findFirst()
                .orElseThrow();
        editing.change(
                plan,
                session.line(),
                new SessionChange(
                        LocalDate.of(2027, 1, 6),
                        session.start(),
                        "Laillé",
                        made.circo().erun().id(),
                        25),
                now -> {});
        assertThat(plans.pinned(plan)).as("what a person placed").containsExactly(session.line());
        searches.ask(plan, true);
        hand.work();
        assertThat(run().problem()).isNull();
        assertThat(reading.sessions(run()))
                .filteredOn(each -> each.line() == session.line())
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.day()).isEqualTo(LocalDate.of(2027, 1, 6));
                    assertThat(kept.place()).isEqualTo("Laillé");
                });
        searches.keep(plan, run().id());
        assertThat(plans.pinned(plan)).as("still").containsExactly(session.line());
    }

    @Test
    void saysWhichPinsContradictEachOther() {
        List<PlannedSession> two = plans.sessions(plan).stream()
                .filter(each -> each.trainerAgentId() != null)
                .limit(2)
                .toList();
        two.forEach(each -> editing.pin(plan, each.line(), true));
        jdbc.sql("UPDATE planned_session SET held_on = ?, starts_at = ?, trainer_agent_id = ? WHERE id = ?")
                .params(
                        two.get(0).day(),
                        two.get(0).start(),
                        two.get(0).trainerAgentId(),
                        two.get(1).id())
                .update();
        refuses(
                () -> searches.ask(plan, true),
                "le formateur est déjà pris à cette heure par la session de la ligne "
                        + two.get(1).line());
        searches.ask(plan, false);
        editing.pin(plan, two.get(0).line(), false);
        assertThat(plans.pinned(plan)).containsExactly(two.get(1).line());
        assertThat(plans.history(plan)).last().satisfies(entry -> assertThat(entry.what())
                .isEqualTo("Session rendue au calcul"));
    }

    @Test
    void neverOverwritesWhatSomebodyChangedMeanwhile() {
        searches.ask(plan, true);
        hand.work();
        PlannedSession session = plans.sessions(plan).get(0);
        assertThat(reading.isAsItWas(run())).isTrue();
        editing.remove(plan, session.line(), now -> {});
        assertThat(reading.isAsItWas(run())).isFalse();
        List<PlannedSession> edited = plans.sessions(plan);
        refuses(() -> searches.keep(plan, run().id()), "effacerait son travail");
        assertThat(plans.sessions(plan)).isEqualTo(edited);
        assertThat(run().state()).as("it still waits for a decision").isEqualTo(RunState.TERMINE);
    }

    @Test
    void saysWhatChangedSinceAndJudgesAnew() {
        searches.ask(plan, true);
        hand.work();
        assertThat(reading.changedSince(run())).isEmpty();
        jdbc.sql(
                        "UPDATE need_line SET people = 1 WHERE campaign_id = (SELECT id FROM campaign WHERE project_id = ?) AND module_code = 'PEDA-1'")
                .param(made.number())
                .update();
        assertThat(reading.changedSince(run())).containsExactly("les besoins");
        jdbc.sql("UPDATE school SET state = 'FERME' WHERE uai = ?")
                .param(made.school(0))
                .update();
        assertThat(reading.changedSince(run())).containsExactly("les écoles", "les besoins");
        jdbc.sql("UPDATE planned_session SET place = 'Bruz' WHERE plan_id = ? AND place = ?")
                .params(plan, made.school(0))
                .update();
    }

    @Test
    void isOverOnceTheVersionIsSubmitted() {
        searches.ask(plan, true);
        hand.work();
        driver.theCase("trainingPlan", plan).fires("consultationClosed").waitsAt("approve");
        List<PlannedSession> submitted = plans.sessions(plan);
        refuses(() -> searches.keep(plan, run().id()), "Cette version ne se modifie plus (soumis à l'IEN)");
        assertThat(plans.sessions(plan)).isEqualTo(submitted);
        refuses(() -> searches.ask(plan, true), "Cette version ne se modifie plus");
    }

    @Test
    void aSearchOfAVersionSubmittedMeanwhileEndsByItself() {
        searches.ask(plan, true);
        driver.theCase("trainingPlan", plan).fires("consultationClosed").waitsAt("approve");
        hand.work();
        assertThat(run().state()).isEqualTo(RunState.ABANDONNE);
        assertThat(run().problem()).contains("a quitté l'étape");
    }

    @Test
    void anotherNodeGoesOnWhenTheFirstOneDied() {
        searches.ask(plan, true);
        PlanRun dead = searching.halfDone(plan);
        hand.work();
        assertThat(run().worker()).as("it lives: nobody else touches it").isEqualTo(dead.worker());
        assertThat(run().hasPlan()).as("and everybody sees what it found").isTrue();
        searching.dies();
        assertThat(run().lost()).isTrue();
        assertThat(run().hasPlan()).isTrue();
        hand.work();
        assertThat(run().state()).isEqualTo(RunState.TERMINE);
        assertThat(run().wasResumed()).isTrue();
        assertThat(run().hasPlan()).isTrue();
        assertThat(runs.beat(dead, 20_000))
                .as("the dead one comes back: too late")
                .isFalse();
        assertThat(runs.better(dead, 7, 20_000, "{}", "[]", 1)).isFalse();
        runs.end(dead, "x");
        assertThat(run().problem()).isNull();
        searches.keep(plan, dead.id());
    }

    @Test
    void whatWasFoundFromOtherFactsIsNotGoneOnWith() {
        searches.ask(plan, true);
        searching.halfDone(plan);
        searching.dies();
        editing.remove(plan, plans.sessions(plan).get(0).line(), now -> {});
        hand.work();
        assertThat(reading.isAsItWas(run()))
                .as("begun anew from the plan as it is")
                .isTrue();
        searches.keep(plan, run().id());
    }

    @Test
    void whatStopsEveryNodeIsGivenUp() {
        searches.ask(plan, true);
        for (int i = 0; i < 4; i++) {
            runs.take("dead" + i, "node").orElseThrow();
            jdbc.sql("UPDATE plan_run SET lease_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND")
                    .update();
        }
        hand.work();
        assertThat(run().state()).isEqualTo(RunState.ECHEC);
        assertThat(run().problem()).contains("interrompu plusieurs fois");
        searches.ask(plan, true);
        hand.work();
        assertThat(run().state()).as("another one may be tried").isEqualTo(RunState.TERMINE);
    }

    @Test
    void whoeverDecidesTakesItOutOfTheHandThatWorksOnIt() {
        searches.ask(plan, true);
        PlanRun worked = searching.halfDone(plan);
        searches.keep(plan, worked.id());
        assertThat(runs.beat(worked, 1_000))
                .as("it learns so at its next sign of life")
                .isFalse();
        assertThat(run().state()).isEqualTo(RunState.GARDE);
    }

    private PlanRun run() {
        return runs.latest(plan).orElseThrow();
    }

    private static void refuses(Runnable act, String message) {
        assertThatThrownBy(act::run).isInstanceOf(Refusal.class).hasMessageContaining(message);
    }
}
