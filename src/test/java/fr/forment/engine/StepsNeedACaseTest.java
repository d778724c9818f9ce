package fr.forment.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever gets an expression to the engine, by whatever way, reaches no step with it: there is no case. */
@HouseTest
@Tag("attack")
class StepsNeedACaseTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    TasklistSetup tasklist;

    @Autowired
    WrittenFilters written;

    @Autowired
    JdbcClient sql;

    @AfterEach
    void drop() {
        sql.sql("DELETE FROM ACT_RU_FILTER WHERE NAME_ = 'Essai'").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${departureSteps.who('1')}",
                "#{departureSteps.presumeGone('1')}",
                "${departureSteps.who(currentUser())}",
                "a${departureSteps.who('1')}b",
                "${departureSteps['who']('1')}",
                "${empty departureSteps.who('1')}",
                "${departureSteps.who('1') == 'x' ? 'a' : 'b'}",
                "${S('{}')}",
                "${XML('<a/>')}",
                "${now().getClass()}"
            })
    void aQueryRunsNoStep(String expression) {
        List<TaskQuery> queries = List.of(
                tasks.createTaskQuery().taskAssigneeExpression(expression),
                tasks.createTaskQuery().or().taskAssigneeExpression(expression).endOr(),
                tasks.createTaskQuery().taskCandidateGroupExpression(expression),
                tasks.createTaskQuery().processInstanceBusinessKeyExpression(expression));
        for (TaskQuery query : queries) {
            assertThatThrownBy(query::count).as(expression).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(query::list).as(expression).isInstanceOf(RuntimeException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${departureSteps.who('1')}",
                "#{departureSteps.presumeGone('1')}",
                "${departureSteps.who(currentUser())}",
                "${empty departureSteps.who('1')}",
                "${departureSteps.who('1') == 'x' ? 'a' : 'b'}",
                "${now().getClass()}"
            })
    void nothingRunsAStepWithoutACaseEvenWhereQueriesMayHoldExpressions(String expression) {
        assertThatThrownBy(() -> withoutACase(expression)).hasStackTraceContaining("A model may not use");
    }

    @Test
    void whoIsSignedInAndWhichDayItIsMayStillBeAsked() {
        identity.setAuthentication("somebody", List.of("ien.0350743T"));
        try {
            assertThat(withoutACase("${ currentUser() }")).isEqualTo("somebody");
            assertThat(withoutACase("${ currentUserGroups() }")).isEqualTo(List.of("ien.0350743T"));
            assertThat(withoutACase("${ now() }")).isInstanceOf(Date.class);
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void aFilterThatTheApplicationDidNotWriteIsNotStored() {
        Filter own =
                filters.newTaskFilter("Essai").setQuery(tasks.createTaskQuery().taskName("x"));
        assertThatThrownBy(() -> filters.saveFilter(own)).hasMessageContaining("ceux de FormENT");
        Filter ours = filters.createFilterQuery().filterName("Mes tâches").singleResult();
        ours.setQuery(tasks.createTaskQuery().taskAssigneeExpression("${departureSteps.who('1')}"));
        assertThatThrownBy(() -> filters.saveFilter(ours)).hasMessageContaining("ceux de FormENT");
    }

    @Test
    void aFilterThatWasChangedInTheTableIsNotExecutedAndIsWrittenAnewAtTheNextStart() {
        String id = filters.createFilterQuery()
                .filterName("Mes tâches")
                .singleResult()
                .getId();
        String before = stored(id);
        sql.sql("UPDATE ACT_RU_FILTER SET QUERY_ = ? WHERE ID_ = ?")
                .params("{\"orQueries\":[{\"assigneeExpression\":\"${departureSteps.who('1')}\"}]}", id)
                .update();
        try {
            for (Runnable way : List.<Runnable>of(
                    () -> filters.list(id),
                    () -> filters.count(id),
                    () -> filters.singleResult(id),
                    () -> filters.list(id, tasks.createTaskQuery().taskName("x")))) {
                assertThatThrownBy(way::run).hasMessageContaining("celui de FormENT");
            }
        } finally {
            tasklist.filter("Mes tâches", "Tout ce qui vous attend", 0, List.of(), null, null);
        }
        assertThat(stored(id)).isEqualTo(before);
        assertThat(filters.getFilter(id)).matches(written::isUnchanged);
    }

    @Test
    void aFilterFromElsewhereIsDroppedAtTheNextStartAndNotExecutedBefore() {
        sql.sql(
                        "INSERT INTO ACT_RU_FILTER (ID_, REV_, RESOURCE_TYPE_, NAME_, OWNER_, QUERY_, PROPERTIES_) VALUES ('essai', 1, 'Task', 'Essai', null, '{}', '{}')")
                .update();
        sql.sql(
                        "INSERT INTO ACT_RU_FILTER (ID_, REV_, RESOURCE_TYPE_, NAME_, OWNER_, QUERY_, PROPERTIES_) VALUES ('twin', 1, 'Task', 'Mes tâches', null, '{}', '{}')")
                .update();
        assertThatThrownBy(() -> filters.list("essai")).hasMessageContaining("celui de FormENT");
        assertThatThrownBy(() -> filters.list("twin")).hasMessageContaining("celui de FormENT");
        tasklist.filter("Mes tâches", "Tout ce qui vous attend", 0, List.of(), null, null);
        tasklist.dropOtherFilters();
        assertThat(filters.createFilterQuery().filterName("Essai").count()).isZero();
        assertThat(filters.createFilterQuery().filterName("Mes tâches").count()).isOne();
        assertThat(filters.createFilterQuery().list()).isNotEmpty().allMatch(written::isUnchanged);
    }

    /** As the engine evaluates what stands in a query. */
    private Object withoutACase(String expression) {
        return engine.getCommandExecutorTxRequired().execute(command -> engine.getExpressionManager()
                .createExpression(expression)
                .getValue(null));
    }

    private String stored(String id) {
        return sql.sql("SELECT QUERY_ FROM ACT_RU_FILTER WHERE ID_ = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
