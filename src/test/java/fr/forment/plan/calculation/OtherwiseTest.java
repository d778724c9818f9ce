package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.benchmark.plan.Instances;
import fr.forment.plan.calculation.Otherwise.Aim;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Other ways to hold one session while the others stay. */
class OtherwiseTest {

    private static final Aim MONDAY = Aim.at((day, start) -> day.getDayOfWeek() == DayOfWeek.MONDAY);

    private static final PlanFacts REDON = Instances.named("Redon").facts();
    private static final List<Draft> PLAN = Numbered.plan(REDON);

    /** Whoever counts the rules without knowing of this class finds none broken. */
    @Test
    void offersOnlyWaysThatBreakNothing() {
        var random = new Random(7);
        for (int n = 0; n < 12; n++) {
            var otherwise = Otherwise.of(REDON, PLAN, 1 + random.nextInt(PLAN.size()));
            List<Draft> ways = otherwise.all();
            for (int tried = 0; tried < Math.min(6, ways.size()); tried++) {
                Draft way = ways.get(random.nextInt(ways.size()));
                assertThat(PlanSolver.score(REDON, otherwise.with(way)).broken())
                        .as("%s", way)
                        .isZero();
            }
        }
    }

    @Test
    void offersTheNearestDayFirst() {
        List<Draft> ways = Otherwise.of(REDON, PLAN, PLAN.size()).all();
        assertThat(ways).isNotEmpty();
        assertThat(ways.get(0).line()).isEqualTo(PLAN.size());
        assertThat(ways).doesNotHaveDuplicates();
    }

    @Test
    void namesWhatStandsInTheWayOfAWish() {
        int line = PLAN.stream()
                .filter(draft -> draft.vagueRank() != null && draft.module().minutes() > 90)
                .findFirst()
                .orElseThrow()
                .line();
        var otherwise = Otherwise.of(REDON, PLAN, line);
        assertThat(otherwise.all(MONDAY)).isEmpty();
        assertThat(otherwise.obstacles(MONDAY)).containsOnlyKeys(Hindrance.DUREE);
    }

    @Test
    void saysThatNobodyIsQualified() {
        Draft some = PLAN.stream()
                .filter(draft -> draft.vagueRank() != null && draft.trainerId() != null)
                .findFirst()
                .orElseThrow();
        PlanFacts nobody = REDON.with(new Conditions(
                List.of(),
                Map.of(),
                REDON.people().stream().collect(Collectors.toMap(Person::id, person -> Set.of())),
                Map.of(),
                List.of(),
                Map.of(),
                List.of()));
        var otherwise = Otherwise.of(nobody, PLAN, some.line());
        assertThat(otherwise.all()).isEmpty();
        assertThat(otherwise.obstacles(Aim.ANY)).containsKey(Hindrance.PERSONNE_HABILITEE);
    }

    /** A school that left is in no session of the facts any more. */
    @Test
    void speaksOfThoseWhoStayedWhereASchoolHasLeft() {
        PlanFacts fewer = new PlanFacts(
                REDON.circonscriptionUai(),
                REDON.from(),
                REDON.until(),
                REDON.town(),
                REDON.schoolDay(),
                REDON.modules(),
                REDON.vagues(),
                REDON.schools().subList(1, REDON.schools().size()),
                REDON.people(),
                REDON.needs(),
                REDON.busy(),
                REDON.pace(),
                REDON.inForce());
        String gone = REDON.schools().get(0).uai();
        assertThat(PLAN).anyMatch(draft -> draft.seats().containsKey(gone));
        assertThat(PLAN).allSatisfy(draft -> assertThat(
                        Otherwise.of(fewer, PLAN, draft.line()).all())
                .noneMatch(way -> way.seats().containsKey(gone)));
    }

    @Test
    void tellsHalfDaysThatAreAllGivenFromTrainersWhoAreTaken() {
        Draft some = PLAN.stream()
                .filter(draft -> draft.vagueRank() != null && draft.trainerId() != null)
                .findFirst()
                .orElseThrow();
        PlanFacts given = REDON.with(new Conditions(
                List.of(),
                REDON.people().stream().collect(Collectors.toMap(Person::id, person -> Conditions.Bound.of(0))),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of()));
        assertThat(Otherwise.of(given, PLAN, some.line()).obstacles(Aim.ANY)).containsKey(Hindrance.DEMI_JOURNEES);
    }
}
