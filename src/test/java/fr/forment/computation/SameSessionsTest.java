package fr.forment.computation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.Phase;
import fr.forment.plan.PlannedSession;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which number a session has in a plan that was computed anew. */
class SameSessionsTest {

    private static final LocalDate EARLY = LocalDate.of(2026, 11, 18);
    private static final LocalDate LATE = LocalDate.of(2026, 12, 2);

    private final PlannedSession first = session(3, EARLY, "Redon", Map.of("A", 4, "B", 2));
    private final PlannedSession second = session(7, LATE, "Bruz", Map.of("C", 5));

    @Test
    void twoSessionsWhoseNumbersTheSearchSwappedHaveNotMoved() {
        assertThat(numbered(first.numbered(7), second.numbered(3)))
                .containsExactly(first.numbered(3), second.numbered(7));
    }

    @Test
    void oneThatTookOverAPlaceAndMostOfThePeopleIsTheSame() {
        PlannedSession early = session(7, EARLY, "Redon", Map.of("A", 4, "C", 5));
        PlannedSession late = session(3, LATE, "Bruz", Map.of("B", 2));
        assertThat(numbered(early, late)).extracting(PlannedSession::line).containsExactly(3, 8);
    }

    @Test
    void whoSharesMostComesBeforeWhoStandsFirst() {
        PlannedSession few = session(0, LATE.plusDays(7), "Bruz", Map.of("B", 1, "D", 3));
        PlannedSession most = session(0, LATE.plusDays(14), "Bruz", Map.of("A", 4, "B", 1));
        assertThat(numbered(few, most)).extracting(PlannedSession::line).containsExactly(8, 3);
    }

    private List<PlannedSession> numbered(PlannedSession... computed) {
        return new SameSessions(List.of(first, second), 8).numbered(List.of(computed));
    }

    private static PlannedSession session(int line, LocalDate day, String place, Map<String, Integer> seats) {
        return new PlannedSession(
                0,
                0,
                line,
                Phase.VAGUE,
                1,
                "PEDA-1",
                day,
                LocalTime.of(13, 30),
                180,
                place,
                Format.PRESENTIEL,
                20,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                1L,
                Set.of(Profile.ENSEIGNANT),
                seats,
                seats.values().stream().mapToInt(Integer::intValue).sum());
    }
}
