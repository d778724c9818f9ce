package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where groups meet once people said which rooms there are. */
class RoomsTest {

    private static final LocalDate OPENING = LocalDate.of(2027, 6, 1);

    @Test
    void aGroupMeetsInARoomOfItsSchoolsAsLongAsItCanBeHad() {
        LocalDate until = LocalDate.of(2026, 11, 20);
        List<Draft> plan = plan(new RoomFacts("S00", "Commune A", null, null, 25, null, until));

        assertThat(plan).isNotEmpty().allSatisfy(draft -> assertThat(draft.place())
                .isEqualTo(draft.day().isAfter(until) ? "Commune A" : "S00"));
        assertThat(plan).extracting(Draft::place).contains("S00", "Commune A");
    }

    @Test
    void withoutOneItMeetsInTheSmallestRoomOfItsCommuneThatTakesIt() {
        List<Draft> plan = plan(
                new RoomFacts("Salle des fêtes", "Commune A", null, null, 200, null, null),
                new RoomFacts("Médiathèque", "Commune A", null, null, 24, null, null),
                new RoomFacts("Cyber-espace", "Commune A", null, null, 4, null, null),
                new RoomFacts("Atelier", "Commune Z", null, null, 22, null, null));

        assertThat(plan).isNotEmpty().allMatch(draft -> draft.place().equals("Médiathèque"));
        assertThat(plan).allMatch(draft -> draft.expected() <= draft.capacity() && draft.capacity() <= 24);
    }

    /** The town in the middle of all is nearer to everybody: but there is a room elsewhere. */
    @Test
    void aSearchLeavesNoKnownRoomForATown() {
        var circo = new Circo()
                .school("S00", "Là", null, 4)
                .school("S01", "Au milieu", null, 8)
                .school("S02", "Au milieu", null, 8)
                .vague(1, OPENING)
                .teacherModule("PEDA-1", 180, 22, 1, false);
        circo.schools.replaceAll(school -> new SchoolFacts(
                school.uai(),
                school.name(),
                school.commune(),
                null,
                school.commune().equals("Là") ? 48.3 : 48.0,
                -1.7,
                school.classes(),
                false,
                0));
        PlanFacts facts = with(circo.facts(), new RoomFacts("S00", "Là", null, null, 25, null, null));

        assertThat(PlanSolver.solve(facts, Search.ofSteps(Weights.delivered(), 1, 500), one -> {}, () -> false)
                        .sessions())
                .isNotEmpty()
                .allMatch(draft -> draft.place().equals("S00"));
    }

    /** Two rooms of one name in two towns are two; a room that is on no list is no place to meet. */
    @Test
    void aRoomThatWasTakenOffTheListIsLeft() {
        PlanFacts facts =
                with(circo(), new RoomFacts("Médiathèque, Commune A", "Commune A", null, null, 25, null, null));
        Draft first = PlanCalculator.propose(facts).get(0);
        List<Held> held = List.of(new Held(1, first, false, true));
        PlanFacts without = with(
                circo(),
                new RoomFacts("Médiathèque, Commune A", "Commune A", null, null, 0, null, null),
                new RoomFacts("Atelier, Commune A", "Commune A", null, null, 25, null, null));

        assertThat(PlanCalculator.propose(without.with(without.conditions().with(held))))
                .first()
                .satisfies(draft -> assertThat(draft.place()).isEqualTo("Atelier, Commune A"));
    }

    /** Whatever the room takes, parents come to their school; where it has none, to another place of its town. */
    @Test
    void parentsMeetInNoRoomThatIsLost() {
        PlanFacts facts = parents();
        List<Draft> meetings = PlanCalculator.propose(facts);
        assertThat(meetings).hasSize(5).allMatch(draft -> draft.place().equals("S00"));
        LocalDate lost = meetings.get(2).day();
        PlanFacts without = with(facts, new RoomFacts("S00", "Commune A", null, null, 0, lost, null));

        assertThat(PlanCalculator.propose(without)).hasSize(5).allSatisfy(draft -> assertThat(draft.place())
                .as("%s", draft.day())
                .isEqualTo(draft.day().isBefore(lost) ? "S00" : "Commune A"));
        assertThat(PlanSolver.solve(without, Search.ofSteps(Weights.delivered(), 1, 500), one -> {}, () -> false)
                        .sessions())
                .hasSize(5)
                .allMatch(draft -> draft.day().isBefore(lost) || draft.place().equals("Commune A"));
    }

    /** One that stood keeps its moment. */
    @Test
    void aMeetingOfParentsWhoseRoomIsLostGoesElsewhereThatDay() {
        PlanFacts facts = parents();
        List<Draft> meetings = PlanCalculator.propose(facts);
        List<Held> held = new ArrayList<>();
        meetings.forEach(draft -> held.add(new Held(held.size() + 1, draft, false, true)));
        LocalDate lost = meetings.get(2).day();
        PlanFacts without = with(
                facts,
                new RoomFacts("S00", "Commune A", null, null, 0, lost, null),
                new RoomFacts("Salle des fêtes", "Commune A", null, null, 80, null, null));
        Repaired repaired = Repair.of(without.with(without.conditions().with(held)), Weights.delivered(), facts.from());

        assertThat(repaired.hit()).containsExactlyInAnyOrder(3, 4, 5);
        assertThat(repaired.stuck()).isEmpty();
        assertThat(repaired.moved(held)).isEmpty();
        assertThat(repaired.sessions())
                .extracting(Draft::place)
                .containsExactlyInAnyOrder("S00", "S00", "Salle des fêtes", "Salle des fêtes", "Salle des fêtes");
    }

    private static PlanFacts parents() {
        var circo = new Circo().schools(1, 10).vague(1, OPENING);
        circo.module(circo.module(
                "PRES-PARENTS", 45, 60, 0, TrainerKind.ENSEIGNANT, Set.of(Profile.PARENT), false, Set.of()));
        circo.needs.add(new Need("S00", "PRES-PARENTS", Profile.PARENT, 260));
        return circo.facts();
    }

    @Test
    void aTownWithoutASchoolOfThePlanLiesSomewhere() {
        var circo = new Circo().school("S00", "Ici", null, 4);
        circo.schools.replaceAll(school ->
                new SchoolFacts(school.uai(), school.name(), school.commune(), null, 48.0, -1.7, 4, false, 0));
        PlanFacts facts = circo.facts();
        Conditions said = new Conditions(
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(new Conditions.TownFacts("Là", 48.1, -1.7)));

        assertThat(new Whereabouts(facts.with(said)).kilometres("S00", "Là")).isBetween(11.1, 11.2);
    }

    private static PlanFacts circo() {
        return new Circo()
                .schools(1, 66)
                .vague(1, OPENING)
                .teacherModule("PEDA-1", 180, 22, 1, false)
                .facts();
    }

    private static PlanFacts with(PlanFacts facts, RoomFacts... rooms) {
        return facts.with(new Conditions(
                List.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of(rooms)));
    }

    private static List<Draft> plan(RoomFacts... rooms) {
        return PlanCalculator.propose(with(circo(), rooms));
    }
}
