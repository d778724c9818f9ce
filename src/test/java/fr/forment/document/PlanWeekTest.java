package fr.forment.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.document.PlanWeek.Day;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Weeks without anything are told together, in one line, with the holidays among them. */
class PlanWeekTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void weeksWithoutSessionsAreFolded() {
        List<PlanWeek> weeks = List.of(
                held(MONDAY),
                empty(MONDAY.plusWeeks(1), null),
                empty(MONDAY.plusWeeks(2), null),
                empty(MONDAY.plusWeeks(3), null),
                empty(MONDAY.plusWeeks(4), "Vacances de Noël"),
                empty(MONDAY.plusWeeks(5), "Vacances de Noël"),
                held(MONDAY.plusWeeks(6)),
                held(MONDAY.plusWeeks(7)));
        assertThat(PlanWeek.folded(weeks))
                .extracting(
                        row -> row.week().monday(), PlanWeek.Row::weeks, PlanWeek.Row::until, PlanWeek.Row::holidays)
                .containsExactly(
                        tuple(MONDAY, 1, MONDAY.plusDays(6), List.of()),
                        tuple(MONDAY.plusWeeks(1), 5, MONDAY.plusWeeks(6).minusDays(1), List.of("Vacances de Noël")),
                        tuple(MONDAY.plusWeeks(6), 1, MONDAY.plusWeeks(7).minusDays(1), List.of()),
                        tuple(MONDAY.plusWeeks(7), 1, MONDAY.plusWeeks(8).minusDays(1), List.of()));
        assertThat(PlanWeek.folded(weeks).get(1).told())
                .isEqualTo("Aucune session du 30 novembre 2026 au 3 janvier 2027 (Vacances de Noël)");
    }

    private static PlanWeek empty(LocalDate monday, String off) {
        return new PlanWeek(monday, off, List.of(new Day(monday, off != null, List.of())));
    }

    private static PlanWeek held(LocalDate monday) {
        PlannedSession session = new PlannedSession(
                1L,
                1L,
                1,
                Phase.VAGUE,
                1,
                "PEDA-1",
                monday,
                LocalTime.of(17, 0),
                90,
                "Bruz",
                Format.PRESENTIEL,
                20,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                null,
                Set.of(Profile.ENSEIGNANT),
                Map.of(),
                10);
        return new PlanWeek(monday, null, List.of(new Day(monday, false, List.of(session))));
    }
}
