package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.PlanFollowUp.HeldHalfDay;
import fr.forment.plan.PlanFollowUp.Present;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a plan can be counted on, and on which day. */
class PlanFollowUpTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 2);

    /** Its old day is nobody's promise any more: it neither keeps a vague from opening nor lets it open. */
    @Test
    void aSessionWhoseDateIsSoughtHasNoLastDate() {
        assertThat(PlanFollowUp.lastDates(
                        Map.of(1, present(false, true), 2, present(true, false), 3, present(false, false)),
                        List.of(line(1), line(2), line(3), line(4))))
                .extracting(PlannedSession::line, PlannedSession::day)
                .containsExactly(tuple(3, DAY.plusWeeks(1)), tuple(4, DAY));
    }

    private static Present present(boolean cancelled, boolean undated) {
        return new Present(
                DAY.atTime(9, 0),
                "Rennes",
                7L,
                1,
                cancelled,
                undated,
                false,
                List.of(
                        new HeldHalfDay(DAY.atTime(9, 0), 90, 7L),
                        new HeldHalfDay(DAY.plusWeeks(1).atTime(9, 0), 90, 7L)));
    }

    private static PlannedSession line(int number) {
        return new PlannedSession(
                number,
                1,
                number,
                Phase.VAGUE,
                1,
                "PRES-ECOLE",
                DAY,
                LocalTime.of(9, 0),
                180,
                "Rennes",
                Format.PRESENTIEL,
                20,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                7L,
                Set.of(Profile.ENSEIGNANT),
                Map.of("0350001A", 5),
                5);
    }
}
