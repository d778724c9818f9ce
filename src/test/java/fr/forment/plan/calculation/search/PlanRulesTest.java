package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.search.Course.Rhythm;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each rule broken, kept, and with nobody there. */
class PlanRulesTest {

    private static final ConstraintVerifier<PlanConstraints, Timetable> VERIFIER =
            ConstraintVerifier.build(new PlanConstraints(), Timetable.class, Sitting.class, Party.class);

    private final Board board = new Board();
    private final Team acigne = board.team("ACIGNE");
    private final Team brece = board.team("BRECE");
    private final Leader erun = board.leader();
    private final Leader cpc = board.leader();
    private final Venue town = board.venue("Bruz", false, Integer.MAX_VALUE);
    private final Venue school = board.venue("ACIGNE", true, 20);
    private final Course pres = board.course("PRES", 180, true);
    private final Course peda = board.course("PEDA", 180, false, "PRES");

    @Test
    void aSessionHasNoMorePeopleThanPlaces() {
        Sitting here = board.sitting(pres, board.some(0), erun, board.venue("LITTLE", true, 8));

        broken(PlanRules::places, 2, here, board.party(acigne, 6, here), board.party(brece, 4, here));
        broken(PlanRules::places, 1, town(21));
        kept(PlanRules::places, here, board.party(acigne, 8, here));
        kept(PlanRules::places, here, board.waiting(acigne, 30, here));
    }

    private Object[] town(int people) {
        Sitting there = board.sitting(pres, board.some(0), erun, town);
        return new Object[] {there, board.party(acigne, people, there)};
    }

    @Test
    void nobodyFollowsWhatHeLeads() {
        Leader teacher = board.leaderOf(acigne, pres, 4);
        Sitting led = board.sitting(pres, board.some(0), teacher, town);

        broken(PlanRules::formateurAttendu, 1, led, board.party(acigne, 3, led), board.party(acigne, 2, led));
        kept(PlanRules::formateurAttendu, led, board.party(acigne, 4, led), board.party(brece, 9, led));
        kept(PlanRules::formateurAttendu, led, board.waiting(acigne, 9, led));
        Sitting other = board.sitting(peda, board.some(1), teacher, town);
        kept(PlanRules::formateurAttendu, other, board.party(acigne, 9, other));
    }

    @Test
    void aTrainerIsInOnePlaceAndHasTimeToTravel() {
        Moment two = board.moment(Board.WEDNESDAY, 14, 60);
        Moment quarterPastThree = board.moment(Board.WEDNESDAY, 15, 60);
        Sitting first = board.sitting(pres, two, erun, town);
        Sitting same = board.sitting(peda, two, erun, town);
        Sitting next = board.sitting(peda, quarterPastThree, erun, town);
        Sitting elsewhere = board.sitting(peda, quarterPastThree, erun, school);
        Sitting other = board.sitting(peda, two, cpc, town);

        broken(
                PlanRules::formateurEnUnSeulLieu,
                1,
                first,
                same,
                board.party(acigne, 1, first),
                board.party(brece, 1, same));
        broken(
                PlanRules::formateurEnUnSeulLieu,
                1,
                first,
                elsewhere,
                board.party(acigne, 1, first),
                board.party(brece, 1, elsewhere));
        kept(PlanRules::formateurEnUnSeulLieu, first, next, board.party(acigne, 1, first), board.party(brece, 1, next));
        kept(
                PlanRules::formateurEnUnSeulLieu,
                first,
                other,
                board.party(acigne, 1, first),
                board.party(brece, 1, other));
        kept(
                PlanRules::formateurEnUnSeulLieu,
                first,
                same,
                board.party(acigne, 1, first),
                board.waiting(brece, 1, same));
    }

    @Test
    void aTrainerIsThere() {
        erun.away().set(board.some(0).index());
        Sitting here = board.sitting(pres, board.some(0), erun, town);
        Sitting later = board.sitting(pres, board.some(1), erun, town);

        broken(PlanRules::formateurDisponible, 1, here, board.party(acigne, 5, here));
        kept(PlanRules::formateurDisponible, later, board.party(acigne, 5, later));
        kept(PlanRules::formateurDisponible, here, board.waiting(acigne, 5, here));
    }

