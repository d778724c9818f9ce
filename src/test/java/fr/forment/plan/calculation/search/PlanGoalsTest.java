package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import fr.forment.plan.calculation.search.Timetable.Partners;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each goal missed, met, and with nobody there; counted in the units people read. */
class PlanGoalsTest {

    private static final ConstraintVerifier<PlanConstraints, Timetable> VERIFIER =
            ConstraintVerifier.build(new PlanConstraints(), Timetable.class, Sitting.class, Party.class);
    private static final LocalDate THURSDAY = Board.WEDNESDAY.plusDays(1);

    private final Board board = new Board();
    private final Team acigne = board.team("ACIGNE");
    private final Team brece = board.team("BRECE");
    private final Leader erun = board.leader();
    private final Venue town = board.venue("Bruz", false, Integer.MAX_VALUE);
    private final Course pres = board.course("PRES", 90, true);
    private final Course peda = board.course("PEDA", 180, false);
    private final Sitting wednesday = board.sitting(peda, board.some(0), erun, town);
    private final Sitting evening = board.sitting(pres, board.moment(THURSDAY, 17, 90), erun, town);

    @Test
    void aSchoolMeetsWhenItWished() {
        Team wishing = board.team("W", null, false, Set.of(), Set.of("SOIR"), Set.of(), 99, 0);

        units(PlanGoals::creneauSouhaite, 1, wednesday, board.party(wishing, 5, wednesday));
        units(
                PlanGoals::creneauSouhaite,
                0,
                evening,
                board.party(wishing, 5, evening),
                board.party(acigne, 5, evening));
        units(PlanGoals::creneauSouhaite, 0, wednesday, board.waiting(wishing, 5, wednesday));
    }

    @Test
    void aSchoolMeetsAsItWished() {
        Team wishing = board.team("W", null, false, Set.of(), Set.of(), Set.of("ECOLE"), 99, 0);
        Sitting atHome = board.sitting(peda, board.some(1), erun, board.venue("W", true, 20));

        units(PlanGoals::formatSouhaite, 1, wednesday, board.party(wishing, 5, wednesday));
        units(PlanGoals::formatSouhaite, 0, atHome, board.party(wishing, 5, atHome), board.party(acigne, 5, atHome));
        units(PlanGoals::formatSouhaite, 0, wednesday, board.waiting(wishing, 5, wednesday));
    }

    /** Ten kilometres are sixteen minutes. */
    @Test
    void aSchoolTravelsNoLongerThanItWished() {
        Team near = board.team("N", null, false, Set.of(), Set.of(), Set.of(), 15, 0);
        Team far = board.team("F", null, false, Set.of(), Set.of(), Set.of(), 16, 0);

        units(PlanGoals::trajetSouhaite, 1, wednesday, board.party(near, 5, wednesday));
        units(PlanGoals::trajetSouhaite, 0, wednesday, board.party(far, 5, wednesday));
        units(PlanGoals::trajetSouhaite, 0, wednesday, board.waiting(near, 5, wednesday));
    }

    /** A school says how its own people are to be trained, not where it meets the parents. */
    @Test
    void aMeetingWithParentsMissesNoWish() {
        Team wishing = board.team("W", null, false, Set.of(), Set.of("SOIR"), Set.of("VISIO"), 0, 0);
        Sitting parents = board.sitting(board.meeting(), board.some(1), erun, town);

        units(PlanGoals::creneauSouhaite, 0, parents, board.party(wishing, 5, parents));
        units(PlanGoals::formatSouhaite, 0, parents, board.party(wishing, 5, parents));
        units(PlanGoals::trajetSouhaite, 0, parents, board.party(wishing, 5, parents));
    }

    @Test
    void schoolsMeetOnceWithThoseTheyNamed() {
        var wished = new Partners(acigne, brece);

        units(
                PlanGoals::partenaireSouhaite,
                1,
                wished,
                wednesday,
                evening,
                board.party(acigne, 5, wednesday),
                board.party(brece, 5, evening));
        units(
                PlanGoals::partenaireSouhaite,
                0,
                wished,
                wednesday,
                board.party(acigne, 5, wednesday),
                board.party(brece, 2, wednesday),
                board.party(brece, 2, wednesday));
        units(
                PlanGoals::partenaireSouhaite,
                1,
                wished,
                wednesday,
                board.party(acigne, 5, wednesday),
                board.waiting(brece, 5, wednesday));
    }

    @Test
    void everyPersonsKilometresCount() {
        Sitting atHome = board.sitting(peda, board.some(1), erun, nowhereFar());

        units(
                PlanGoals::personneKilometre,
                70,
                wednesday,
                board.party(acigne, 5, wednesday),
                board.party(brece, 2, wednesday));
        units(PlanGoals::personneKilometre, 0, atHome, board.party(acigne, 5, atHome));
        units(PlanGoals::personneKilometre, 0, wednesday, board.waiting(acigne, 5, wednesday));
    }

    private Venue nowhereFar() {
        Venue venue = board.venue("HERE", true, 20);
        java.util.Arrays.fill(venue.distances(), 0);
        return venue;
    }

