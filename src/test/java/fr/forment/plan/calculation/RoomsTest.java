package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    private static List<Draft> plan(RoomFacts... rooms) {
        PlanFacts facts = new Circo()
                .schools(1, 66)
                .vague(1, OPENING)
                .teacherModule("PEDA-1", 180, 22, 1, false)
                .facts();
        var conditions =
                new Conditions(List.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of(rooms));
        return PlanCalculator.propose(facts.with(conditions));
    }
}
