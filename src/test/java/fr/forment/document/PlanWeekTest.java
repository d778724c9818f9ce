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

    /** Four meetings of one module are one line to unfold; three sessions are three lines. */
    @Test
    void manySessionsOfAModuleOnADayAreToldAsOne() {
        List<PlannedSession> sessions = List.of(
                session(1, "PRES-PARENTS"),
                session(2, "PEDA-1"),
                session(3, "PRES-PARENTS"),
                session(4, "PEDA-1"),
                session(5, "PRES-PARENTS"),
                session(6, "PEDA-1"),
                session(7, "PRES-PARENTS"));
        assertThat(new Day(MONDAY, false, sessions)
                        .groups().stream()
                                .map(group ->
                                        group.stream().map(PlannedSession::line).toList())
                                .toList())
                .containsExactly(List.of(1, 3, 5, 7), List.of(2), List.of(4), List.of(6));
    }

    private static PlanWeek empty(LocalDate monday, String off) {
        return new PlanWeek(monday, off, List.of(new Day(monday, off != null, List.of())));
    }

    private static PlanWeek held(LocalDate monday) {
        return new PlanWeek(monday, null, List.of(new Day(monday, false, List.of(session(1, "PEDA-1")))));
    }

    private static PlannedSession session(int line, String module) {
        return new PlannedSession(
                1L,
                1L,
                line,
                Phase.VAGUE,
                1,
                module,
                MONDAY,
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
    }
}
