package fr.forment.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.benchmark.plan.Instances;
import fr.forment.plan.PlanBasis;
import fr.forment.plan.PlanNames;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What no plan could do is said, whatever the plan. */
class DemandsTest {

    private static final PlanFacts REDON = Instances.named("Redon").facts();

    @Test
    void saysNothingWhereAllCanBeDone() {
        assertThat(of(REDON)).isEmpty();
    }

    @Test
    void saysThatNobodyIsQualified() {
        PlanFacts nobody = REDON.with(Conditions.NONE.withQualified(
                REDON.people().stream().collect(Collectors.toMap(Person::id, person -> Set.of()))));
        assertThat(of(nobody)).anyMatch(text -> text.startsWith("Personne n'est habilité"));
        assertThat(whys(nobody)).isNotEmpty();
    }

    /** Who cannot be placed is named, and one Wednesday would do. */
    @Test
    void saysThatNoWednesdayIsLeft() {
        PlanFacts none = REDON.on(day -> REDON.schoolDay().test(day) && day.getDayOfWeek() != DayOfWeek.WEDNESDAY);
        assertThat(of(none)).anyMatch(text -> text.contains("aucun mercredi de classe"));
        List<NeedWhy> whys = new NeedWhys(none, List.of()).all();
        assertThat(whys).anySatisfy(why -> assertThat(why.freed())
                .map(found -> found.relief().day().getDayOfWeek())
                .contains(DayOfWeek.WEDNESDAY));
    }

    private static List<String> of(PlanFacts facts) {
        return Demands.of(basis(facts), NOBODY);
    }

    private static List<String> whys(PlanFacts facts) {
        return new NeedWhys(facts, List.of())
                .all().stream()
                        .flatMap(why -> new NeedWords(NOBODY).inFrench(why).stream())
                        .toList();
    }

    private static final PlanNames.Of NOBODY = new PlanNames.Of(Map.of(), Map.of(), Map.of());

    private static PlanBasis basis(PlanFacts facts) {
        return new PlanBasis(1, true, facts, List.of(), Set.of(), Weights.delivered(), 1);
    }
}
