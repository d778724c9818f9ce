package fr.forment.territory;

import static fr.forment.territory.Zone.A;
import static fr.forment.territory.Zone.ALSACE_MOSELLE;
import static fr.forment.territory.Zone.B;
import static fr.forment.territory.Zone.C;
import static fr.forment.territory.Zone.PROPRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(TerritoryDatabase.class)
class SchoolCalendarTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final LocalDate SUMMER = LocalDate.of(2027, 7, 2);

    @Autowired
    SchoolCalendar calendar;

    @Autowired
    TerritoryService territory;

    private List<LocalDate> wednesdays(Zone zone) {
        return START.datesUntil(SUMMER.plusDays(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY && calendar.isSchoolDay(zone, day))
                .toList();
    }

    @BeforeEach
    void loadReference() {
        territory.loadReference();
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B", "C", "ALSACE_MOSELLE"})
    void countsThirtyFiveSchoolWednesdays(Zone zone) {
        assertThat(wednesdays(zone))
                .hasSize(35)
                .allMatch(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY)
                .doesNotContain(LocalDate.of(2026, 11, 11));
    }

    @ParameterizedTest
    @CsvSource({"A,7,6,6,6,10", "B,7,6,7,6,9", "C,7,6,5,6,11"})
    void countsTheWednesdaysOfEachPeriod(Zone zone, int p1, int p2, int p3, int p4, int p5) {
        List<Integer> periods = new ArrayList<>();
        LocalDate before = null;
        for (LocalDate wednesday : wednesdays(zone)) {
            // 11 November takes one Wednesday out of a period without ending it.
            boolean holidays = before == null || before.plusWeeks(2).isBefore(wednesday);
            periods.add(holidays ? 1 : periods.remove(periods.size() - 1) + 1);
            before = wednesday;
        }
        assertThat(periods).containsExactly(p1, p2, p3, p4, p5);
    }

    @ParameterizedTest
    @CsvSource({
        "A,2026-08-31,false,still holidays",
        "A,2026-09-01,true,first day of school",
        "A,2026-10-16,true,eve of Toussaint",
        "A,2026-10-19,false,Toussaint",
        "A,2026-11-02,true,back",
        "A,2026-11-11,false,Armistice",
        "A,2026-11-14,false,Saturday",
        "A,2027-02-15,false,winter",
        "B,2027-02-15,true,not yet winter",
        "C,2027-02-15,false,winter",
        "A,2027-03-29,false,Easter Monday",
        "B,2027-05-06,false,Ascension",
        "B,2027-05-07,false,bridge",
        "B,2027-05-17,false,Whit Monday",
        "A,2027-07-02,true,last day",
        "A,2027-07-05,false,summer",
        "C,2027-08-31,false,summer",
        "B,2027-03-26,true,Good Friday is a day like another",
        "ALSACE_MOSELLE,2027-03-26,false,but not in Alsace-Moselle",
        "B,2023-12-26,false,Christmas",
        "PROPRE,2026-10-19,true,no calendar loaded",
        "PROPRE,2026-11-11,false,public holiday anyway",
        "A,2027-09-01,true,beyond the calendars",
        "A,2028-05-01,false,a public holiday beyond the calendars"
    })
    void knowsTheDay(Zone zone, LocalDate day, boolean school, String why) {
        assertThat(calendar.isSchoolDay(zone, day)).as(why).isEqualTo(school);
    }

    @Test
    void findsTheNextSchoolDay() {
        assertThat(calendar.onOrAfter(A, START)).isEqualTo(START);
        assertThat(calendar.onOrAfter(A, LocalDate.of(2026, 12, 19))).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(calendar.onOrAfter(B, LocalDate.of(2027, 7, 3))).isEqualTo(LocalDate.of(2027, 9, 1));
    }

    @Test
    void stepsOverHolidays() {
        assertThat(calendar.plus(A, LocalDate.of(2026, 10, 16), 1)).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(calendar.plus(A, LocalDate.of(2026, 11, 2), -1)).isEqualTo(LocalDate.of(2026, 10, 16));
        assertThat(calendar.plus(A, LocalDate.of(2026, 10, 25), 0)).isEqualTo(LocalDate.of(2026, 10, 25));
        // The night the clocks change has no say in days.
        assertThat(calendar.plus(C, LocalDate.of(2027, 3, 26), 1)).isEqualTo(LocalDate.of(2027, 3, 30));
        assertThat(calendar.between(C, LocalDate.of(2027, 3, 26), LocalDate.of(2027, 3, 30)))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Zone.class)
    void addingThenCountingGivesTheSameNumber(Zone zone) {
        Random random = new Random(20260901);
        for (int i = 0; i < 500; i++) {
            LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1400));
            int days = random.nextInt(401) - 200;
            LocalDate to = calendar.plus(zone, from, days);
            assertThat(calendar.between(zone, from, to))
                    .as("%s %+d", from, days)
                    .isEqualTo(days);
            assertThat(days == 0 || calendar.isSchoolDay(zone, to)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-07-31,2025-2026", "2026-08-01,2026-2027", "2027-01-01,2026-2027", "2027-07-31,2026-2027"})
    void turnsTheSchoolYearOnTheFirstOfAugust(LocalDate day, String year) {
        assertThat(calendar.schoolYear(day)).isEqualTo(year);
    }

    @Test
    void saysHowFarItKnows() {
        assertThat(calendar.knownUntil()).isEqualTo(LocalDate.of(2027, 8, 31));
        assertThat(calendar.knownUntil(ALSACE_MOSELLE)).isEqualTo(LocalDate.of(2027, 8, 31));
        assertThat(calendar.knownUntil(PROPRE)).isEqualTo(LocalDate.MIN);
    }

    @Test
    void givesEachDepartementItsZone() {
        assertThat(Zone.of("B", "035")).isEqualTo(B);
        assertThat(Zone.of("C", "094")).isEqualTo(C);
        assertThat(Zone.of("B", "057")).isEqualTo(ALSACE_MOSELLE);
        assertThat(Zone.of("B", "054")).isEqualTo(B);
        assertThat(Zone.of(null, "620")).isEqualTo(PROPRE);
    }
}
