package fr.forment.plan.calculation;

import static fr.forment.assertions.FormentAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans worked out by hand. */
class PlanCalculatorTest {

    private static final LocalDate OPENING = LocalDate.of(2027, 6, 1);

    /** 30 schools, 220 teachers, 22 places: 220 / 22 = 10. */
    @Test
    void threeHoursForAWholeCirconscriptionTakeTenSessions() {
        var circo =
                new Circo().schools(20, 7).schools(10, 8).vague(1, OPENING).teacherModule("PEDA-1", 180, 22, 1, false);

        List<Draft> plan = circo.plan();

        assertThat(plan).hasSize(10).allMatch(draft -> draft.expected() == 22);
        assertThat(plan)
                .allMatch(draft -> draft.day().getDayOfWeek() == DayOfWeek.WEDNESDAY
                        && draft.start().equals(LocalTime.of(13, 30)));
        assertThat(plan.stream().map(Draft::trainerId).filter(id -> id == Circo.ERUN))
                .as("E-RUN and CPC take turns")
                .hasSize(5);
    }

    /**
     * The usual size: 30 schools, 220 teachers, an E-RUN and three CPC, three vagues. PRES-ECOLE 1 h 30 and PEDA-1 3 h
     * for all fit in 6 h.
     */
    @Test
    void plansAWholeCirconscriptionWithinEverybodysHoursAndBeforeEachOpening() {
        var circo = new Circo()
                .person(4, AgentFunction.CPC, null)
                .person(5, AgentFunction.CPC, null)
                .schools(10, 7)
                .vague(1, LocalDate.of(2027, 1, 18))
                .schools(10, 7)
                .vague(2, LocalDate.of(2027, 4, 5))
                .schools(10, 8)
                .vague(3, LocalDate.of(2027, 6, 21))
                .teacherModule("PRES-ECOLE", 90, 20, 0, true)
                .teacherModule("PEDA-1", 180, 20, 1, false, "PRES-ECOLE");

        List<Draft> plan = circo.plan();

        assertThat(plan)
                .as("70 + 70 + 80 people at 20 places are 4 + 4 + 4 sessions, twice")
                .hasSize(24);
        assertThat(plan).allMatch(draft -> draft.day()
                .isBefore(circo.facts().vague(draft.vagueRank()).orElseThrow().opensOn()));
        var hours = new TraineeHours(circo.people);
        plan.forEach(draft ->
                draft.seats().forEach((uai, people) -> hours.seat(uai, draft.module(), draft.profiles(), people)));
        assertThat(circo.people.stream().filter(person -> person.schoolUai() != null))
                .allMatch(person -> hours.plannedOf(person.id()) == 270);
    }

    /**
     * Two trainers, one Wednesday afternoon each: ten sessions take five Wednesdays, the public holiday of the 11th
     * left out.
     */
    @Test
    void usesTheSchoolWednesdaysOnly() {
        var circo = new Circo().schools(10, 22).vague(1, OPENING).teacherModule("PEDA-1", 180, 22, 1, false);

        assertThat(circo.plan()).isOn(day(11, 4), day(11, 18), day(11, 25), day(12, 2), day(12, 9));
    }

    @Test
    void trainsTheTrainersFirst() {
        var circo = new Circo()
                .schools(2, 5)
                .vague(1, OPENING)
                .person(9, AgentFunction.IEN_NUMERIQUE, null)
                .trainersModule("PRES-CADRES", 180, TrainerKind.IEN_NUMERIQUE, Profile.IEN, Profile.CPC, Profile.ERUN)
                .trainersModule("ADM-ERUN", 360, TrainerKind.FOURNISSEUR, Profile.ERUN, Profile.DSI)
                .teacherModule("PRES-ECOLE", 90, 20, 0, true);

        List<Draft> plan = circo.plan();

        assertThat(plan)
                .extracting(draft -> draft.module().code(), Draft::day, Draft::start, Draft::trainerId, Draft::expected)
                .containsExactly(
                        tuple("PRES-CADRES", day(11, 2), LocalTime.of(9, 0), 9L, 3),
                        tuple("ADM-ERUN", day(11, 3), LocalTime.of(9, 0), null, 1),
                        tuple("PRES-ECOLE", day(11, 26), LocalTime.of(17, 0), Circo.ERUN, 10));
        assertThat(plan.get(0).seats()).isEmpty();
        assertThat(plan.get(0).vagueRank()).isNull();
    }

