package fr.forment.hours;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.SECOND_SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.ArrivalKind;
import fr.forment.people.ListSays;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffDatabase;
import fr.forment.people.StaffService;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Whatever happens to a person's hours, in whatever order and however often it is told, the account agrees with a plain
 * list of what is true, and what is left and what was taken make the share. The seeds are fixed: a failure can be run
 * again.
 */
class HoursPropertiesTest {

    private static final List<String> YEARS = List.of("2025-2026", "2026-2027", "2027-2028");
    private static final int STEPS = 120;

    /** What is true of one source. */
    private record Truth(String year, HoursState state, int minutes) {}

    private final Map<String, Truth> truth = new HashMap<>();
    private Random chance;
    private HoursLedger hours;
    private long claire;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void leftAndTakenMakeTheShareWhateverHappens(long seed) {
        chance = new Random(seed);
        try (AnnotationConfigApplicationContext context = StaffDatabase.inMemory()) {
            hours = context.getBean(HoursLedger.class);
            StaffService staff = context.getBean(StaffService.class);
            Agents agents = context.getBean(Agents.class);
            claire = staff.register(
                            NewAgent.inSchool("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL),
                            ArrivalKind.ALREADY_THERE)
                    .orElseThrow()
                    .id();
            for (int step = 0; step < STEPS; step++) {
                switch (chance.nextInt(8)) {
                    case 0, 1, 2 -> plan();
                    case 3 -> done();
                    case 4 -> excuse();
                    case 5 -> outside(context.getBean(OutsideHoursService.class), context.getBean(HoursLines.class));
                    case 6 ->
                        context.getBean(ListSays.class)
                                .service(
                                        claire,
                                        List.of(100, 80, 75, 50).get(chance.nextInt(4)),
                                        chance.nextInt(4) == 0);
                    default ->
                        staff.move(claire, chance.nextBoolean() ? FIRST_SCHOOL : SECOND_SCHOOL, StaffDatabase.TODAY);
                }
                check(agents.find(claire).orElseThrow(), step);
            }
            staff.leave(claire, StaffDatabase.TODAY);
            check(agents.find(claire).orElseThrow(), STEPS);
        }
    }

    private void plan() {
        String key = key();
        String year = year();
        int minutes = minutes();
        for (int told = 0; told <= chance.nextInt(3); told++) {
            hours.plan(claire, year, minutes, key);
        }
        Truth before = truth.get(key);
        if (before == null || before.state() == HoursState.PLANNED) {
            truth.put(key, new Truth(year, HoursState.PLANNED, minutes));
        }
    }

    private void done() {
        String key = key();
        Truth after = new Truth(year(), HoursState.DONE, minutes());
        hours.done(claire, after.year(), after.minutes(), key);
        hours.done(claire, after.year(), after.minutes(), key);
        truth.put(key, after);
    }

    private void excuse() {
        String key = key();
        String year = year();
        hours.excuse(claire, year, key);
        truth.put(
                key,
                new Truth(
                        year,
                        HoursState.EXCUSED,
                        truth.containsKey(key) ? truth.get(key).minutes() : 0));
    }

    private void outside(OutsideHoursService outside, HoursLines lines) {
        LocalDate day = LocalDate.of(2025, 9, 1).plusDays(chance.nextInt(1000));
        UUID form = new UUID(0, chance.nextInt(6));
        String key = "outside:" + form;
        OutsideHours some = new OutsideHours(key, day, minutes());
        try {
            if (outside.add(claire, form, some)) {
                truth.put(key, new Truth(yearOf(day), HoursState.OUTSIDE, some.minutes()));
            } else {
                correctOrWithdraw(outside, lines, key, some);
            }
        } catch (Refusal no) {
            assertThat(no.getMessage())
                    .as("only days of other years are refused")
                    .contains("ni de cette année scolaire");
            assertThat(yearOf(day)).isIn("2027-2028", "2028-2029");
        }
    }

    private void correctOrWithdraw(OutsideHoursService outside, HoursLines lines, String key, OutsideHours some) {
        Truth before = truth.get(key);
        HoursLine line = lines.of(claire, before.year()).stream()
                .filter(HoursLine::isOutside)
                .filter(each -> each.label().equals(key))
                .findFirst()
                .orElseThrow();
        if (chance.nextBoolean()) {
            outside.withdraw(claire, line.id(), line.version());
            truth.remove(key);
        } else {
            outside.correct(claire, line.id(), line.version(), some);
            truth.put(key, new Truth(yearOf(some.day()), HoursState.OUTSIDE, some.minutes()));
        }
    }

    private void check(Agent agent, int step) {
        for (String year : YEARS) {
            HoursAccount account = hours.account(agent, year);
            assertThat(account.left() + account.taken())
                    .as("step %d, %s", step, year)
                    .isEqualTo(account.share());
            assertThat(List.of(account.planned(), account.done(), account.excused(), account.outside()))
                    .as("step %d, %s", step, year)
                    .containsExactly(
                            sum(year, HoursState.PLANNED),
                            sum(year, HoursState.DONE),
                            sum(year, HoursState.EXCUSED),
                            sum(year, HoursState.OUTSIDE));
            assertThat(hours.entMinutesLeft(agent.id(), year)).isEqualTo(account.left());
        }
    }

    private int sum(String year, HoursState state) {
        return truth.values().stream()
                .filter(each -> each.year().equals(year) && each.state() == state)
                .mapToInt(Truth::minutes)
                .sum();
    }

    private String key() {
        return "session:" + chance.nextInt(12);
    }

    private String year() {
        return YEARS.get(chance.nextInt(10) < 8 ? 1 : chance.nextInt(3));
    }

    private int minutes() {
        return 15 * (1 + chance.nextInt(12));
    }

    private static String yearOf(LocalDate day) {
        int start = day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1;
        return start + "-" + (start + 1);
    }
}
