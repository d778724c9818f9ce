package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.french.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was submitted never changes: each writer is refused in each state, and no table of the version moves. */
@HouseTest
class PlanVersionsTest {

    private static final List<String> TABLES = List.of(
            "planned_session WHERE plan_id = ? ORDER BY id",
            "planned_session_school WHERE planned_session IN (SELECT id FROM planned_session WHERE plan_id = ?) ORDER BY 1, 2",
            "plan_need WHERE plan_id = ? ORDER BY 2, 3, 4",
            "plan_load WHERE plan_id = ? ORDER BY 2",
            "plan_lack WHERE plan_id = ? ORDER BY 2, 3, 4",
            "plan_warning WHERE plan_id = ? ORDER BY 2",
            "plan_price WHERE plan_id = ? ORDER BY 2",
            "plan_cost_line WHERE plan_id = ? ORDER BY 2");

    @Autowired
    ProcessDriver driver;

    @Autowired
    PlanningGround ground;

    @Autowired
    TestGround people;

    @Autowired
    PlanService service;

    @Autowired
    PlanEditingService editing;

    @Autowired
    PlanDecisionService decisions;

    @Autowired
    AmendmentService amendments;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noWriterChangesAVersionOnceSubmitted() {
        PlanningGround.Case made = ground.projectWithNeeds();
        long plan = service.begin(made.number()).id();
        TheCase theCase = driver.theCase("trainingPlan", plan).waitsAt("comment");
        people.as(made.circo().cpc());
        theCase.completes("comment", Map.of("remark", "", "about", "", "choice", "soumettre"))
                .waitsAt("approve");
        Object submitted = contents(plan);
        refusesAllWriters(plan, PlanState.SOUMIS);

        theCase.completes("approve", Map.of("decision", "renvoyer", "remarks", "À revoir"))
                .waitsAt("revise");
        refusesAllWriters(plan, PlanState.A_REVISER);
        long second = plans.current(plan).orElseThrow().id();
        PlannedSession line = plans.sessions(second).get(0);
        editing.remove(second, line.line(), now -> {});
        theCase.completes("revise", Map.of("note", "")).waitsAt("approve");
        Object revised = contents(second);
        theCase.completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();
        refusesAllWriters(second, PlanState.APPROUVE);

        Plan amendment = amendments.prepare(second, "Salle indisponible");
        editing.remove(amendment.id(), plans.sessions(amendment.id()).get(0).line(), now -> {});
        driver.theCase("trainingPlan", amendment.id())
                .completes("revise", Map.of("note", ""))
                .completes("approve", Map.of("decision", "approuverAvecDepassement", "remarks", ""))
                .isEnded();
        refusesAllWriters(second, PlanState.REMPLACE);

        assertThat(contents(plan)).as("as it was submitted").isEqualTo(submitted);
        assertThat(contents(second)).as("as it was submitted").isEqualTo(revised);
    }

    private void refusesAllWriters(long plan, PlanState state) {
        assertThat(plans.find(plan).orElseThrow().state()).isEqualTo(state);
        Object before = contents(plan);
        PlannedSession line = plans.sessions(plan).get(0);
        var change = new SessionChange(line.day().plusDays(7), line.start(), line.place(), null, line.capacity());
        var added = new NewPlannedSession(line.moduleCode(), line.vagueRank(), Set.copyOf(line.schoolUais()), change);
        List<ThrowingCallable> writers = List.of(
                () -> editing.change(plan, line.line(), change, now -> {}),
                () -> editing.remove(plan, line.line(), now -> {}),
                () -> editing.add(plan, added),
                () -> plans.editable(plan),
                () -> amendments.abandon(plan));
        assertThat(writers).allSatisfy(writer -> assertThatThrownBy(writer).isInstanceOf(Refusal.class));
        assertThat(contents(plan)).isEqualTo(before);
    }

    private Object contents(long plan) {
        return TABLES.stream()
                .map(table ->
                        jdbc.sql("SELECT * FROM " + table).param(plan).query().listOfRows())
                .toList();
    }
}
