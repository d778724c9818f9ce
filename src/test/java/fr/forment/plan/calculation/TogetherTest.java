package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.repair.HalfDayRepair;
import fr.forment.plan.calculation.repair.Repair;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sessions and half-days of others that are hit the same day share who is free, so that as few as possible move. */
class TogetherTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final long FREE_FOR_BOTH = 4;
    private static final long FREE_FOR_ONE = 5;

    private final PlanFacts facts = facts();

    private PlanFacts facts() {
        PlanFacts bare = new Circo()
                .schools(3, 3)
                .person(FREE_FOR_BOTH, AgentFunction.ERUN, null)
                .person(FREE_FOR_ONE, AgentFunction.ERUN, null)
                .vague(1, LocalDate.of(2027, 3, 1))
                .teacherModule("PEDA-1", 180, 20, 1, false)
                .teacherModule("PEDA-2", 90, 20, 1, false)
                .facts();
        Map<Long, Set<Certified>> able = new HashMap<>(Map.of(
                Circo.IEN,
                Set.of(),
                Circo.ERUN,
                may("PEDA-1"),
                Circo.CPC,
                may("PEDA-2"),
                FREE_FOR_BOTH,
                may("PEDA-1", "PEDA-2"),
                FREE_FOR_ONE,
                may("PEDA-1")));
        return bare.with(new Conditions(
                List.of(Absence.wholeDays(Circo.ERUN, DAY, DAY), Absence.wholeDays(Circo.CPC, DAY, DAY)),
                Map.of(),
                able,
                Map.of(),
                List.of(),
                Map.of(),
                List.of(
                        held(bare, 1, DAY, Circo.ERUN, "S00"),
                        // busier than the other one, who would be asked first
                        held(bare, 2, DAY.plusWeeks(2), FREE_FOR_ONE, "S02"))));
    }

    @Test
    void whoIsFreeForBothGoesWhereNobodyElseCan() {
        Draft hit = half(-1, DAY);
        Repair.Together found =
                Repair.of(facts, Weights.delivered(), Circo.FROM, Set.of(), List.of(hit), draft -> true);
        assertThat(found.halfDays().get(-1)).satisfies(half -> {
            assertThat(half.trainerId()).isEqualTo(FREE_FOR_BOTH);
            assertThat(half.day()).isEqualTo(DAY);
        });
        assertThat(found.repaired().byLine().get(1)).satisfies(session -> {
            assertThat(session.trainerId()).isEqualTo(FREE_FOR_ONE);
            assertThat(session.day()).isEqualTo(DAY);
        });
        assertThat(found.repaired().sessions()).as("half-days are no sessions").hasSize(2);
        assertThat(found.repaired().stuck()).isEmpty();
    }

    /** And the session on two dates keeps both. */
    @Test
    void whatWasAgreedIsTaken() {
        List<Draft> parts = List.of(half(-1, DAY), half(-2, DAY.plusWeeks(1)));
        Repair.Together found =
                Repair.of(facts, Weights.delivered(), Circo.FROM, Set.of(), parts.subList(0, 1), draft -> true);
        List<Draft> all = new ArrayList<>(found.repaired().sessions());
        all.addAll(parts);
        List<Draft> kept = new HalfDayRepair(facts, all, draft -> true, found.halfDays())
                .of(parts, Set.of(-1), Set.of())
                .orElseThrow();
        assertThat(kept).extracting(Draft::day).containsExactly(DAY, DAY.plusWeeks(1));
        assertThat(kept).extracting(Draft::trainerId).containsExactly(FREE_FOR_BOTH, Circo.CPC);
    }

    private static Set<Certified> may(String... modules) {
        return Stream.of(modules).map(code -> new Certified(code, null, null)).collect(Collectors.toSet());
    }

    private static Held held(PlanFacts facts, int line, LocalDate day, long trainer, String school) {
        return new Held(line, draft(facts, "PEDA-1", line, day, trainer, school), false, true);
    }

    private Draft half(int number, LocalDate day) {
        return draft(facts, "PEDA-2", number, day, Circo.CPC, "S01");
    }

    private static Draft draft(PlanFacts facts, String module, int line, LocalDate day, long trainer, String school) {
        return new Draft(
                1,
                facts.module(module).orElseThrow(),
                day,
                AFTERNOON,
                school,
                20,
                trainer,
                Set.of(Profile.ENSEIGNANT),
                Map.of(school, 3),
                3,
                line);
    }
}