    @Test
    void whoeverIsExpectedElsewhereDoesNotCome() {
        acigne.free().put("PRES", Map.of(board.some(0).index(), 4));
        Sitting here = board.sitting(pres, board.some(0), erun, town);
        Sitting later = board.sitting(pres, board.some(1), erun, town);
        Sitting other = board.sitting(peda, board.some(0), erun, town);

        broken(PlanRules::ecoleDisponible, 1, here, board.party(acigne, 5, here));
        kept(PlanRules::ecoleDisponible, here, board.party(acigne, 4, here));
        kept(PlanRules::ecoleDisponible, later, board.party(acigne, 5, later));
        kept(PlanRules::ecoleDisponible, other, board.party(acigne, 5, other));
        kept(PlanRules::ecoleDisponible, here, board.waiting(acigne, 5, here));
    }

    /** Half an hour lies between any two places here. */
    @Test
    void aTrainerComesInTimeFromASessionOfAnotherPlan() {
        int[] halfAnHour = {30, 30, 30};
        erun.stops().put(board.some(0).index(), List.of(new Leader.Stop(29, halfAnHour)));
        erun.stops().put(board.some(1).index(), List.of(new Leader.Stop(30, halfAnHour)));
        Sitting late = board.sitting(pres, board.some(0), erun, town);
        Sitting inTime = board.sitting(pres, board.some(1), erun, town);
        Sitting others = board.sitting(pres, board.some(0), cpc, town);

        broken(PlanRules::formateurEnRoute, 1, late, board.party(acigne, 5, late));
        kept(PlanRules::formateurEnRoute, inTime, board.party(acigne, 5, inTime));
        kept(PlanRules::formateurEnRoute, others, board.party(acigne, 5, others));
        kept(PlanRules::formateurEnRoute, late, board.waiting(acigne, 5, late));
    }

    @Test
    void peopleComeInTimeFromASessionOfAnotherPlan() {
        acigne.roads().concern(board.some(0)); // four of them are back in time
        Sitting here = board.sitting(pres, board.some(0), erun, town);
        Sitting later = board.sitting(pres, board.some(1), erun, town);

        broken(PlanRules::ecoleEnRoute, 1, here, board.party(acigne, 5, here));
        kept(PlanRules::ecoleEnRoute, here, board.party(acigne, 4, here));
        kept(PlanRules::ecoleEnRoute, here, board.party(brece, 5, here));
        kept(PlanRules::ecoleEnRoute, later, board.party(acigne, 5, later));
        kept(PlanRules::ecoleEnRoute, here, board.waiting(acigne, 5, here));
    }

    @Test
    void aTrainerMayLeadTheModuleThatDay() {
        BitSet january = new BitSet();
        january.set(board.some(0).index());
        erun.unqualified().put("PRES", january);
        Sitting here = board.sitting(pres, board.some(0), erun, town);
        Sitting later = board.sitting(pres, board.some(1), erun, town);
        Sitting other = board.sitting(peda, board.some(0), erun, town);

        broken(PlanRules::formateurHabilite, 1, here, board.party(acigne, 5, here));
        kept(PlanRules::formateurHabilite, later, board.party(acigne, 5, later));
        kept(PlanRules::formateurHabilite, other, board.party(acigne, 5, other));
        kept(PlanRules::formateurHabilite, here, board.waiting(acigne, 5, here));
    }

    @Test
    void aTrainerGivesNoMoreHalfDaysThanSaid() {
        Leader partTime = board.leader(2, Integer.MAX_VALUE);
        Sitting allDay = board.sitting(pres, board.moment(Board.WEDNESDAY, 9, 360), partTime, town);
        Sitting other = board.sitting(pres, board.some(1), partTime, town);

        broken(
                PlanRules::demiJourneesDuFormateur,
                1,
                allDay,
                other,
                board.party(acigne, 5, allDay),
                board.party(brece, 5, other));
        kept(PlanRules::demiJourneesDuFormateur, allDay, board.party(acigne, 5, allDay));
        Leader twoYears = board.leader(
                List.of(new Bound(null, Board.WEDNESDAY, 2), new Bound(Board.WEDNESDAY.plusDays(1), null, 2)));
        Sitting thisYear = board.sitting(pres, board.moment(Board.WEDNESDAY, 9, 360), twoYears, town);
        Sitting nextYear = board.sitting(pres, board.some(1), twoYears, town);
        kept(
                PlanRules::demiJourneesDuFormateur,
                thisYear,
                nextYear,
                board.party(acigne, 5, thisYear),
                board.party(brece, 5, nextYear));
        kept(
                PlanRules::demiJourneesDuFormateur,
                allDay,
                other,
                board.party(acigne, 5, allDay),
                board.waiting(brece, 5, other));
    }