    @Test
    void doesNotAskTrainedTrainersAgain() {
        var circo = new Circo().trainersModule("PRES-CADRES", 180, TrainerKind.IEN_NUMERIQUE, Profile.ERUN);
        circo.needs.replaceAll(need -> new Need(need.schoolUai(), need.moduleCode(), need.profile(), 0));

        assertThat(circo.plan()).isEmpty();
    }

    @Test
    void keepsThePrerequisitesAndOneSessionAWeekAndSchool() {
        var circo = new Circo()
                .schools(1, 6)
                .vague(1, OPENING)
                .teacherModule("PRES-ECOLE", 90, 20, 0, true)
                .teacherModule("PEDA-1", 180, 20, 1, false, "PRES-ECOLE");

        assertThat(circo.plan())
                .session("PRES-ECOLE")
                .isOn(day(11, 2))
                .isBefore("PEDA-1")
                .session("PEDA-1")
                .isOn(day(11, 18));
    }

    @Test
    void givesUpTheWeekOfRestRatherThanTheOpening() {
        var circo = new Circo()
                .schools(1, 6)
                .vague(1, day(11, 10))
                .teacherModule("PRES-ECOLE", 90, 20, 0, true)
                .teacherModule("SENS-CHGT", 90, 20, 0, true)
                .teacherModule("COMM", 90, 20, 0, false);

        assertThat(circo.plan())
                .holds("PRES-ECOLE", "SENS-CHGT", "COMM")
                .session("PRES-ECOLE")
                .isOn(day(11, 2))
                .session("SENS-CHGT")
                .isOn(day(11, 9))
                .session("COMM")
                .isOn(day(11, 3));
    }

    @Test
    void goesOnAfterTheOpeningWhenThereIsNoDayBefore() {
        var circo = new Circo().schools(1, 6).vague(1, day(11, 3)).teacherModule("PEDA-1", 180, 20, 1, false);

        assertThat(circo.plan()).session().isOn(day(11, 4));
    }

    @Test
    void leavesASecondLevelToTheContinuousPhaseWhenNoHoursAreLeft() {
        var circo = new Circo()
                .schools(1, 10)
                .vague(1, OPENING)
                .teacherModule("PEDA-1", 180, 20, 1, false)
                .teacherModule("PEDA-2", 180, 20, 2, false, "PEDA-1")
                .teacherModule("PEDA-3", 180, 20, 3, false, "PEDA-2");

        assertThat(circo.plan()).as("6 h each: two modules of 3 h, no third").holds("PEDA-1", "PEDA-2");
    }

    @Test
    void seatsOnlyThoseWhoHaveHoursInASecondLevel() {
        var circo = new Circo().schools(1, 10).vague(1, OPENING).teacherModule("PEDA-2", 180, 20, 2, false);
        circo.people.replaceAll(person -> person.id() == 101 || person.id() == 102
                ? new Person(person.id(), person.function(), person.schoolUai(), 100, Set.of())
                : person);

        assertThat(circo.plan()).session().isFor(8);
    }

    /**
     * 6 h: PRES-ECOLE 1 h 30 and PEDA-1 3 h leave 1 h 30, too little for a second 3 h; what is compulsory comes first.
     */
    @Test
    void invitesFirstToWhatIsCompulsory() {
        assertThat(tired().plan()).holds("PRES-ECOLE", "PEDA-1");
    }

    @Test
    void seatsNobodyBeyondTheHoursLeftNotEvenBeforeTheOpening() {
        var circo = tired();
        circo.people.replaceAll(person -> person.id() < 104
                ? new Person(person.id(), person.function(), person.schoolUai(), 60, Set.of())
                : person);

        assertThat(circo.plan().stream().filter(draft -> draft.module().code().equals("PRES-ECOLE")))
                .as("four of ten have an hour, it takes an hour and a half")
                .extracting(Draft::expected)
                .containsExactly(6);
    }

    @Test
    void seatsWhatMustPrecedeTheOpeningBeyondTheHoursLeftWhereSomebodyChoseSo() {
        var circo = tired();
        circo.people.replaceAll(person -> new Person(person.id(), person.function(), person.schoolUai(), 0, Set.of()));
        assertThat(circo.plan()).isEmpty();

        circo.beyondHours = true;
        assertThat(circo.plan())
                .as("and nothing else")
                .holds("PRES-ECOLE")
                .session()
                .isFor(10);
    }

    private static Circo tired() {
        return new Circo()
                .schools(1, 10)
                .vague(1, OPENING)
                .teacherModule("PRES-ECOLE", 90, 20, 0, true)
                .teacherModule("PEDA-1", 180, 20, 1, false)
                .teacherModule("AUTRE", 180, 20, 0, false);
    }

