package fr.forment.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import fr.forment.french.Refusal;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Cases whose answer can be written down beforehand. */
class LoadForecastTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private final Map<Assumption, Range> supposed = new EnumMap<>(Assumption.class);

    LoadForecastTest() {
        for (Assumption each : Assumption.values()) {
            suppose(each, 0);
        }
        suppose(Assumption.GROUP, 15);
    }

    private void suppose(Assumption of, double value) {
        BigDecimal same = BigDecimal.valueOf(value);
        supposed.put(of, new Range(same, same, same));
    }

    private List<YearLoad> years(int equipped, double perSchool, Integer... planned) {
        return LoadForecast.of(new Situation(equipped, perSchool, List.of(planned)), supposed, Scenario.CENTRAL);
    }

    @Test
    void nothingHappensWhereNothingMoves() {
        assertThat(years(200, 8, 0, 0, 0)).containsOnly(YearLoad.NONE);
    }

    @Test
    void aConstantTurnoverAsksTheSameEachYear() {
        suppose(Assumption.TURNOVER, 15);
        suppose(Assumption.HALF_DAYS_NEW, 2);
        suppose(Assumption.REPLACED, 50);
        // 30 newcomers in two groups, two half-days each: four half-days of a trainer, that is two days
        assertThat(years(200, 8, 0, 0, 0)).hasSize(3).allSatisfy(year -> {
            assertThat(year.people()).isCloseTo(30, EXACT);
            assertThat(year.trainerDays()).isCloseTo(2, EXACT);
            assertThat(year.sessions()).isCloseTo(4, EXACT);
            assertThat(year.replaced()).isCloseTo(30, EXACT);
        });
    }

    @Test
    void withoutTurnoverOnlyTheOthersAreTrained() {
        suppose(Assumption.RENEWAL, 10);
        suppose(Assumption.HALF_DAYS_RENEWAL, 1);
        assertThat(years(150, 8, 0, 0, 0).get(0)).isEqualTo(new YearLoad(15, 1, 0));
        suppose(Assumption.TURNOVER, 20); // 120 stay, 12 of them are trained anew
        assertThat(years(150, 8, 0, 0, 0).get(0).people()).isCloseTo(30 + 12, EXACT);
    }

    @Test
    void oneReleaseAYearIsHeldOnceAYear() {
        suppose(Assumption.RELEASES, 1);
        suppose(Assumption.RELEASE_SHARE, 100);
        suppose(Assumption.HALF_DAYS_RELEASE, 0.5);
        assertThat(years(30, 8, 0, 0, 0)).allSatisfy(year -> assertThat(year).isEqualTo(new YearLoad(30, 1, 0)));
        suppose(Assumption.RELEASES, 2);
        assertThat(years(30, 8, 0, 0, 0)).allSatisfy(year -> assertThat(year).isEqualTo(new YearLoad(60, 2, 0)));
    }

    @Test
    void aGroupIsFilledBeforeAnotherBegins() {
        suppose(Assumption.TURNOVER, 100);
        suppose(Assumption.HALF_DAYS_NEW, 1);
        for (int n = 1; n <= 20; n++) {
            suppose(Assumption.GROUP, n);
            assertThat(years(n, 1, 0, 0, 0).get(0).sessions())
                    .as("a full group")
                    .isEqualTo(1);
            assertThat(years(n + 1, 1, 0, 0, 0).get(0).sessions())
                    .as("one more")
                    .isEqualTo(2);
            assertThat(years(7 * n, 1, 0, 0, 0).get(0).sessions()).isEqualTo(7);
        }
    }

    @Test
    void aSchoolIsTrainedInItsYearAndCountedFromTheNextOn() {
        suppose(Assumption.HALF_DAYS_SCHOOL, 3);
        suppose(Assumption.TURNOVER, 10);
        suppose(Assumption.HALF_DAYS_NEW, 1);
        List<YearLoad> years = years(0, 10, 3, 0, 0);
        assertThat(years.get(0)).isEqualTo(new YearLoad(30, 2 * 3, 0));
        assertThat(years.get(1).people()).isCloseTo(3, EXACT);
        assertThat(years.get(2).people()).isCloseTo(3, EXACT);
    }

    @Test
    void theBandIsNeverTheWrongWayRound() {
        Random random = new Random(15);
        for (int round = 0; round < 500; round++) {
            for (Assumption each : Assumption.values()) {
                double[] three = random.doubles(3, 1, Math.min(100, each.most().intValue()))
                        .sorted()
                        .toArray();
                supposed.put(
                        each,
                        each.isFalling() ? range(three[2], three[1], three[0]) : range(three[0], three[1], three[2]));
            }
            // Of more newcomers fewer stay to be trained anew: without that, more is never less.
            suppose(Assumption.RENEWAL, 0);
            Situation some = new Situation(random.nextInt(500), 7.5, List.of(1, 0, 4));
            List<YearLoad> low = LoadForecast.of(some, supposed, Scenario.LOW);
            List<YearLoad> central = LoadForecast.of(some, supposed, Scenario.CENTRAL);
            List<YearLoad> high = LoadForecast.of(some, supposed, Scenario.HIGH);
            for (int year = 0; year < LoadForecast.YEARS; year++) {
                assertThat(low.get(year).sessions())
                        .isLessThanOrEqualTo(central.get(year).sessions());
                assertThat(central.get(year).sessions())
                        .isLessThanOrEqualTo(high.get(year).sessions());
                assertThat(low.get(year).replaced())
                        .isLessThanOrEqualTo(high.get(year).replaced() + 1e-9);
            }
        }
    }

    @Test
    void whatIsSeenCountsWhereItSaysSomething() {
        assertThat(new Observed(30, 200).turnover().orElseThrow().central()).isEqualByComparingTo("15");
        assertThat(new Observed(30, 200).turnover().orElseThrow().low()).isEqualByComparingTo("10.5");
        assertThat(new Observed(4, 200).turnover()).isEmpty();
        assertThat(new Observed(9, 20).turnover()).isEmpty();
        assertThat(new Observed(190, 200).turnover()).as("a first list").isEmpty();
    }

    @Test
    void readsWhatPeopleTypeAndSaysWhatItCannotRead() {
        Map<String, String> typed = new HashMap<>();
        for (Assumption each : Assumption.values()) {
            for (Scenario scenario : Scenario.values()) {
                typed.put(TypedRanges.name(each, scenario), "11,5\u00a0%");
            }
        }
        assertThat(new TypedRanges(typed).read().get(Assumption.TURNOVER).low()).isEqualByComparingTo("11.5");
        typed.put("TURNOVER.HIGH", "beaucoup");
        assertThatThrownBy(() -> new TypedRanges(typed).read())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Personnes nouvelles chaque année")
                .hasMessageContaining("valeur haute")
                .hasMessageContaining("12,5 %");
        typed.put("TURNOVER.HIGH", "3");
        assertThatThrownBy(() -> new TypedRanges(typed).read())
                .hasMessageContaining("de la plus basse à la plus haute");
        typed.put("TURNOVER.HIGH", "101 %");
        assertThatThrownBy(() -> new TypedRanges(typed).read()).hasMessageContaining("de 0 à 100 %");
    }

    private static Range range(double low, double central, double high) {
        return new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(central), BigDecimal.valueOf(high));
    }
}
