package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What people are told has changed is what changed, not the order in which a database gave it. */
class FactsPrintTest {

    @Test
    void isTheSameInWhateverOrderFactsAreRead() {
        PlanFacts facts = circo().facts();
        Circo turned = circo();
        Collections.reverse(turned.busy);
        Collections.reverse(turned.people);
        Collections.reverse(turned.needs);
        Collections.reverse(turned.schools);
        Collections.reverse(turned.modules);
        assertThat(FactsPrint.of(turned.facts())).isEqualTo(FactsPrint.of(facts));
    }

    @Test
    void namesThePartThatChangedAlone() {
        PlanFacts facts = circo().facts();
        Circo other = circo();
        other.busy.remove(0);
        assertThat(FactsPrint.of(other.facts()).entrySet().stream()
                        .filter(part ->
                                !part.getValue().equals(FactsPrint.of(facts).get(part.getKey())))
                        .map(part -> part.getKey()))
                .containsExactly("busy");
    }

    @Test
    void proposesTheSamePlanInWhateverOrderOthersHaveBooked() {
        Circo turned = circo();
        Collections.reverse(turned.busy);
        assertThat(PlanCalculator.propose(turned.facts()))
                .isNotEmpty()
                .isEqualTo(PlanCalculator.propose(circo().facts()));
    }

    private static Circo circo() {
        Circo circo =
                new Circo().schools(3, 3).vague(1, LocalDate.of(2027, 3, 1)).teacherModule("PEDA-1", 180, 20, 1, false);
        for (int n = 0; n < 6; n++) {
            LocalDate day = LocalDate.of(2026, 12, 2).plusWeeks(n / 2);
            circo.busy.add(
                    n % 2 == 0
                            ? new Busy(Circo.ERUN, "S00", day, LocalTime.of(9, 0), LocalTime.of(12, 0))
                            : Busy.away(100 + n, day, LocalTime.of(8, 0), LocalTime.of(18, 0)));
        }
        return circo;
    }
}