    /**
     * 6 h hold two modules of 3 h: by the grid's order, or by the school's wish. A wish for PEDA-2 is one for PEDA-1.
     */
    @Test
    void servesFirstWhatTheSchoolAskedFor() {
        var circo = new Circo()
                .schools(1, 10)
                .vague(1, OPENING)
                .teacherModule("SENS-CHGT", 180, 20, 0, false)
                .teacherModule("PEDA-1", 180, 20, 1, false)
                .teacherModule("PEDA-2", 180, 20, 2, false, "PEDA-1");
        assertThat(circo.plan()).holds("SENS-CHGT", "PEDA-1");

        circo.needs.replaceAll(need -> need.moduleCode().equals("PEDA-2")
                ? new Need(need.schoolUai(), need.moduleCode(), need.profile(), need.people(), 1)
                : need);
        assertThat(circo.plan()).holds("PEDA-1", "PEDA-2");
    }

    @Test
    void holdsNoSessionForAHandfulUnlessTheyMust() {
        var circo = new Circo()
                .schools(1, 3)
                .vague(1, OPENING)
                .teacherModule("PRES-ECOLE", 90, 20, 0, true)
                .teacherModule("COMM", 90, 20, 0, false);

        assertThat(circo.plan()).holds("PRES-ECOLE");
    }

    @Test
    void waitsForTheBilanOfTheVagueBefore() {
        var circo = new Circo()
                .schools(1, 6)
                .vague(1, LocalDate.of(2027, 1, 11))
                .schools(1, 6)
                .vague(2, LocalDate.of(2027, 3, 15))
                .teacherModule("PRES-ECOLE", 90, 20, 0, true);

        assertThat(circo.plan())
                .extracting(Draft::vagueRank, Draft::day)
                .containsExactly(tuple(1, day(11, 2)), tuple(2, LocalDate.of(2027, 3, 11)));
    }

    /**
     * Opened on 11 January, looked back upon on 10 February, decided on by 17 February, convoked 15 school days ahead:
     * 10 March.
     */
    @Test
    void datesNoSessionBeforeItsVagueCanStartEvenWhenTheOpeningIsNearer() {
        var circo = new Circo()
                .schools(1, 6)
                .vague(1, LocalDate.of(2027, 1, 11))
                .schools(1, 6)
                .vague(2, LocalDate.of(2027, 2, 22))
                .teacherModule("PRES-ECOLE", 90, 20, 0, true);

        assertThat(circo.plan())
                .extracting(Draft::vagueRank, Draft::day)
                .containsExactly(tuple(1, day(11, 2)), tuple(2, LocalDate.of(2027, 3, 11)));
    }

    @Test
    void meetsWhereThereIsARoomElseInTheTownOfTheLargestSchool() {
        var circo = new Circo()
                .school("S1", "Acigné", "rpi1", 4)
                .school("S2", "Brécé", "rpi1", 6)
                .vague(1, OPENING);
        circo.teacherModule("PEDA-1", 180, 20, 1, false);
        assertThat(circo.plan()).session().isAt("Brécé").hasPlaces(20);

        circo.schools.replaceAll(school -> school.uai().equals("S1")
                ? new SchoolFacts("S1", "École", "Acigné", "rpi1", null, null, 4, true, 15)
                : school);
        assertThat(circo.plan()).session().isAt("S1").hasPlaces(15).startsAt(LocalTime.of(14, 0));
    }

    @Test
    void letsTheDirectorLeadTheMeetingWithParents() {
        var circo = new Circo().schools(2, 3).vague(1, OPENING);
        circo.module(circo.module(
                "PRES-PARENTS", 45, 60, 0, TrainerKind.ENSEIGNANT, Set.of(Profile.PARENT), false, Set.of()));
        circo.needs.add(new Need("S00", "PRES-PARENTS", Profile.PARENT, 80));
        circo.needs.add(new Need("S01", "PRES-PARENTS", Profile.PARENT, 40));

        assertThat(circo.plan())
                .extracting(Draft::place, Draft::trainerId, Draft::capacity, Draft::start, Draft::seats)
                .containsExactly(
                        tuple("S00", 100L, 60, LocalTime.of(18, 0), Map.of("S00", 40)),
                        tuple("S00", 100L, 60, LocalTime.of(18, 0), Map.of("S00", 40)),
                        tuple("S01", 103L, 60, LocalTime.of(18, 0), Map.of("S01", 40)));
    }

