package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.repair.Following;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A session hit by snow within the notice, and those that must come after it. */
class FollowingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);
    private static final LocalDate SNOW = LocalDate.of(2026, 10, 14);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 5);
    private static final LocalDate OPENING = LocalDate.of(2027, 3, 1);

    @Test
    void whatMustFollowMovesOnlyWhereTheOrderWouldBeLost() {
        PlanFacts facts = snow(
                held(1, "UN", SNOW, "S00"),
                held(2, "DEUX", LocalDate.of(2026, 10, 28), "S00"),
                held(3, "TROIS", LocalDate.of(2026, 12, 9), "S00"),
                held(4, "DEUX", LocalDate.of(2026, 10, 28), "S01"));
        Repaired alone = Repair.of(facts, Weights.delivered(), TODAY);
        assertThat(alone.stuck()).extracting(Repaired.Stuck::line).containsExactly(1);

        Following.Found found = Following.of(facts, Weights.delivered(), TODAY, Set.of(), List.of(), alone);
        assertThat(found.repaired().stuck()).isEmpty();
        Map<Integer, Draft> after = found.repaired().byLine();
        assertThat(after.get(1).day()).isAfterOrEqualTo(facts.from());
        assertThat(after.get(2).day())
                .isAfter(after.get(1).day())
                .isBefore(after.get(3).day());
        assertThat(after.get(3).day()).as("the order still holds").isEqualTo(LocalDate.of(2026, 12, 9));
        assertThat(after.get(4).day()).as("another school").isEqualTo(LocalDate.of(2026, 10, 28));
        assertThat(found.because()).containsExactly(Map.entry(2, 1));
    }

    @Test
    void aWholeRowMovesWhereEachStandsInTheWayOfTheOther() {
        PlanFacts facts = snow(
                held(1, "UN", SNOW, "S00"),
                held(2, "DEUX", LocalDate.of(2026, 10, 28), "S00"),
                held(3, "TROIS", LocalDate.of(2026, 11, 3), "S00"));
        Following.Found found = Following.of(
                facts, Weights.delivered(), TODAY, Set.of(), List.of(), Repair.of(facts, Weights.delivered(), TODAY));
        Map<Integer, Draft> after = found.repaired().byLine();
        assertThat(found.repaired().stuck()).isEmpty();
        assertThat(after.get(2).day()).isAfter(after.get(1).day());
        assertThat(after.get(3).day()).isAfter(after.get(2).day());
        assertThat(found.because()).containsOnlyKeys(2, 3);
    }

    /** Two sessions hit, and room for both before: the nearest day of the first left the second none. */
    @Test
    void nothingFollowsWhereAllThatAreHitFindRoomBefore() {
        LocalDate away = LocalDate.of(2026, 11, 9);
        LocalDate back = LocalDate.of(2026, 12, 7);
        PlanFacts facts = closed(
                away.datesUntil(back).collect(Collectors.toSet()),
                held(1, "UN", LocalDate.of(2026, 11, 10), "S00"),
                held(2, "DEUX", LocalDate.of(2026, 11, 12), "S00"),
                held(3, "TROIS", back, "S00"));
        Repaired repaired = Repair.of(facts, Weights.delivered(), TODAY);
        assertThat(repaired.stuck()).isEmpty();
        Map<Integer, Draft> after = repaired.byLine();
        assertThat(after.get(1).day()).isBefore(after.get(2).day());
        assertThat(after.get(2).day()).isBefore(away);
        assertThat(after.get(3).day()).isEqualTo(back);
    }

    /** People decided to keep what comes after: nothing moves, and the session is said to be stuck. */
    @Test
    void whatNobodyAsksAboutIsNotPushed() {
        PlanFacts facts = snow(held(1, "UN", SNOW, "S00"), held(2, "DEUX", LocalDate.of(2026, 10, 28), "S00"));
        Repaired alone = Repair.of(facts, Weights.delivered(), TODAY, Set.of(2));
        Following.Found found = Following.of(facts, Weights.delivered(), TODAY, Set.of(2), List.of(), alone);
        assertThat(found.repaired().stuck()).extracting(Repaired.Stuck::line).containsExactly(1);
        assertThat(found.repaired().byLine()).isEqualTo(alone.byLine());
        assertThat(found.because()).isEmpty();
    }

    /** The plan had them last; nothing asks for it but what their module needs. */
    @Test
    void parentsWhoNeedItNotKeepTheirDate() {
        LocalDate evening = LocalDate.of(2026, 10, 30);
        PlanFacts facts = snow(
                held(1, "UN", SNOW, "S00"),
                held(2, "DEUX", LocalDate.of(2026, 10, 28), "S00"),
                parents(3, "INVITES", evening),
                parents(4, "PARENTS", evening));
        Following.Found found = Following.of(
                facts, Weights.delivered(), TODAY, Set.of(), List.of(), Repair.of(facts, Weights.delivered(), TODAY));
        Map<Integer, Draft> after = found.repaired().byLine();
        assertThat(found.repaired().stuck()).isEmpty();
        assertThat(after.get(3).day()).isEqualTo(evening);
        assertThat(after.get(4).day()).isAfter(after.get(1).day());
        assertThat(found.because()).containsOnly(Map.entry(2, 1), Map.entry(4, 1));
    }

    /** It needs both, and only the second one leaves it no day. */
    @Test
    void theReasonIsTheSessionThatPassesIt() {
        PlanFacts facts = snow(
                held(1, "UN", SNOW, "S00"),
                held(2, "DEUX", LocalDate.of(2026, 10, 28), "S00"),
                held(3, "QUATRE", LAST, "S00"));
        Following.Found found = Following.of(
                facts, Weights.delivered(), TODAY, Set.of(), List.of(), Repair.of(facts, Weights.delivered(), TODAY));
        Map<Integer, Draft> after = found.repaired().byLine();
        found.because().forEach((line, first) -> assertThat(after.get(first).day())
                .as("line %s because of %s", line, first)
                .isAfterOrEqualTo(line == 2 ? LocalDate.of(2026, 10, 28) : LAST));
        assertThat(found.because().containsKey(3)).isEqualTo(!after.get(3).day().equals(LAST));
    }

    /** Users come once their trainers are trained, marks and convocations in between. */
    @Test
    void usersWaitForTheirTrainers() {
        Draft trainers = new Draft(
                null,
                circo().modules.stream()
                        .filter(module -> module.code().equals("FORM"))
                        .findFirst()
                        .orElseThrow(),
                SNOW,
                LocalTime.of(9, 0),
                "Bruz",
                20,
                null,
                Set.of(Profile.ERUN),
                Map.of(),
                1);
        PlanFacts facts = snow(
                new Held(1, trainers, false, true),
                held(2, "UN", LocalDate.of(2026, 11, 12), "S00"),
                held(3, "UN", LocalDate.of(2027, 1, 20), "S01"));
        assertThat(facts.schoolDay().test(SNOW)).isTrue();
        Repaired alone = Repair.of(closedEverywhere(facts), Weights.delivered(), TODAY);
        assertThat(alone.stuck()).extracting(Repaired.Stuck::line).containsExactly(1);
        Following.Found found =
                Following.of(closedEverywhere(facts), Weights.delivered(), TODAY, Set.of(), List.of(), alone);
        Map<Integer, Draft> after = found.repaired().byLine();
        assertThat(found.repaired().stuck()).isEmpty();
        LocalDate first = Circo.PACE.afterTrainers(after.get(1).day(), facts.schoolDay());
        assertThat(after.get(2).day()).isAfterOrEqualTo(first);
        assertThat(after.get(3).day()).isEqualTo(LocalDate.of(2027, 1, 20));
        assertThat(found.because()).containsExactly(Map.entry(2, 1));
    }

    private static PlanFacts closedEverywhere(PlanFacts facts) {
        return facts.on(day -> !day.equals(SNOW) && facts.schoolDay().test(day));
    }

    private static Circo circo() {
        Circo circo = new Circo().schools(2, 5).vague(1, OPENING);
        circo.trainersModule("FORM", 180, TrainerKind.EQUIPE_CIRCONSCRIPTION, Profile.ERUN);
        circo.teacherModule("UN", 90, 20, 1, true);
        circo.teacherModule("DEUX", 90, 20, 2, true, "UN");
        circo.teacherModule("TROIS", 90, 20, 3, false, "DEUX");
        circo.teacherModule("QUATRE", 90, 20, 3, false, "UN", "DEUX");
        circo.module(
                circo.module("INVITES", 45, 60, 0, TrainerKind.ENSEIGNANT, Set.of(Profile.PARENT), false, Set.of()));
        circo.module(circo.module(
                "PARENTS", 45, 60, 0, TrainerKind.ENSEIGNANT, Set.of(Profile.PARENT), false, Set.of("UN")));
        return circo;
    }

    private static Held held(int line, String module, LocalDate day, String school) {
        ModuleFacts of = circo().modules.stream()
                .filter(each -> each.code().equals(module))
                .findFirst()
                .orElseThrow();
        return new Held(
                line,
                new Draft(1, of, day, LocalTime.of(14, 0), school, 20, Circo.CPC, of.profiles(), Map.of(school, 5), 5),
                false,
                true);
    }

    private static Held parents(int line, String module, LocalDate day) {
        ModuleFacts of = circo().modules.stream()
                .filter(each -> each.code().equals(module))
                .findFirst()
                .orElseThrow();
        LocalTime start = LocalTime.of(line == 3 ? 17 : 18, 0);
        return new Held(
                line, new Draft(1, of, day, start, "S00", 60, 100L, of.profiles(), Map.of("S00", 40), 40), false, true);
    }

    /** The school of the first session is closed. */
    private static PlanFacts snow(Held... sessions) {
        return closed(Set.of(SNOW), sessions);
    }

    private static PlanFacts closed(Set<LocalDate> days, Held... sessions) {
        PlanFacts facts = circo().facts().needing(List.of());
        return facts.with(new Conditions(
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("S00", days),
                List.of(),
                Map.of(),
                new ArrayList<>(List.of(sessions))));
    }
}
