package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.repair.Following;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever happens, what comes before an opening stays before it as long as there is a way. */
class OpeningAtRiskTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);
    private static final long DIRECTOR = 100;

    private final Circo circo = new Circo().schools(1, 5);

    /** An optional session that stood first does not take the last day there is. */
    @Test
    void whatMustComeBeforeTheOpeningChoosesFirst() {
        LocalDate optional = LocalDate.of(2026, 11, 18);
        LocalDate compulsory = LocalDate.of(2026, 11, 25);
        LocalDate last = LocalDate.of(2026, 12, 2);
        opens(LocalDate.of(2026, 12, 7));
        PlanFacts facts = facts(
                Set.of(optional, compulsory),
                List.of(optional, compulsory, last, last.plusDays(7), last.plusDays(14)),
                held(1, "LIBRE", optional.atTime(14, 0).toLocalTime(), optional),
                held(2, "UN", LocalTime.of(14, 0), compulsory));
        Repaired found = Repair.of(facts, Weights.delivered(), TODAY);
        assertThat(found.stuck()).isEmpty();
        assertThat(found.byLine().get(2).day()).isEqualTo(last);
        assertThat(found.byLine().get(1).day()).isEqualTo(last.plusDays(7));
    }

    /** A farther day before the opening comes before a nearer one after it. */
    @Test
    void parentsMeetBeforeTheOpeningThoughADayBehindItIsNearer() {
        LocalDate tuesday = LocalDate.of(2026, 12, 1);
        LocalDate before = LocalDate.of(2026, 11, 26);
        LocalDate behind = LocalDate.of(2026, 12, 3);
        opens(LocalDate.of(2026, 12, 2));
        PlanFacts facts = facts(
                Set.of(tuesday),
                List.of(before, tuesday, behind),
                held(1, "PARENTS", LocalTime.of(18, 0), tuesday),
                held(2, "PARENTS", LocalTime.of(17, 0), before));
        assertThat(Repair.of(facts, Weights.delivered(), TODAY).byLine().get(1).day())
                .isEqualTo(before);
    }

    /** The session hit takes another day than the nearest free week, so that parents still come in time behind it. */
    @Test
    void whoFollowsIsNotPushedPastTheOpeningWhereAnotherDayLeavesTime() {
        LocalDate snow = LocalDate.of(2026, 10, 14);
        LocalDate parents = LocalDate.of(2026, 10, 29);
        LocalDate soon = LocalDate.of(2026, 11, 4);
        LocalDate evening = LocalDate.of(2026, 11, 10);
        LocalDate late = LocalDate.of(2026, 11, 18);
        opens(LocalDate.of(2026, 11, 20));
        PlanFacts facts = facts(
                Set.of(snow),
                List.of(snow, parents, soon, soon.plusDays(1), evening, late, LocalDate.of(2026, 11, 23)),
                held(1, "UN", LocalTime.of(14, 0), snow),
                held(2, "PARENTS", LocalTime.of(18, 0), parents),
                held(3, "LIBRE", LocalTime.of(17, 0), soon.plusDays(1)));
        Repaired alone = Repair.of(facts, Weights.delivered(), TODAY);
        assertThat(alone.stuck()).extracting(Repaired.Stuck::line).containsExactly(1);
        Map<Integer, Draft> after = Following.of(facts, Weights.delivered(), TODAY, Set.of(), List.of(), alone)
                .repaired()
                .byLine();
        assertThat(after.get(1).day()).isEqualTo(soon);
        assertThat(after.get(2).day()).isEqualTo(evening);
    }

    private void opens(LocalDate day) {
        circo.vague(1, day);
        circo.teacherModule("UN", 90, 20, 1, true);
        circo.teacherModule("LIBRE", 60, 20, 1, false);
        circo.module(circo.module(
                "PARENTS", 45, 60, 0, TrainerKind.ENSEIGNANT, Set.of(Profile.PARENT), false, Set.of("UN")));
    }

    private Held held(int line, String module, LocalTime start, LocalDate day) {
        ModuleFacts of = circo.modules.stream()
                .filter(each -> each.code().equals(module))
                .findFirst()
                .orElseThrow();
        boolean parents = of.isHeldBySchool();
        return new Held(
                line,
                new Draft(
                        1,
                        of,
                        day,
                        start,
                        "S00",
                        parents ? 60 : 20,
                        parents ? DIRECTOR : Circo.CPC,
                        of.profiles(),
                        Map.of("S00", parents ? 40 : 5),
                        parents ? 40 : 5),
                false,
                true);
    }

    private PlanFacts facts(Set<LocalDate> closed, List<LocalDate> days, Held... sessions) {
        return circo.facts()
                .needing(List.of())
                .on(Set.copyOf(days)::contains)
                .with(new Conditions(
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("S00", closed),
                        List.of(),
                        Map.of(),
                        Stream.of(sessions).collect(Collectors.toList())));
    }
}