    /** The fiche's order, whatever the catalogue asks for: trainers, director, users, then parents. */
    @Test
    void meetsParentsOnceWhoPresentsTheEntIsTrained() {
        var circo = new Circo()
                .schools(2, 3)
                .vague(1, OPENING)
                .teacherModule("PEDA-1", 180, 20, 1, false)
                .teacherModule("PRES-ECOLE", 90, 20, 0, true);
        circo.module(circo.module(
                "PRES-PARENTS", 45, 60, 0, TrainerKind.ENSEIGNANT, Set.of(Profile.PARENT), false, Set.of()));
        circo.needs.add(new Need("S00", "PRES-PARENTS", Profile.PARENT, 40));
        circo.needs.add(new Need("S01", "PRES-PARENTS", Profile.PARENT, 40));
        List<ModuleFacts> inOrder = ModuleFacts.inOrder(circo.modules);
        circo.modules.clear();
        circo.modules.addAll(inOrder);
        assertThat(inOrder.get(2).prerequisites())
                .as("what must come before the opening")
                .containsExactly("PRES-ECOLE");

        List<Draft> plan = circo.plan();

        List<Draft> meetings =
                plan.stream().filter(draft -> draft.module().isHeldBySchool()).toList();
        assertThat(meetings).hasSize(2).allSatisfy(meeting -> assertThat(plan)
                .filteredOn(draft -> draft.module().code().equals("PRES-ECOLE")
                        && draft.seats().containsKey(meeting.place()))
                .isNotEmpty()
                .allMatch(draft -> draft.day().isBefore(meeting.day())));
        assertThat(meetings).allMatch(meeting -> meeting.day().isBefore(OPENING));
    }

    /** A school of 260 parents and a catalogue that says 60: five evenings of 52. */
    @Test
    void holdsAsManyMeetingsAsTheCatalogueNeedsForAllParents() {
        var circo = new Circo().schools(1, 10).vague(1, OPENING);
        circo.module(circo.module(
                "PRES-PARENTS", 45, 60, 0, TrainerKind.ENSEIGNANT, Set.of(Profile.PARENT), false, Set.of()));
        circo.needs.add(new Need("S00", "PRES-PARENTS", Profile.PARENT, 260));

        List<Draft> plan = circo.plan();

        assertThat(plan).hasSize(5).allMatch(draft -> draft.expected() == 52 && draft.capacity() == 60);
        assertThat(plan).extracting(Draft::day).doesNotHaveDuplicates();
    }

    @Test
    void breaksALongTrainingAtNoon() {
        var circo = new Circo()
                .schools(1, 6)
                .vague(1, OPENING)
                .trainersModule("ADM-ERUN", 360, TrainerKind.FOURNISSEUR, Profile.ERUN)
                .teacherModule("STAGE", 360, 20, 0, false);

        assertThat(circo.plan())
                .extracting(Draft::start, Draft::end)
                .containsExactly(
                        tuple(LocalTime.of(9, 0), LocalTime.of(16, 0)), tuple(LocalTime.of(9, 0), LocalTime.of(16, 0)));
    }

    @Test
    void leavesTrainersToThePlansThatHaveThemAlready() {
        var circo = new Circo().schools(1, 6).vague(1, OPENING).teacherModule("PEDA-1", 180, 20, 1, false);
        circo.busy.add(new Busy(Circo.ERUN, "Bruz", day(11, 4), LocalTime.of(14, 0), LocalTime.of(15, 0)));
        assertThat(circo.plan()).session().isOn(day(11, 4)).isLedBy(Circo.CPC);

        circo.busy.add(new Busy(Circo.CPC, "Bruz", day(11, 4), LocalTime.of(16, 0), LocalTime.of(18, 0)));
        assertThat(circo.plan()).session().isOn(day(11, 18)).isLedBy(Circo.ERUN);
    }

    @Test
    void holdsALongTrainingOnAWholeWednesday() {
        var circo = new Circo().schools(1, 6).vague(1, OPENING).teacherModule("STAGE", 360, 20, 0, false);

        assertThat(circo.plan()).session().isOn(day(11, 4)).startsAt(LocalTime.of(9, 0));
    }

    @Test
    void placesNothingAfterTheYear() {
        var circo = new Circo().schools(1, 6).vague(1, OPENING).teacherModule("PEDA-1", 180, 20, 1, false);
        Circo.FROM.datesUntil(Circo.UNTIL.plusDays(1)).forEach(circo.off::add);

        assertThat(circo.plan()).isEmpty();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
