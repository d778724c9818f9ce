package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.engine.ProcessDriver;
import fr.forment.french.Refusal;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Wish;
import fr.forment.project.VagueEngaged;
import fr.forment.resource.CertificationService;
import fr.forment.resource.ClosureService;
import fr.forment.resource.GivenWeek;
import fr.forment.resource.Room;
import fr.forment.resource.RoomService;
import fr.forment.resource.TrainerResourceService;
import fr.forment.session.ApprovedPlanGround;
import fr.forment.session.DatesService;
import fr.forment.session.EnrolmentService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionService;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people said reaches the calculation, the check and whoever edits a plan. */
@HouseTest
class ConditionsReaderTest {

    private static final LocalDate YEAR = LocalDate.of(2026, 9, 1);

    @Autowired
    private PlanningGround ground;

    @Autowired
    private TestGround people;

    @Autowired
    private PlanService service;

    @Autowired
    private PlanEditingService editing;

    @Autowired
    private PlanFactsReader reader;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanLines lines;

    @Autowired
    private ProcessDriver driver;

    @Autowired
    private TrainerResourceService trainers;

    @Autowired
    private CertificationService certifications;

    @Autowired
    private RoomService rooms;

    @Autowired
    private ClosureService closures;

    @Autowired
    private ApprovedPlanGround approved;

    @Autowired
    private SessionService sessions;

    @Autowired
    private EnrolmentService enrolments;

    @Autowired
    private Sessions held;

    @Autowired
    private DatesService dates;

    @Autowired
    private SessionWords words;

    @Autowired
    private JdbcClient jdbc;

    private PlanningGround.Case made;
    private long erun;
    private long cpc;

    @BeforeEach
    void makeAProject() {
        made = ground.projectWithNeeds();
        erun = made.circo().erun().id();
        cpc = made.circo().cpc().id();
        people.as(made.circo().ien());
    }

    @Test
    void readsEverythingThatWasSaid() {
        ground.answered(
                made,
                made.school(0),
                "{\"slots\":\"MERCREDI_MATIN,SOIR\",\"formats\":\"VISIO\",\"travel\":\"30\",\"withSchools\":\""
                        + made.school(1) + "\",\"hasRoom\":\"yes\",\"roomCapacity\":\"19\"}");
        trainers.giveWeek(erun, YEAR, null, GivenWeek.of(List.of("3M", "3A", "4S")), 12);
        trainers.away(cpc, LocalDate.of(2027, 1, 18), LocalDate.of(2027, 1, 22), null, "");
        certifications.decide(cpc, "ADM-DIR", true, YEAR, null);
        certifications.decide(erun, "PEDA-1", false, YEAR, null);
        certifications.decide(erun, "PRES-ECOLE", false, LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 28));
        closures.close(made.circo().uai(), null, LocalDate.of(2027, 1, 11), null, "Neige");
        rooms.add(room("Médiathèque", null, "Commune-1", 24));
        rooms.add(room("Salle informatique", made.school(1), null, 16));

        PlanFacts facts = facts();
        Conditions said = facts.conditions();