    @Test
    void aRoomHoldsOneSessionAtATime() {
        Sitting one = board.sitting(pres, board.some(0), erun, school);
        Sitting other = board.sitting(peda, board.some(0), cpc, school);
        Sitting inTown = board.sitting(pres, board.some(0), erun, town);
        Sitting alsoInTown = board.sitting(peda, board.some(0), cpc, town);

        broken(PlanRules::salleUneSeuleFois, 1, one, other, board.party(acigne, 5, one), board.party(brece, 5, other));
        kept(
                PlanRules::salleUneSeuleFois,
                inTown,
                alsoInTown,
                board.party(acigne, 5, inTown),
                board.party(brece, 5, alsoInTown));
        kept(PlanRules::salleUneSeuleFois, one, other, board.party(acigne, 5, one), board.waiting(brece, 5, other));
    }

    @Test
    void aRoomIsNotTakenByAnotherPlan() {
        school.taken().set(board.some(0).index());
        Sitting here = board.sitting(pres, board.some(0), erun, school);
        Sitting later = board.sitting(pres, board.some(1), erun, school);

        broken(PlanRules::salleLibre, 1, here, board.party(acigne, 5, here));
        kept(PlanRules::salleLibre, later, board.party(acigne, 5, later));
        kept(PlanRules::salleLibre, here, board.waiting(acigne, 5, here));
    }

    @Test
    void aSchoolIsNeitherInClassNorClosed() {
        Team morning = board.team("MORNING", null, true, Set.of(), Set.of(), Set.of(), 99, 0);
        Team snow = board.team("SNOW", null, false, Set.of(Board.WEDNESDAY), Set.of(), Set.of(), 99, 0);
        Sitting early = board.sitting(pres, board.moment(Board.WEDNESDAY, 9, 180), erun, town);
        Sitting later = board.sitting(pres, board.some(1), erun, town);

        broken(
                PlanRules::ecoleDisponible,
                2,
                early,
                board.party(morning, 5, early),
                board.party(snow, 5, early),
                board.party(acigne, 5, early));
        kept(PlanRules::ecoleDisponible, later, board.party(morning, 5, later), board.party(snow, 5, later));
        kept(PlanRules::ecoleDisponible, early, board.waiting(snow, 5, early));
    }

    @Test
    void aSchoolHasOneModuleAWeekOrADayWhereTheOpeningIsNear() {
        LocalDate friday = Board.WEDNESDAY.plusDays(2);
        Sitting one = board.sitting(pres, board.some(0), erun, town);
        Sitting sameWeek = board.sitting(peda, board.moment(friday, 17, 90), erun, town);
        Sitting nextWeek = board.sitting(peda, board.some(1), erun, town);
        Course hurried = board.course("HURRIED", 90, true, Rhythm.DAY);
        Course also = board.course("ALSO", 90, true, Rhythm.DAY);
        Sitting today = board.sitting(hurried, board.moment(Board.WEDNESDAY, 14, 90), erun, town);
        Sitting friTo = board.sitting(also, board.moment(friday, 17, 90), erun, town);

        broken(
                PlanRules::rythmeDeLEcole,
                1,
                one,
                sameWeek,
                board.party(acigne, 5, one),
                board.party(acigne, 5, sameWeek));
        kept(PlanRules::rythmeDeLEcole, one, nextWeek, board.party(acigne, 5, one), board.party(acigne, 5, nextWeek));
        kept(PlanRules::rythmeDeLEcole, one, sameWeek, board.party(acigne, 5, one), board.party(brece, 5, sameWeek));
        kept(PlanRules::rythmeDeLEcole, today, friTo, board.party(acigne, 5, today), board.party(acigne, 5, friTo));
        kept(PlanRules::rythmeDeLEcole, one, sameWeek, board.party(acigne, 5, one), board.waiting(acigne, 5, sameWeek));
    }

