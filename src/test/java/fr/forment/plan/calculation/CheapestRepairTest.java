package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.benchmark.plan.Instances;
import fr.forment.catalogue.Profile;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of all answers with the fewest moves, the one that the table of what counts most prefers. */
class CheapestRepairTest {

    private static final PlanFacts REDON = Instances.named("Redon").facts();
    private static final List<Held> PUBLISHED = published(PlanCalculator.propose(REDON));
    private static final LocalDate DAY = LocalDate.of(2027, 1, 13);

    /** Her trainer leads the next session around the corner: a room far away would take another trainer. */
    @Test
    void aTownNearByWithTheSameTrainerIsBetterThanARoomFarAwayWithAnother() {
        var circo = new Circo()
                .school("S00", "Guignen", null, 6)
                .school("S01", "Lointaine", null, 6)
                .school("S02", "Guignen", null, 3)
                .person(9, AgentFunction.CPC, null)
                .vague(1, LocalDate.of(2027, 6, 1))
                .teacherModule("PEDA-1", 60, 20, 1, false)
                .teacherModule("PEDA-2", 60, 20, 2, false);
        circo.schools.replaceAll(school -> new SchoolFacts(
                school.uai(),
                school.name(),
                school.commune(),
                null,
                school.commune().equals("Guignen") ? 48.0 : 48.4,
                -1.7,
                school.classes(),
                false,
                school.uai().equals("S01") ? 30 : 0));
        PlanFacts bare = circo.facts();
        Draft hit = draft(bare, "PEDA-1", 1, LocalTime.of(14, 0), "S00", Map.of("S00", 6, "S01", 2));
        Draft next = draft(bare, "PEDA-2", 2, LocalTime.of(15, 10), "S02", Map.of("S02", 3));
        PlanFacts facts = bare.with(new Conditions(
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(new Held(1, hit, false, true), new Held(2, next, false, true)),
                List.of(
                        new RoomFacts("S00", "Guignen", 48.0, -1.7, 0, null, null),
                        new RoomFacts("S01", "Lointaine", 48.4, -1.7, 30, null, null),
                        new RoomFacts("S02", "Guignen", 48.0, -1.7, 20, null, null))));

        Repaired found = Repair.of(facts, Weights.delivered(), Circo.FROM);

        assertThat(found.hit()).containsExactly(1);
        assertThat(found.byLine().get(1)).satisfies(draft -> {
            assertThat(draft.day()).isEqualTo(DAY);
            assertThat(draft.place()).isEqualTo("Guignen");
            assertThat(draft.trainerId()).isEqualTo(Circo.CPC);
        });
    }

    /** Whatever single session loses its room, no other place and nobody else would cost less at the same hour. */
    @Test
    void noAnswerWithAsFewMovesCostsLess() {
        var random = new Random(5);
        int compared = 0;
        for (int n = 0; n < 6; n++) {
            Draft some = PUBLISHED.get(random.nextInt(PUBLISHED.size())).numbered();
            if (!REDON.schoolsByUai().containsKey(some.place()) || some.module().isHeldBySchool()) {
                continue;
            }
            SchoolFacts host = REDON.schoolsByUai().get(some.place());
            PlanFacts facts = REDON.with(new Conditions(
                    List.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    PUBLISHED,
                    List.of(
                            new RoomFacts(
                                    some.place(),
                                    host.commune(),
                                    null,
                                    null,
                                    host.room(),
                                    null,
                                    some.day().minusDays(1)),
                            new RoomFacts(
                                    some.place(),
                                    host.commune(),
                                    null,
                                    null,
                                    host.room(),
                                    some.day().plusDays(1),
                                    null))));
            Repaired found = Repair.of(facts, Weights.delivered(), REDON.from());
            assertThat(found.moved(PUBLISHED)).as("%s", some).isEmpty();
            if (found.hit().size() != 1) {
                continue;
            }
            Draft taken = found.byLine().get(some.line());
            long cost = total(facts, found.sessions());
            var otherwise = Otherwise.of(facts, found.sessions(), some.line());
            List<String> places = Stream.concat(
                            some.seats().keySet().stream(),
                            some.seats().keySet().stream()
                                    .map(uai -> facts.schoolsByUai().get(uai).commune()))
                    .distinct()
                    .toList();
            var then = new Otherwise.Aim((day, start) -> day.equals(some.day()) && start.equals(some.start()), places);
            for (Draft other : otherwise.all(then)) {
                if (other.trainerId().equals(some.trainerId())) {
                    assertThat(total(facts, otherwise.with(other)))
                            .as("%s rather than %s", other, taken)
                            .isGreaterThanOrEqualTo(cost);
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
    }

    private static long total(PlanFacts facts, List<Draft> sessions) {
        return PlanSolver.score(facts, sessions).total(Weights.delivered());
    }

    private static Draft draft(
            PlanFacts facts, String module, int line, LocalTime start, String place, Map<String, Integer> seats) {
        return new Draft(
                1,
                facts.module(module).orElseThrow(),
                DAY,
                start,
                place,
                20,
                Circo.CPC,
                Set.of(Profile.ENSEIGNANT),
                seats,
                seats.values().stream().mapToInt(Integer::intValue).sum(),
                line);
    }

    private static List<Held> published(List<Draft> drafts) {
        List<Held> held = new ArrayList<>();
        drafts.forEach(draft -> held.add(new Held(held.size() + 1, draft, false, true)));
        return List.copyOf(held);
    }
}
