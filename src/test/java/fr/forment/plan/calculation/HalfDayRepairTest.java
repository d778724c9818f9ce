package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Profile;
import fr.forment.plan.calculation.repair.HalfDayRepair;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Of a session on two dates only what cannot be held changes, and as little of it as there is. */
class HalfDayRepairTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 2);
    private static final LocalDate SECOND = LocalDate.of(2026, 12, 9);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

    private final PlanFacts facts = new Circo()
            .schools(2, 3)
            .vague(1, LocalDate.of(2027, 3, 1))
            .teacherModule("PEDA-1", 180, 20, 1, false)
            .facts();

    private final List<Draft> parts = List.of(part(-1, FIRST), part(-2, SECOND));

    @Test
    void anotherPersonComesBeforeAnotherDay() {
        List<Draft> found = repaired(draft -> !isOn(draft, SECOND) || draft.trainerId() != Circo.CPC, false)
                .orElseThrow();
        assertThat(found.get(0)).isEqualTo(parts.get(0));
        assertThat(found.get(1).day()).isEqualTo(SECOND);
        assertThat(found.get(1).start()).isEqualTo(AFTERNOON);
        assertThat(found.get(1).trainerId()).isNotNull().isNotEqualTo(Circo.CPC);
    }

    @Test
    void theNearestDayIsTakenAndTheOtherDateStays() {
        List<Draft> found = repaired(draft -> !isOn(draft, SECOND), false).orElseThrow();
        assertThat(found).hasSize(2).contains(parts.get(0));
        assertThat(found)
                .filteredOn(draft -> draft.line() == -2)
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.day()).isNotEqualTo(SECOND).isNotEqualTo(FIRST);
                    assertThat(moved.day()).isBetween(SECOND.minusDays(7), SECOND.plusDays(7));
                    assertThat(moved.place()).isEqualTo(parts.get(0).place());
                    assertThat(moved.module().minutes()).isEqualTo(90);
                });
        assertThat(found).isSortedAccordingTo(Comparator.comparing(Draft::day));
    }

    @Test
    void aDateThatHasBegunStays() {
        assertThat(repaired(draft -> !isOn(draft, SECOND), true)).isEmpty();
        assertThat(repaired(draft -> !isOn(draft, SECOND) || draft.trainerId() != Circo.CPC, true))
                .isPresent();
    }

    @Test
    void whereNothingHoldsNothingIsFound() {
        assertThat(repaired(draft -> false, false)).isEmpty();
    }

    /** What one session took is nobody's for the next. */
    @Test
    void whatWasFoundStandsForTheNextSession() {
        var repair = new HalfDayRepair(facts, parts, draft -> !isOn(draft, SECOND), Map.of());
        Draft moved = repair.of(parts, Set.of(-2), Set.of()).orElseThrow().stream()
                .filter(draft -> draft.line() == -2)
                .findFirst()
                .orElseThrow();
        List<Draft> others = List.of(part(-3, SECOND));
        Optional<List<Draft>> found = repair.of(others, Set.of(-3), Set.of());
        assertThat(found.orElseThrow()).as("the same school is taken that day").noneMatch(draft -> draft.day()
                .equals(moved.day()));
    }

    private Optional<List<Draft>> repaired(Predicate<Draft> holds, boolean datesStay) {
        return new HalfDayRepair(facts, parts, holds, Map.of())
                .of(parts, Set.of(-2), datesStay ? Set.of(-2) : Set.of());
    }

    private static boolean isOn(Draft draft, LocalDate day) {
        return draft.day().equals(day);
    }

    private Draft part(int number, LocalDate day) {
        return new Draft(
                1,
                facts.module("PEDA-1").orElseThrow().lasting(90),
                day,
                AFTERNOON,
                "Bruz",
                20,
                Circo.CPC,
                Set.of(Profile.ENSEIGNANT),
                Map.of("S00", 3),
                3,
                number);
    }
}
