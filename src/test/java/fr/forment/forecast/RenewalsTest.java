package fr.forment.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.forecast.Renewals.Lapsing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each year has its own people to be trained again: 2027-2028 is the first. */
class RenewalsTest {

    private static List<Integer> of(Lapsing... some) {
        return Renewals.of(List.of(some), 2027);
    }

    private static Lapsing of(long agent, int year, int month, int day, int months) {
        return new Lapsing(agent, LocalDate.of(year, month, day), months);
    }

    @Test
    void aTrainingOfTwoYearsIsFollowedAgainInOneYearOfTwo() {
        assertThat(of(of(1, 2026, 11, 18, 24))).containsExactly(0, 1, 0);
        assertThat(of(of(1, 2025, 11, 18, 24))).containsExactly(1, 0, 1);
    }

    @Test
    void aYearlyOneIsFollowedAgainEachYear() {
        assertThat(of(of(1, 2026, 11, 18, 12))).containsExactly(1, 1, 1);
    }

    @Test
    void theYearTurnsOnTheFirstOfSeptember() {
        assertThat(of(of(1, 2026, 8, 31, 24))).containsExactly(1, 0, 1);
        assertThat(of(of(1, 2026, 9, 1, 24))).containsExactly(0, 1, 0);
        assertThat(of(of(1, 2027, 9, 1, 36))).as("after the third year").containsExactly(0, 0, 0);
        assertThat(of(of(1, 2027, 8, 31, 36))).containsExactly(0, 0, 1);
    }

    @Test
    void whatLapsedBeforeIsMadeUpForInTheFirstYear() {
        assertThat(of(of(1, 2020, 1, 8, 36))).containsExactly(1, 0, 0);
        assertThat(of(of(1, 2020, 1, 8, 12))).containsExactly(1, 1, 1);
    }

    @Test
    void aPersonCountsOnceAYear() {
        assertThat(of(of(1, 2025, 11, 18, 24), of(1, 2025, 12, 2, 24), of(2, 2026, 11, 18, 24)))
                .containsExactly(1, 1, 1);
    }

    @Test
    void theLoadOfEachYearIsThatOfItsOwnPeople() {
        List<Range> shares = Observed.renewal(List.of(40, 0, 10), 100);
        assertThat(shares)
                .extracting(Range::central)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("40"), BigDecimal.ZERO, new BigDecimal("10"));
        Map<Assumption, Range> nothingElse = Map.of(
                Assumption.TURNOVER, same(0),
                Assumption.RELEASES, same(0),
                Assumption.OTHER_SCHOOLS, same(0),
                Assumption.GROUP, same(10),
                Assumption.HALF_DAYS_RENEWAL, same(1));
        Situation situation = new Situation(100, 10, List.of(0, 0, 0), List.of(40, 0, 10), shares);
        assertThat(LoadForecast.of(situation, nothingElse, Scenario.CENTRAL))
                .extracting(YearLoad::people)
                .containsExactly(40.0, 0.0, 10.0);
        Situation supposed = new Situation(100, 10, List.of(0, 0, 0), List.of(40, 0, 10), List.of());
        assertThat(LoadForecast.of(
                        supposed,
                        Map.of(
                                Assumption.TURNOVER,
                                same(0),
                                Assumption.RELEASES,
                                same(0),
                                Assumption.OTHER_SCHOOLS,
                                same(0),
                                Assumption.RENEWAL,
                                same(20)),
                        Scenario.CENTRAL))
                .as("what the team supposes counts in each year")
                .extracting(YearLoad::people)
                .containsExactly(20.0, 20.0, 20.0);
        assertThat(Observed.renewal(List.of(0, 0, 0), 100)).isEmpty();
    }

    private static Range same(int value) {
        BigDecimal each = BigDecimal.valueOf(value);
        return new Range(each, each, each);
    }
}
