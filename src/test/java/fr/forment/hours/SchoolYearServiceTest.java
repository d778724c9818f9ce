package fr.forment.hours;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.people.AgentTimeline;
import fr.forment.people.Agents;
import fr.forment.people.ArrivalKind;
import fr.forment.people.ListSays;
import fr.forment.people.NewAgent;
import fr.forment.people.OnStaffDatabase;
import fr.forment.people.StaffDatabase;
import java.time.LocalDate;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The turn of the school year: past accounts stay, constellations end, once. */
class SchoolYearServiceTest extends OnStaffDatabase {

    private static final String LAST = "2025-2026";
    private static final String YEAR = "2026-2027";
    private static final String NEXT = "2027-2028";

    private HoursLedger hours;

    @BeforeEach
    void open() {
        hours = context.getBean(HoursLedger.class);
    }

    private Agent teacher(int quotity, boolean constellation) {
        return staff.register(
                        NewAgent.inSchool("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL)
                                .working(quotity, constellation),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
    }

    @Test
    void anotherSchoolYearBringsAnotherServiceAndEndsConstellations() {
        Agent claire = teacher(80, true);
        turnTo("2026-09-01T08:00:00Z");
        turnTo("2027-08-01T08:00:00Z");
        context.getBean(ListSays.class).service(claire.id(), 50, false);
        context.getBean(ListSays.class).function(claire, AgentFunction.DIRECTEUR, LocalDate.of(2027, 9, 1));
        Agent later = context.getBean(Agents.class).find(claire.id()).orElseThrow();

        assertThat(hours.account(later, YEAR))
                .extracting(HoursAccount::due, HoursAccount::constellation, HoursAccount::left)
                .containsExactly(864, true, 0);
        assertThat(hours.account(later, NEXT))
                .extracting(HoursAccount::due, HoursAccount::constellation, HoursAccount::left)
                .containsExactly(540, false, 180);
        assertThat(hours.account(later, LAST))
                .as("before anything is known: the nearest year, without constellation")
                .extracting(HoursAccount::due, HoursAccount::constellation)
                .containsExactly(864, false);
        assertThat(context.getBean(AgentTimeline.class).of(claire.id()))
                .extracting(JournalEntry::before)
                .contains("constellation " + YEAR);
    }

    @Test
    void aConstellationIsOfThisYearEvenBeforeTheYearTurnsAndTurningTwiceChangesNothing() {
        Agent claire = teacher(100, true);
        turnTo("2026-09-01T08:00:00Z");
        assertThat(hours.account(claire, NEXT).left()).isEqualTo(360);
        context.getBean(StaffDatabase.Instants.class).moveTo("2027-08-01T08:00:00Z");
        assertThat(hours.account(claire, YEAR).left())
                .as("not turned yet: the flag is last year's")
                .isZero();
        assertThat(hours.account(claire, NEXT).left()).isEqualTo(360);

        turnTo("2027-08-01T08:00:00Z");
        context.getBean(ListSays.class).service(claire.id(), 100, true);
        turnTo("2027-08-02T08:00:00Z");
        Agent again = context.getBean(Agents.class).find(claire.id()).orElseThrow();
        assertThat(hours.account(again, NEXT).left()).as("the new list says so").isZero();
        assertThat(hours.account(again, YEAR).left()).isZero();
    }

    @Test
    void twoNodesTurnTheYearOnceAndAFailureTurnsNothing() throws Exception {
        Agent claire = teacher(80, true);
        turnTo("2026-09-01T08:00:00Z");
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        context.getBean(StaffDatabase.Instants.class).moveTo("2027-08-01T08:00:00Z");
        TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
        transaction.executeWithoutResult(dies -> {
            context.getBean(SchoolYearService.class).turn();
            dies.setRollbackOnly();
        });
        assertThat(hours.account(claire, YEAR).constellation())
                .as("nothing was turned")
                .isTrue();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM past_service")
                        .query(Integer.class)
                        .single())
                .isZero();

        var together = new CyclicBarrier(2);
        var nodes = Executors.newFixedThreadPool(2);
        for (var node : nodes.invokeAll(Collections.nCopies(2, (Callable<Boolean>) () -> {
            together.await(10, TimeUnit.SECONDS);
            context.getBean(SchoolYearService.class).turn();
            return true;
        }))) {
            try {
                node.get();
            } catch (ExecutionException second) {
                assertThat(second.getCause()).isInstanceOf(DataAccessException.class);
            }
        }
        nodes.shutdownNow();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM past_service WHERE agent_id = ?")
                        .param(claire.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(context.getBean(AgentTimeline.class).of(claire.id()))
                .extracting(JournalEntry::before)
                .containsOnlyOnce("constellation " + YEAR);
    }

    private void turnTo(String instant) {
        context.getBean(StaffDatabase.Instants.class).moveTo(instant);
        context.getBean(SchoolYearService.class).turn();
    }
}
