package fr.forment.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.benchmark.plan.Instances;
import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Numbered;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.Trainers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of the first moment of a session, against every earlier one that the judge of plans lets pass. */
class FirstMomentTest {

    private static final PlanFacts REDON = Instances.named("Redon").facts();

    private final List<Draft> plan = Numbered.plan(REDON);

    private static Draft on(Draft was, LocalDate day, LocalTime start, String place, Long trainer) {
        return new Draft(
                was.vagueRank(),
                was.module(),
                day,
                start,
                place,
                was.capacity(),
                trainer,
                was.profiles(),
                was.seats(),
                was.expected(),
                was.line());
    }

    private List<Draft> with(Draft moved) {
        List<Draft> all = new ArrayList<>(plan);
        all.removeIf(draft -> draft.line().equals(moved.line()));
        all.add(moved);
        return all;
    }

    private Draft trained() {
        return plan.stream()
                .filter(draft -> draft.vagueRank() != null
                        && !draft.module().isHeldBySchool()
                        && !draft.module().prerequisites().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** Moved by hand before what it needs: it is at no possible moment, let alone the first. */
    @Test
    void aDayThatIsTooEarlyIsNotCalledTheFirstPossible() {
        LocalDate day = REDON.from()
                .datesUntil(REDON.until())
                .filter(REDON.schoolDay())
                .filter(each -> each.getDayOfWeek() == trained().day().getDayOfWeek())
                .findFirst()
                .orElseThrow();
        Draft moved = on(
                trained(), day, trained().start(), trained().place(), trained().trainerId());
        assertThat(PlanJudge.blocking(REDON, with(moved))).isNotEmpty();
        assertThat(new FirstMoment(REDON, with(moved)).of(moved))
                .startsWith("Le moment où elle se tient ne convient pas")
                .contains("Premier moment possible")
                .doesNotContain("C'est le premier moment");
    }

    @Test
    void aDayThatCanNoLongerBeGivenIsNotCalledTheFirstPossible() {
        Draft moved = on(
                trained(),
                REDON.from().minusDays(7),
                trained().start(),
                trained().place(),
                trained().trainerId());
        assertThat(new FirstMoment(REDON, with(moved)).of(moved)).startsWith("Sa date est passée");
    }

    /** Brute force: every usual hour of every earlier day, everywhere its people could meet, by anybody able. */
    @Test
    void whereNoEarlierMomentIsSaidToDoTheJudgeFindsNone() {
        List<String> before = PlanJudge.blocking(REDON, plan);
        List<Draft> asked = plan.stream()
                .filter(draft -> draft.vagueRank() != null && !draft.module().isHeldBySchool())
                .filter(draft -> !new FirstMoment(REDON, plan).of(draft).startsWith("Plus tôt"))
                .toList();
        assertThat(asked).isNotEmpty();
        var random = new Random(7);
        for (Draft draft : Stream.generate(() -> asked.get(random.nextInt(asked.size())))
                .distinct()
                .limit(Math.min(6, asked.size()))
                .toList()) {
            assertThat(earlier(draft)
                            .filter(way -> before.containsAll(PlanJudge.blocking(REDON, with(way))))
                            .findFirst())
                    .as(() -> new FirstMoment(REDON, plan).of(draft) + " " + draft)
                    .isEmpty();
        }
    }

    private Stream<Draft> earlier(Draft draft) {
        return REDON.from()
                .datesUntil(draft.day())
                .filter(REDON.schoolDay())
                .filter(day -> day.getDayOfWeek()
                        == DayOfWeek.WEDNESDAY
                        == (draft.day().getDayOfWeek() == DayOfWeek.WEDNESDAY))
                // a school comes once a day by custom, not by a rule of the judge
                .filter(day -> plan.stream()
                        .noneMatch(other -> other.day().equals(day)
                                && other.seats().keySet().stream().anyMatch(draft.seats()::containsKey)))
                .flatMap(day -> Stream.concat(
                                draft.seats().keySet().stream(),
                                REDON.schools().stream()
                                        .filter(school -> draft.seats().containsKey(school.uai()))
                                        .map(SchoolFacts::commune))
                        .distinct()
                        .flatMap(place -> Trainers.of(
                                        REDON, draft.module(), draft.seats().keySet(), day)
                                .stream()
                                .map(person -> on(draft, day, draft.start(), place, person.id()))));
    }
}
