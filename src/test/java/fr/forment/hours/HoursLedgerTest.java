package fr.forment.hours;

import static fr.forment.people.StaffDatabase.FIRST_SCHOOL;
import static fr.forment.people.StaffDatabase.REDON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.account.AgentFunction;
import fr.forment.french.Refusal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.people.ArrivalKind;
import fr.forment.people.BuiltUpon;
import fr.forment.people.NewAgent;
import fr.forment.people.OnStaffDatabase;
import fr.forment.people.StaffBuiltUpon;
import fr.forment.people.StaffDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursLedgerTest extends OnStaffDatabase {

    private static final String LAST = "2025-2026";
    private static final String YEAR = "2026-2027";
    private static final String NEXT = "2027-2028";

    private HoursLedger hours;

    @BeforeEach
    void open() {
        hours = context.getBean(HoursLedger.class);
    }

    private Agent teacher(int quotity, boolean constellation) {
        return staff.register(
                        NewAgent.inSchool("Morvan", "Claire", null, AgentFunction.ADJOINT, FIRST_SCHOOL)
                                .working(quotity, constellation),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"100, 1080, 360", "80, 864, 288", "75, 810, 270", "50, 540, 180"})
    void eighteenHoursAndTheSixOthersByProrata(int quotity, int due, int ent) {
        Agent claire = teacher(quotity, false);

        assertThat(hours.account(claire, YEAR).due()).isEqualTo(due);
        assertThat(hours.entMinutesLeft(claire.id(), YEAR)).isEqualTo(ent);
    }

    @Test
    void aConstellationLeavesNothingForTheEnt() {
        Agent claire = teacher(100, true);

        assertThat(hours.entMinutesLeft(claire.id(), YEAR)).isZero();
        assertThat(hours.account(claire, YEAR).due()).isEqualTo(1080);
    }

    @Test
    void theCirconscriptionMayCountAPartTimeOtherwiseAndALaterYearDoesNotRewriteAnEarlierOne() {
        HoursScaleService scales = context.getBean(HoursScaleService.class);
        Agent claire = teacher(75, false);
        set(scales, YEAR, 900, 240);
        assertThat(hours.account(claire, YEAR))
                .extracting(HoursAccount::due, HoursAccount::left)
                .containsExactly(900, 240);
        assertThat(hours.account(claire, NEXT).due())
                .as("goes on until another table")
                .isEqualTo(900);
        assertThat(hours.account(claire, LAST).due()).as("did not stand yet").isEqualTo(810);

        set(scales, NEXT, null, 300);
        assertThat(hours.account(claire, YEAR))
                .extracting(HoursAccount::due, HoursAccount::left)
                .containsExactly(900, 240);
        assertThat(hours.account(claire, NEXT))
                .extracting(HoursAccount::due, HoursAccount::left)
                .containsExactly(810, 300);
        assertThat(context.getBean(HoursScales.class).historyOf(REDON))
                .extracting(JournalEntry::part, JournalEntry::after)
                .containsExactly(
                        tuple(NEXT, "13 h 30 (par défaut), dont 5 h pour l'ENT"),
                        tuple(YEAR, "15 h, dont 4 h pour l'ENT"));
    }

    @Test
    void aTableIsRefusedWithTheWayToMendIt() {
        HoursScaleService scales = context.getBean(HoursScaleService.class);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> set(scales, LAST, 900, null))
                .withMessageContaining("close");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> set(scales, YEAR, 60, 240))
                .withMessageContaining("4 h")
                .withMessageContaining("1 h");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> set(scales, YEAR, 6000, null))
                .withMessageContaining("100 h")
                .withMessageContaining("60 h");

        String seen = context.getBean(HoursScales.class).of(REDON, YEAR).fingerprint();
        set(scales, YEAR, 900, null);
        assertThatExceptionOfType(Refusal.class)
                .as("somebody else was quicker")
                .isThrownBy(() -> scales.set(REDON, YEAR, Map.of(), seen))
                .withMessageContaining("Quelqu'un");
        assertThat(context.getBean(HoursScales.class).of(REDON, YEAR).due(ServiceTime.TROIS_QUARTS))
                .isEqualTo(900);
    }

    private void set(HoursScaleService scales, String year, Integer due, Integer share) {
        scales.set(
                REDON,
                year,
                Map.of(ServiceTime.TROIS_QUARTS, new HoursScale.Row(due, share)),
                context.getBean(HoursScales.class).of(REDON, year).fingerprint());
    }

    @Test
    void hoursFollowAMoveAndTheTableOfTheNewPlaceCounts() {
        HoursScaleService scales = context.getBean(HoursScaleService.class);
        scales.set(
                StaffDatabase.ELSEWHERE,
                YEAR,
                Map.of(ServiceTime.TEMPS_PLEIN, new HoursScale.Row(1080, 600)),
                context.getBean(HoursScales.class)
                        .of(StaffDatabase.ELSEWHERE, YEAR)
                        .fingerprint());
        Agent claire = teacher(100, false);
        hours.done(claire.id(), YEAR, 180, "session:1");
        assertThat(hours.entMinutesLeft(claire.id(), YEAR)).isEqualTo(180);

        staff.move(claire.id(), StaffDatabase.SCHOOL_ELSEWHERE, LocalDate.of(2026, 9, 1));
        assertThat(hours.entMinutesLeft(claire.id(), YEAR)).isEqualTo(420);
    }

    @Test
    void anEntryIsWrittenOnceHoweverOftenItIsTold() {
        long claire = teacher(100, false).id();

        hours.plan(claire, YEAR, 90, "session:1");
        hours.plan(claire, YEAR, 90, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR)).isEqualTo(270);

        hours.plan(claire, YEAR, 120, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR))
                .as("the session became longer")
                .isEqualTo(240);

        hours.done(claire, YEAR, 100, "session:1");
        hours.plan(claire, YEAR, 180, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR))
                .as("what is done is not planned again")
                .isEqualTo(260);
        assertThat(lines(claire, YEAR)).containsExactly(tuple(HoursState.DONE, 100, 100));
    }

    @Test
    void whoCouldNotComeHasTheHoursBackAndAMarkCanBeCorrected() {
        long claire = teacher(100, false).id();
        hours.plan(claire, YEAR, 180, "session:1");

        hours.excuse(claire, YEAR, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR)).isEqualTo(360);

        hours.plan(claire, YEAR, 180, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR))
                .as("an old plan told late reopens nothing")
                .isEqualTo(360);
        assertThat(lines(claire, YEAR))
                .as("still says what it would have been")
                .containsExactly(tuple(HoursState.EXCUSED, 180, 0));

        hours.done(claire, YEAR, 180, "session:1");
        assertThat(hours.entMinutesLeft(claire, YEAR)).isEqualTo(180);
    }

    @Test
    void aSessionPutOffToAnotherSchoolYearTakesItsHoursThere() {
        long claire = teacher(100, false).id();
        hours.plan(claire, YEAR, 180, "session:1");
        hours.plan(claire, NEXT, 180, "session:1");

        assertThat(hours.entMinutesLeft(claire, YEAR)).isEqualTo(360);
        assertThat(hours.entMinutesLeft(claire, NEXT)).isEqualTo(180);
    }

    @Test
    void hoursSomebodyTypedOrDidKeepAnImportFromBeingUndonePlannedOnesDoNot() {
        long claire = teacher(100, false).id();
        BuiltUpon built = context.getBean(StaffBuiltUpon.class);
        hours.plan(claire, YEAR, 90, "session:1");
        assertThat(built.reasons(List.of(claire))).isEmpty();
        context.getBean(OutsideHoursService.class)
                .add(claire, UUID.randomUUID(), new OutsideHours("Animation EPS", LocalDate.of(2026, 9, 2), 60));
        assertThat(built.reasons(List.of(claire))).containsKey(claire);
    }

    private List<Tuple> lines(long agentId, String year) {
        return context.getBean(HoursLines.class).of(agentId, year).stream()
                .map(line -> tuple(line.state(), line.minutes(), line.runningTotal()))
                .toList();
    }

    @Test
    void tooMuchShowsAsTooMuchAndEachYearStandsAlone() {
        long claire = teacher(50, false).id();
        hours.plan(claire, YEAR, 180, "session:1");
        hours.done(claire, YEAR, 90, "session:2");
        hours.done(claire, "2025-2026", 180, "session:0");

        assertThat(hours.entMinutesLeft(claire, YEAR)).isEqualTo(-90);
        assertThat(hours.entMinutesLeft(claire, "2025-2026")).isZero();
    }

    @Test
    void onlyTeachersOweHours() {
        Agent erun = staff.register(
                        NewAgent.inCirconscription("Quéré", "Loïc", null, AgentFunction.ERUN, REDON),
                        ArrivalKind.ALREADY_THERE)
                .orElseThrow();

        assertThat(hours.owesHours(erun)).isFalse();
        assertThat(hours.account(erun, YEAR).due()).isZero();
        assertThat(hours.entMinutesLeft(erun.id(), YEAR)).isZero();
    }
}