    @Test
    void colleaguesAndSchoolsOfAnRpiStayTogether() {
        Team one = board.team("1", "rpi", false, Set.of(), Set.of(), Set.of(), 99, 0);
        Team other = board.team("2", "rpi", false, Set.of(), Set.of(), Set.of(), 99, 0);
        Sitting second = board.sitting(peda, board.some(1), erun, town);

        units(
                PlanGoals::colleguesReunis,
                1,
                wednesday,
                second,
                board.party(acigne, 4, wednesday),
                board.party(acigne, 1, second));
        units(
                PlanGoals::colleguesReunis,
                1,
                wednesday,
                second,
                board.party(one, 4, wednesday),
                board.party(other, 1, second));
        units(
                PlanGoals::colleguesReunis,
                0,
                wednesday,
                second,
                board.party(one, 4, wednesday),
                board.party(other, 1, wednesday),
                board.party(acigne, 1, second));
        units(
                PlanGoals::colleguesReunis,
                0,
                wednesday,
                board.party(acigne, 4, wednesday),
                board.waiting(acigne, 1, wednesday));
    }

    @Test
    void trainersShareTheHours() {
        Leader busy = board.leader(Integer.MAX_VALUE, 120);
        Sitting three = board.sitting(peda, board.some(1), busy, town);
        Sitting more = board.sitting(pres, board.some(2), busy, town);

        units(
                PlanGoals::chargeDesFormateurs,
                2.5,
                three,
                more,
                board.party(acigne, 5, three),
                board.party(brece, 5, more));
        units(PlanGoals::chargeDesFormateurs, 0, more, board.party(acigne, 5, more));
        units(PlanGoals::chargeDesFormateurs, 0, three, board.waiting(acigne, 5, three));
    }

    @Test
    void schoolsOfAVagueAdvanceTogether() {
        Sitting later = board.sitting(peda, board.some(2), erun, town);

        units(
                PlanGoals::avancementDesEcoles,
                14,
                wednesday,
                later,
                board.party(acigne, 5, wednesday),
                board.party(brece, 5, later));
        units(
                PlanGoals::avancementDesEcoles,
                0,
                wednesday,
                evening,
                board.party(acigne, 5, wednesday),
                board.party(brece, 5, evening));
        units(
                PlanGoals::avancementDesEcoles,
                0,
                wednesday,
                later,
                board.party(acigne, 5, wednesday),
                board.waiting(brece, 5, later));
    }

    @Test
    void schoolsServedFirstDoNotWait() {
        Team first = board.team("1", null, false, Set.of(), Set.of(), Set.of(), 99, 2);
        Sitting later = board.sitting(peda, board.some(3), erun, town);

        units(PlanGoals::precocite, 6, later, board.party(first, 5, later), board.party(acigne, 5, later));
        units(PlanGoals::precocite, 0, wednesday, board.party(first, 5, wednesday));
        units(PlanGoals::precocite, 0, later, board.waiting(first, 5, later));
    }

    @Test
    void nobodyIsTakenOutOfClass() {
        Sitting thursday = board.sitting(peda, board.moment(THURSDAY, 9, 360), erun, town);
        Sitting morning = board.sitting(peda, board.moment(THURSDAY, 9, 180), erun, town);

        units(PlanGoals::remplacement, 10, thursday, board.party(acigne, 5, thursday));
        units(PlanGoals::remplacement, 5, morning, board.party(acigne, 5, morning));
        units(
                PlanGoals::remplacement,
                0,
                evening,
                wednesday,
                board.party(acigne, 5, evening),
                board.party(acigne, 5, wednesday));
        units(PlanGoals::remplacement, 0, thursday, board.waiting(acigne, 5, thursday));
    }

    @Test
    void sessionsAreWellFilled() {
        units(PlanGoals::sousMinimum, 3, wednesday, board.party(acigne, 2, wednesday));
        units(
                PlanGoals::sousMinimum,
                0,
                wednesday,
                board.party(acigne, 3, wednesday),
                board.party(brece, 2, wednesday));
        units(PlanGoals::sousMinimum, 0, wednesday, board.waiting(acigne, 2, wednesday));
    }

    @Test
    void datesThatWereToldStand() {
        Moment told = board.some(4);

        units(PlanGoals::dateDeplacee, 5, wednesday, board.party(acigne, 5, wednesday, true, told));
        units(PlanGoals::dateDeplacee, 0, wednesday, board.party(acigne, 5, wednesday, true, board.some(0)));
        units(PlanGoals::dateDeplacee, 0, wednesday, board.party(acigne, 5, wednesday));
        units(PlanGoals::dateDeplacee, 0, wednesday, board.waiting(acigne, 5, wednesday));
    }

    private static void units(Function<ConstraintFactory, Constraint> goal, double units, Object... facts) {
        VERIFIER.verifyThat((provider, factory) -> goal.apply(factory))
                .given(facts)
                .penalizesBy((int) Math.round(units * Basis.KILOMETRE));
    }
}