    @Test
    void whatMustComeFirstComesFirst() {
        Sitting before = board.sitting(pres, board.some(1), erun, town);
        Sitting tooEarly = board.sitting(peda, board.some(0), erun, town);
        Sitting sameDay = board.sitting(peda, board.some(1), erun, town);
        Sitting after = board.sitting(peda, board.some(2), erun, town);
        Sitting pinned = board.sitting(peda, board.some(0), erun, town, true);

        broken(
                PlanRules::prerequis,
                1,
                before,
                tooEarly,
                board.party(acigne, 5, before),
                board.party(acigne, 5, tooEarly));
        broken(
                PlanRules::prerequis,
                1,
                before,
                sameDay,
                board.party(acigne, 5, before),
                board.party(acigne, 5, sameDay));
        kept(PlanRules::prerequis, before, after, board.party(acigne, 5, before), board.party(acigne, 5, after));
        kept(PlanRules::prerequis, before, tooEarly, board.party(acigne, 5, before), board.party(brece, 5, tooEarly));
        kept(
                PlanRules::prerequis,
                before,
                tooEarly,
                board.party(acigne, 5, before),
                board.waiting(acigne, 5, tooEarly));
        kept(PlanRules::prerequis, before, pinned, board.party(acigne, 5, before), board.party(acigne, 5, pinned));
    }

    @Test
    void aPinBeforeWhatMustComeFirstIsToldApart() {
        Sitting before = board.sitting(pres, board.some(1), erun, town);
        Sitting pinned = board.sitting(peda, board.some(0), erun, town, true);
        Sitting after = board.sitting(peda, board.some(2), erun, town, true);

        broken(
                PlanRules::prerequisDUneSessionEpinglee,
                1,
                before,
                pinned,
                board.party(acigne, 5, before),
                board.party(acigne, 5, pinned));
        kept(
                PlanRules::prerequisDUneSessionEpinglee,
                before,
                after,
                board.party(acigne, 5, before),
                board.party(acigne, 5, after));
        kept(
                PlanRules::prerequisDUneSessionEpinglee,
                before,
                pinned,
                board.waiting(acigne, 5, before),
                board.party(acigne, 5, pinned));
    }

    @Test
    void aHandfulWaitsUnlessItMust() {
        Sitting few = board.sitting(peda, board.some(0), erun, town);
        Sitting must = board.sitting(pres, board.some(0), erun, town);
        Sitting pinned = board.sitting(peda, board.some(0), erun, town, true);

        broken(PlanRules::groupeSuffisant, 1, few, board.party(acigne, 3, few));
        kept(PlanRules::groupeSuffisant, few, board.party(acigne, 2, few), board.party(brece, 2, few));
        kept(PlanRules::groupeSuffisant, must, board.party(acigne, 1, must));
        kept(PlanRules::groupeSuffisant, pinned, board.party(acigne, 1, pinned));
        kept(PlanRules::groupeSuffisant, few, board.waiting(acigne, 1, few));
    }

    @Test
    void peopleWithoutASessionCountByTheirNumberAndPriority() {
        Sitting here = board.sitting(pres, board.some(0), erun, town);

        broken(PlanRules::personnesSansSession, 5 * Invitations.COMPULSORY, here, board.waiting(acigne, 5, here));
        kept(PlanRules::personnesSansSession, here, board.party(acigne, 5, here));
        kept(PlanRules::personnesSansSession, here);
    }

    @Test
    void whoMustComeBeforeTheOpeningDoes() {
        Sitting late = board.sitting(pres, board.moment(Board.OPENING, 17, 90), erun, town);
        Sitting inTime = board.sitting(pres, board.moment(Board.OPENING.minusDays(3), 17, 90), erun, town);

        broken(PlanRules::obligatoireApresOuverture, 5, late, board.party(acigne, 5, late));
        kept(PlanRules::obligatoireApresOuverture, inTime, board.party(acigne, 5, inTime));
        kept(PlanRules::obligatoireApresOuverture, late, board.party(acigne, 5, late, false, null));
        kept(PlanRules::obligatoireApresOuverture, late, board.waiting(acigne, 5, late));
    }

    private static void broken(Function<ConstraintFactory, Constraint> rule, int times, Object... facts) {
        VERIFIER.verifyThat((provider, factory) -> rule.apply(factory))
                .given(facts)
                .penalizesBy(times);
    }

    private static void kept(Function<ConstraintFactory, Constraint> rule, Object... facts) {
        broken(rule, 0, facts);
    }
}