        LocalDate tuesday = facts.from().with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        assertThat(away(said, erun, tuesday, 9)).as("Tuesday is not given").isTrue();
        assertThat(away(said, erun, tuesday.plusDays(1), 14)).isFalse();
        assertThat(away(said, erun, tuesday.plusDays(2), 17)).isFalse();
        assertThat(away(said, cpc, LocalDate.of(2027, 1, 20), 14)).isTrue();
        assertThat(away(said, cpc, LocalDate.of(2027, 1, 25), 14)).isFalse();
        assertThat(said.halfDays())
                .containsEntry(erun, List.of(new Bound(YEAR, LocalDate.of(2027, 7, 31), 12)))
                .doesNotContainKey(cpc);
        assertThat(said.qualified().get(cpc))
                .contains(new Certified("ADM-DIR", YEAR, null), new Certified("PEDA-1", null, null));
        assertThat(said.qualified().get(erun))
                .contains(
                        new Certified("ADM-DIR", null, null),
                        new Certified("PEDA-1", null, YEAR.minusDays(1)),
                        new Certified("PRES-ECOLE", null, LocalDate.of(2027, 1, 31)),
                        new Certified("PRES-ECOLE", LocalDate.of(2027, 3, 1), null))
                .filteredOn(one -> one.module().equals("PEDA-1"))
                .hasSize(1);
        assertThat(said.closed()).hasSize(4).allSatisfy((school, days) -> assertThat(days)
                .containsExactly(LocalDate.of(2027, 1, 11)));
        assertThat(said.wishes())
                .containsExactlyInAnyOrder(
                        new Wish(made.school(0), Wish.Kind.SLOT, "MERCREDI_MATIN"),
                        new Wish(made.school(0), Wish.Kind.SLOT, "SOIR"),
                        new Wish(made.school(0), Wish.Kind.FORMAT, "VISIO"),
                        new Wish(made.school(0), Wish.Kind.PARTNER, made.school(1)),
                        new Wish(made.school(0), Wish.Kind.TRAVEL, "30"));
        assertThat(facts.roomsElsewhere()).singleElement().satisfies(room -> {
            assertThat(room.place()).isEqualTo("Médiathèque, Commune-1");
            assertThat(room.capacity()).isEqualTo(24);
        });
        assertThat(facts.room(facts.schoolsByUai().get(made.school(1)), tuesday))
                .isEqualTo(16);
        assertThat(facts.room(facts.schoolsByUai().get(made.school(0)), tuesday))
                .as("as the survey told it")
                .isEqualTo(19);
    }

    /** The proposal keeps to it, and so must whoever edits it. */
    @Test
    void aPlanKeepsToItAndAnEditIsRefusedInWords() {
        trainers.giveWeek(erun, YEAR, null, GivenWeek.of(List.of("3A")), null);
        certifications.decide(cpc, "PEDA-1", false, YEAR, null);
        people.as(made.circo().erun());
        long plan = service.begin(made.number()).id();
        driver.theCase("trainingPlan", plan).waitsAt("comment");

        List<PlannedSession> peda = lines.of(plan).stream()
                .filter(session -> session.moduleCode().equals("PEDA-1"))
                .toList();
        assertThat(peda).isNotEmpty().allSatisfy(session -> {
            assertThat(session.trainerAgentId()).isIn(erun, null);
            assertThat(session.day().getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
        });
        PlannedSession first = peda.get(0);
        assertThatThrownBy(() -> editing.change(
                        plan,
                        first.line(),
                        new SessionChange(first.day(), first.start(), first.place(), cpc, first.capacity()),
                        now -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("n'est pas habilitée à assurer « Usage pédagogique, niveau 1 »");
        assertThat(lines.find(plan, first.line()).map(PlannedSession::trainerAgentId))
                .isEqualTo(Optional.ofNullable(first.trainerAgentId()));

        trainers.away(erun, first.day(), null, null, "");
        assertThatThrownBy(() -> editing.change(
                        plan,
                        first.line(),
                        new SessionChange(first.day(), first.start(), "Laillé", erun, first.capacity()),
                        now -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("le formateur n'est pas disponible");
    }

    /** Of another project by its plan; of any session by name. */
    @Test
    void readsWhoIsExpectedElsewhere() {
        LocalDateTime then = LocalDate.of(2026, 12, 2).atTime(14, 0);
        var other = approved.plan(made.circo(), "FORMATEURS");
        approved.line(
                other,
                1,
                "VAGUE",
                "PEDA-1",
                then.toLocalDate(),
                then.toLocalTime(),
                180,
                20,
                cpc,
                List.of("ENSEIGNANT"),
                Map.of(made.school(0), 2, made.school(1), 1));
        approved.line(
                other,
                2,
                "VAGUE",
                "PRES-PARENTS",
                then.toLocalDate(),
                LocalTime.of(18, 0),
                45,
                20,
                null,
                List.of("PARENT"),
                Map.of(made.school(0), 20));
        TrainingSession alone = sessions.open(new NewSession(
                made.circo().uai(),
                null,
                "SENS-CHGT",
                then.plusDays(7),
                90,
                made.school(0),
                Format.PRESENTIEL,
                20,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                cpc,
                false));
        long teacher = made.circo().teachers().get(0).id();
        enrolments.enrol(alone.id(), teacher, null);
        enrolments.enrol(alone.id(), erun, null);

        assertThat(facts().busy())
                .contains(
                        new Busy(
                                cpc,
                                "Rennes",
                                then.toLocalDate(),
                                LocalTime.of(14, 0),
                                LocalTime.of(17, 0),
                                Map.of(made.school(0), 2, made.school(1), 1),
                                Set.of()),
                        new Busy(null, "Rennes", then.toLocalDate(), LocalTime.of(18, 0), LocalTime.of(18, 45)),
                        new Busy(
                                cpc,
                                made.school(0),
                                then.toLocalDate().plusDays(7),
                                LocalTime.of(14, 0),
                                LocalTime.of(15, 30),
                                Map.of(),
                                Set.of(teacher, erun)));
    }

    /** A session of another plan was spread over two dates by hand, and somebody stands in on the second. */
    @Test
    void readsEachDateOfASessionElsewhereAndWhoGivesIt() {
        LocalDate first = LocalDate.of(2026, 12, 2);
        LocalDate second = first.plusWeeks(1);
        LocalTime two = LocalTime.of(14, 0);
        LocalTime five = LocalTime.of(17, 0);
        var other = approved.plan(made.circo(), "FORMATEURS");
        approved.line(
                other,
                1,
                "VAGUE",
                "PEDA-1",
                first,
                two,
                180,
                20,
                cpc,
                List.of("ENSEIGNANT"),
                Map.of(made.school(0), 2));
        approved.tell(new VagueEngaged(other.vagueId()));
        driver.runDue();
        TrainingSession session = held.ofVague(other.vagueId()).get(0);
        people.as(made.circo().ien());
        dates.set(
                session.id(),
                words.shownDates(session).sent(),
                List.of(
                        new HalfDay(1, first.atTime(two), first.atTime(five), null),
                        new HalfDay(2, second.atTime(two), second.atTime(five), erun)),
                "Deux temps",
                true);

        Map<String, Integer> seats = Map.of(made.school(0), 2);
        List<Busy> busy = facts().busy();
        assertThat(busy)
                .contains(
                        new Busy(cpc, "Rennes", first, two, five, seats, Set.of()),
                        new Busy(erun, "Rennes", second, two, five, seats, Set.of()));
        assertThat(busy)
                .as("who is replaced is free that day")
                .noneMatch(one -> one.takes(cpc) && one.day().equals(second));
        assertThat(busy)
                .as("who stands in is free the other day")
                .noneMatch(one -> one.takes(erun) && one.day().equals(first));
    }

    /** What others hold elsewhere, with their own people, is not even read: a département has thousands of sessions. */
    @Test
    void readsNothingThatItCannotMeet() {
        TestGround.Circo far = people.circonscription(2);
        String town = "Hameau " + far.uai();
        var theirs = new Theirs(far, town);
        theirs.line(1, far.cpc().id(), Map.of(far.schools().get(0), 2));
        theirs.line(2, far.cpc().id(), Map.of(made.school(0), 2));
        theirs.line(3, cpc, Map.of(far.schools().get(0), 2));
        approved.tell(new VagueEngaged(theirs.plan().vagueId()));
        driver.runDue();

        assertThat(facts().busy().stream().filter(busy -> busy.place().equals(town)))
                .extracting(busy -> busy.day().getDayOfMonth())
                .as("a school of its own, and a trainer of its own; the first line is none of its business")
                .contains(2, 3)
                .doesNotContain(1);
    }

    /** Their line says another town: where it stands by now counts. */
    @Test
    void readsASessionOfOthersThatWasMovedIntoOneOfItsRooms() {
        TestGround.Circo far = people.circonscription(2);
        var theirs = new Theirs(far, "Hameau " + far.uai());
        theirs.line(1, far.cpc().id(), Map.of(far.schools().get(0), 2));
        approved.tell(new VagueEngaged(theirs.plan().vagueId()));
        driver.runDue();
        TrainingSession session = held.ofVague(theirs.plan().vagueId()).get(0);
        assertThat(facts().busy()).noneMatch(busy -> busy.place().equals(made.school(1)));

        jdbc.sql("UPDATE training_session SET place = ? WHERE id = ?")
                .params(made.school(1), session.id())
                .update();

        assertThat(facts().busy())
                .anyMatch(busy ->
                        busy.place().equals(made.school(1)) && busy.day().equals(session.day()));
    }

    /** A trainer of elsewhere who is asked to give a session of this plan brings along what he has to give there. */
    @Test
    void readsTheTimeOfATrainerOfElsewhere() {
        TestGround.Circo far = people.circonscription(2);
        String town = "Hameau " + far.uai();
        var theirs = new Theirs(far, town);
        theirs.line(1, far.cpc().id(), Map.of(far.schools().get(0), 2));
        Plan plan = plans.find(service.begin(made.number()).id()).orElseThrow();

        assertThat(reader.of(plan).busy()).noneMatch(busy -> busy.place().equals(town));
        assertThat(reader.with(plan, far.cpc().id()).busy())
                .as("before the line is written")
                .anyMatch(busy -> busy.place().equals(town));
        approved.line(
                new ApprovedPlanGround.Planned(plan.projectId(), 0, plan.id()),
                1,
                "FORMATEURS",
                "FORM-FORMATEURS",
                LocalDate.of(2026, 11, 25),
                LocalTime.of(14, 0),
                180,
                20,
                far.cpc().id(),
                List.of("ERUN"),
                Map.of());
        assertThat(reader.of(plan).busy()).as("and after").anyMatch(busy -> busy.place()
                .equals(town));
    }

    /** Another circonscription's plan, in a town of its own; line n on the nth of December. */
    private final class Theirs {

        private final ApprovedPlanGround.Planned plan;
        private final String town;

        Theirs(TestGround.Circo circo, String town) {
            this.plan = approved.plan(circo, "FORMATEURS");
            this.town = town;
        }

        ApprovedPlanGround.Planned plan() {
            return plan;
        }

        void line(int number, long trainer, Map<String, Integer> seats) {
            approved.line(
                    plan,
                    number,
                    "VAGUE",
                    "PEDA-1",
                    LocalDate.of(2026, 12, number),
                    LocalTime.of(14, 0),
                    180,
                    20,
                    trainer,
                    List.of("ENSEIGNANT"),
                    seats);
            jdbc.sql("UPDATE planned_session SET place = ? WHERE plan_id = ? AND line = ?")
                    .params(town, plan.planId(), number)
                    .update();
        }
    }

    private PlanFacts facts() {
        long plan = service.begin(made.number()).id();
        return reader.of(plans.find(plan).orElseThrow());
    }

    private Room room(String name, String school, String commune, int seats) {
        return new Room(0, 0, made.circo().uai(), name, school, commune, seats, null, null, null, null, null);
    }

    private static boolean away(Conditions said, long who, LocalDate day, int hour) {
        LocalTime start = LocalTime.of(hour, 0);
        return said.absences().stream()
                .anyMatch(absence -> absence.personId() == who && absence.covers(day, start, start.plusHours(1)));
    }
}
