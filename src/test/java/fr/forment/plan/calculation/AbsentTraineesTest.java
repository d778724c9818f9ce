package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.conditions.Absentees;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whoever trains others is a trainee himself: a plan asks nobody to come while away, nor waits for who is long away.
 */
class AbsentTraineesTest {

    private final Circo circo = new Circo()
            .schools(4, 6)
            .person(4, AgentFunction.CPC, null)
            .trainersModule("TRAIN", 180, TrainerKind.FOURNISSEUR, Profile.CPC)
            .teacherModule("PEDA-1", 180, 20, 1, true)
            .vague(1, LocalDate.of(2027, 3, 1));

    private final Draft usual = training(circo.facts());

    private PlanFacts away(Absence... absences) {
        PlanFacts facts = circo.facts();
        return Absentees.goneRound(facts.with(
                new Conditions(List.of(absences), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of())));
    }

    private static Draft training(PlanFacts facts) {
        return PlanCalculator.propose(facts).stream()
                .filter(draft -> draft.module().code().equals("TRAIN"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aShortAbsenceIsGoneRoundByTheProposalAndByTheSearch() {
        PlanFacts facts = away(Absence.wholeDays(Circo.CPC, usual.day(), usual.day()));
        assertThat(training(facts).day()).isAfter(usual.day());
        List<Draft> start = PlanCalculator.propose(circo.facts());
        assertThat(PlanSolver.score(facts, start).broken()).isPositive();
        List<Draft> found = PlanSolver.solve(
                        facts,
                        Search.ofSteps(Weights.delivered(), 5, 600),
                        List.of(PlanCalculator.propose(facts)),
                        one -> {},
                        () -> false)
                .sessions();
        assertThat(found)
                .filteredOn(draft -> draft.module().code().equals("TRAIN"))
                .isNotEmpty()
                .noneMatch(draft -> draft.day().equals(usual.day()));
    }

    @Test
    void anHourOfTheSameDayDoesWhereOnlyTheOtherHalfIsMissed() {
        LocalTime noon = LocalTime.of(12, 30);
        boolean morning = usual.start().isBefore(noon);
        PlanFacts facts = away(new Absence(
                Circo.CPC,
                usual.day(),
                usual.day(),
                morning ? noon : LocalTime.of(8, 0),
                morning ? LocalTime.of(18, 0) : noon));
        assertThat(training(facts)).isEqualTo(usual);
    }

    @Test
    void daysNotGivenToTrainingOthersAreDaysToBeTrained() {
        assertThat(training(away(new Absence(Circo.CPC, usual.day(), usual.day(), null, null, false))))
                .isEqualTo(usual);
    }

    /** All others are trained when they can be: months of leave of one person would hold up every school. */
    @Test
    void aLongAbsenceHoldsUpNobody() {
        PlanFacts facts = away(Absence.wholeDays(Circo.CPC, Circo.FROM, Circo.FROM.plusMonths(3)));
        assertThat(training(facts)).isEqualTo(usual);
    }
}
