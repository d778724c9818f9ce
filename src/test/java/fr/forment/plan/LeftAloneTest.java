package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.benchmark.plan.Instances;
import fr.forment.plan.Warning.Weight;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an amendment leaves as people were told is no reason to hold up the rest; what it changes is judged. */
class LeftAloneTest {

    private static final PlanFacts REDON = Instances.named("Redon").facts();
    private static final Draft PLANNED = PlanCalculator.propose(REDON).stream()
            .filter(draft -> draft.vagueRank() == null && draft.trainerId() != null)
            .findFirst()
            .orElseThrow();

    private final LocalDate day = PLANNED.day();
    private final Absence ill = Absence.wholeDays(PLANNED.trainerId(), day, day);

    @Test
    void whatCannotBeSavedStaysAnOpenPointAndBlocksNothing() {
        PlanFacts facts = facts(REDON.from(), PLANNED, List.of(ill), List.of());
        assertThat(weights(facts, PLANNED)).containsOnly(Weight.IMPORTANT);
        assertThat(texts(facts, PLANNED))
                .anyMatch(text -> text.startsWith("le formateur n'est pas disponible") && text.contains("à replacer"));
        assertThat(weights(facts, moved(PLANNED, day, PLANNED.start().plusHours(1), PLANNED.place())))
                .as("who moves it answers for it")
                .contains(Weight.BLOQUANT);
        assertThat(weights(facts(REDON.from(), null, List.of(ill), List.of()), PLANNED))
                .as("of a plan that nobody was told of yet")
                .contains(Weight.BLOQUANT);
    }

    /** Inside the notice, also where people have moved it to since. */
    @Test
    void aDateThatStandsIsNeverTooEarly() {
        LocalDate near = day.plusDays(1);
        while (!REDON.schoolDay().test(near)) {
            near = near.plusDays(1);
        }
        Draft now = moved(PLANNED, near, PLANNED.start(), PLANNED.place());
        PlanFacts facts = facts(near.plusDays(7), now, List.of(), List.of());
        assertThat(weights(facts, now)).doesNotContain(Weight.BLOQUANT);
        assertThat(weights(facts, PLANNED)).doesNotContain(Weight.BLOQUANT);
        assertThat(texts(facts, moved(PLANNED, near, PLANNED.start().plusMinutes(30), PLANNED.place())))
                .anyMatch(text -> text.startsWith("elle vient trop tôt"));
    }

    @Test
    void whatIsChangedInsideTheNoticeIsJudgedAndTheRestIsNot() {
        String free = "Maison, Redon";
        List<RoomFacts> rooms = List.of(
                new RoomFacts("Perdue, Redon", "Redon", null, null, 30, null, day.minusDays(1)),
                new RoomFacts(free, "Redon", null, null, 30, null, null));
        PlanFacts facts = facts(day.plusDays(7), PLANNED, List.of(ill), rooms);
        assertThat(weights(facts, moved(PLANNED, day, PLANNED.start(), free)))
                .as("the trainer who is away was told of it: another room is no worse")
                .doesNotContain(Weight.BLOQUANT);
        assertThat(weights(facts, moved(PLANNED, day, PLANNED.start(), "Perdue, Redon")))
                .contains(Weight.BLOQUANT);
    }

    private static PlanFacts facts(LocalDate from, Draft now, List<Absence> absences, List<RoomFacts> rooms) {
        List<Held> held = now == null ? List.of() : List.of(new Held(1, PLANNED, now, false, true));
        Map<Integer, LocalDateTime> inForce =
                now == null ? Map.of() : Map.of(1, PLANNED.day().atTime(PLANNED.start()));
        return new PlanFacts(
                REDON.circonscriptionUai(),
                from,
                REDON.until(),
                REDON.town(),
                REDON.schoolDay(),
                REDON.modules(),
                REDON.vagues(),
                REDON.schools(),
                REDON.people(),
                REDON.needs(),
                REDON.busy(),
                REDON.pace(),
                inForce,
                new Conditions(absences, Map.of(), Map.of(), Map.of(), List.of(), Map.of(), held, rooms));
    }

    private static Draft moved(Draft was, LocalDate day, LocalTime start, String place) {
        return new Draft(
                was.vagueRank(),
                was.module(),
                day,
                start,
                place,
                was.capacity(),
                was.trainerId(),
                was.profiles(),
                was.seats(),
                was.expected());
    }

    private static List<Weight> weights(PlanFacts facts, Draft draft) {
        return warnings(facts, draft).stream().map(Warning::weight).toList();
    }

    private static List<String> texts(PlanFacts facts, Draft draft) {
        return warnings(facts, draft).stream().map(Warning::text).toList();
    }

    private static List<Warning> warnings(PlanFacts facts, Draft draft) {
        return new PlanCheck(facts, List.of(PlannedSession.of(1, draft)))
                .warnings().stream()
                        .filter(warning -> Objects.equals(warning.line(), 1))
                        .filter(warning -> !warning.text().startsWith("elle réunit"))
                        .toList();
    }
}
