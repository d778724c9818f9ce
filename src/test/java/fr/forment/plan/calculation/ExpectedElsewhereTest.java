package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** People of two projects are in one place at a time, whoever makes the second plan. */
class ExpectedElsewhereTest {

    private final Circo circo =
            new Circo().schools(2, 8).vague(1, LocalDate.of(2027, 3, 1)).teacherModule("PEDA-1", 180, 8, 1, true);
    private final List<Draft> usual = circo.plan();
    private final Draft first = usual.get(0);
    private final String school = first.seats().keySet().iterator().next();
    private final long teacher = circo.people.stream()
            .filter(person -> school.equals(person.schoolUai()) && person.function() == AgentFunction.ADJOINT)
            .findFirst()
            .orElseThrow()
            .id();

    private void isElsewhere(Draft session, Map<String, Integer> seats, Set<Long> people) {
        circo.busy.add(new Busy(null, "ailleurs", session.day(), session.start(), session.end(), seats, people));
    }

    @Test
    void theProposalLeavesThemThere() {
        isElsewhere(first, Map.of(), Set.of(teacher));
        List<Draft> plan = circo.plan();
        assertThat(atThatHour(plan)).isEmpty();
        judged(plan, circo.facts());

        circo.busy.clear();
        isElsewhere(first, Map.of(school, 3), Set.of());
        assertThat(atThatHour(circo.plan())).isEmpty();
        judged(circo.plan(), circo.facts());
    }

    @Test
    void othersOfTheSchoolMayCome() {
        circo.needs.removeIf(need -> need.schoolUai().equals(school));
        circo.needs.add(new Need(school, "PEDA-1", Profile.ENSEIGNANT, 7));
        isElsewhere(first, Map.of(), Set.of(teacher));
        PlanFacts facts = circo.facts();
        var elsewhere = new Elsewhere(facts);
        ModuleFacts module = first.module();
        assertThat(elsewhere.free(school, module, first.day(), first.start(), first.end()))
                .isEqualTo(6);
        assertThat(elsewhere.free(school, module, first.day().plusDays(7), first.start(), first.end()))
                .isEqualTo(Integer.MAX_VALUE);
        Draft six = first.with(1, Map.of(school, 6), 6);
        assertThat(PlanJudge.blocking(facts, List.of(six))).isEmpty();
        assertThat(PlanSolver.score(facts, List.of(six)).broken()).isZero();
        Draft seven = first.with(1, Map.of(school, 7), 7);
        assertThat(PlanJudge.blocking(facts, List.of(seven)))
                .singleElement()
                .asString()
                .contains("1 personne attendue est déjà inscrite à une autre session à cette heure");
        assertThat(PlanSolver.score(facts, List.of(seven)).broken()).isPositive();
    }

    @Test
    void whoWasTrainedOrIsNotMeantCountsForNothing() {
        long director = circo.people.stream()
                .filter(person -> school.equals(person.schoolUai()) && person.function() == AgentFunction.DIRECTEUR)
                .findFirst()
                .orElseThrow()
                .id();
        circo.needs.removeIf(need -> need.schoolUai().equals(school) && need.profile() == Profile.DIRECTEUR);
        circo.people.replaceAll(person -> person.id() != teacher
                ? person
                : new Person(teacher, person.function(), school, 360, Set.of("PEDA-1")));
        isElsewhere(first, Map.of(), Set.of(teacher, director));
        assertThat(new Elsewhere(circo.facts()).free(school, first.module(), first.day(), first.start(), first.end()))
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theSearchLeavesThemThere() {
        isElsewhere(first, Map.of(), Set.of(teacher));
        isElsewhere(usual.get(1), Map.of(school, 2), Set.of());
        PlanFacts facts = circo.facts();
        List<Draft> found = PlanSolver.solve(
                        facts, Search.ofSteps(Weights.delivered(), 5, 600), List.of(usual), one -> {}, () -> false)
                .sessions();
        assertThat(found).isNotEmpty();
        judged(found, facts);
        assertThat(PlanSolver.score(facts, usual).broken()).isPositive();
    }

    @Test
    void otherWaysAndRepairsDoToo() {
        List<Draft> plan = Numbered.of(usual);
        List<Held> held = new ArrayList<>();
        plan.forEach(draft -> held.add(new Held(draft.line(), draft, false, true)));
        isElsewhere(first, Map.of(), Set.of(teacher));
        PlanFacts facts = circo.facts();
        Repaired repaired = Repair.of(facts.with(facts.conditions().with(held)), Weights.delivered(), Circo.FROM);
        assertThat(repaired.hit()).isNotEmpty();
        assertThat(repaired.stuck()).isEmpty();
        assertThat(atThatHour(repaired.sessions())).isEmpty();
        judged(repaired.sessions(), facts);
        int other = plan.stream()
                .filter(draft ->
                        draft.seats().containsKey(school) && !draft.day().equals(first.day()))
                .findFirst()
                .orElse(plan.get(0))
                .line();
        var otherwise = Otherwise.of(facts, repaired.sessions(), other);
        assertThat(otherwise.all())
                .isNotEmpty()
                .noneMatch(way -> way.day().equals(first.day())
                        && way.start().isBefore(first.end())
                        && first.start().isBefore(way.end()));
        assertThat(otherwise.obstacle(first.day(), first.start())).contains(Hindrance.PARTICIPANTS_PRIS);
    }

    @Test
    void whoFollowsElsewhereLeadsNothing() {
        isElsewhere(first, Map.of(), Set.of(Circo.ERUN, Circo.CPC));
        List<Draft> plan = circo.plan();
        assertThat(plan).noneMatch(draft -> draft.day().equals(first.day()));
        judged(plan, circo.facts());
        assertThat(PlanJudge.blocking(circo.facts(), usual))
                .anyMatch(text -> text.contains("le formateur est attendu à cette heure, comme participant"));
    }

    @Test
    void theCirconscriptionsOwnPeopleToo() {
        circo.person(9, AgentFunction.IEN_NUMERIQUE, null)
                .trainersModule("PRES-CADRES", 180, TrainerKind.IEN_NUMERIQUE, Profile.CPC, Profile.ERUN);
        Draft own = circo.plan().get(0);
        assertThat(own.vagueRank()).isNull();
        circo.busy.add(new Busy(
                null, "ailleurs", own.day(), LocalTime.of(8, 0), LocalTime.of(18, 0), Map.of(), Set.of(Circo.CPC)));
        List<Draft> plan = circo.plan();
        assertThat(plan.get(0).vagueRank()).isNull();
        assertThat(plan.get(0).day()).isAfter(own.day());
        judged(plan, circo.facts());
        assertThat(PlanJudge.blocking(circo.facts(), List.of(own)))
                .anyMatch(text -> text.contains("déjà inscrite à une autre session"));
    }

    /**
     * What ends ten minutes before, elsewhere, leaves no time for the road: for who leads, for a school, for people.
     */
    private void endsJustBefore(Draft session, Long trainer, Map<String, Integer> seats, Set<Long> people) {
        circo.busy.add(new Busy(
                trainer,
                "ailleurs",
                session.day(),
                session.start().minusHours(2),
                session.start().minusMinutes(10),
                seats,
                people));
    }

    @Test
    void whoLeadsElsewhereHasTimeForTheRoad() {
        endsJustBefore(first, Circo.ERUN, Map.of(), Set.of());
        endsJustBefore(first, Circo.CPC, Map.of(), Set.of());
        PlanFacts facts = circo.facts();
        assertThat(PlanJudge.blocking(facts, usual))
                .anyMatch(text -> text.contains("le formateur n'a pas le temps de faire la route entre cette session et"
                        + " une session hors de ce plan"));
        assertThat(PlanSolver.score(facts, usual).broken()).isPositive();
        assertThat(circo.plan()).noneMatch(draft -> draft.day().equals(first.day()));
        everywhereJudged(facts);
    }

    @Test
    void aSchoolThatIsExpectedElsewhereHasTimeForTheRoad() {
        endsJustBefore(first, null, Map.of(school, 2), Set.of());
        PlanFacts facts = circo.facts();
        assertThat(PlanJudge.blocking(facts, usual)).anyMatch(text -> text.contains("une même école n'a pas le temps"));
        assertThat(PlanSolver.score(facts, usual).broken()).isPositive();
        assertThat(atThatHour(circo.plan())).isEmpty();
        everywhereJudged(facts);
    }

    @Test
    void whoIsEnrolledElsewhereHasTimeForTheRoad() {
        endsJustBefore(first, null, Map.of(), Set.of(teacher));
        PlanFacts facts = circo.facts();
        assertThat(PlanJudge.blocking(facts, usual))
                .anyMatch(text -> text.contains("1 personne attendue n'a pas le temps de faire la route"));
        assertThat(PlanSolver.score(facts, usual).broken()).isPositive();
        assertThat(atThatHour(circo.plan())).isEmpty();
        everywhereJudged(facts);
    }

    @Test
    void whoHasTheTimeComes() {
        Busy early = new Busy(
                Circo.ERUN,
                "ailleurs",
                first.day(),
                first.start().minusHours(3),
                first.start().minusMinutes(30),
                Map.of(school, 2),
                Set.of(teacher));
        circo.busy.add(early);
        judged(usual, circo.facts());
        circo.busy.clear();
        circo.busy.add(new Busy(
                Circo.ERUN,
                first.place(),
                first.day(),
                first.start().minusHours(3),
                first.start(),
                Map.of(school, 2),
                Set.of(teacher)));
        judged(usual, circo.facts());
    }

    /** The greedy plan, the search, repairs and other ways: none of them is caught by the judge. */
    private void everywhereJudged(PlanFacts facts) {
        judged(circo.plan(), facts);
        judged(
                PlanSolver.solve(
                                facts,
                                Search.ofSteps(Weights.delivered(), 5, 600),
                                List.of(usual),
                                one -> {},
                                () -> false)
                        .sessions(),
                facts);
        List<Held> held = Numbered.of(usual).stream()
                .map(draft -> new Held(draft.line(), draft, false, true))
                .toList();
        Repaired repaired = Repair.of(facts.with(facts.conditions().with(held)), Weights.delivered(), Circo.FROM);
        assertThat(repaired.hit()).isNotEmpty();
        assertThat(repaired.stuck()).isEmpty();
        judged(repaired.sessions(), facts);
        int line = repaired.hit().iterator().next();
        Otherwise.of(facts, repaired.sessions(), line).all().forEach(way -> {
            List<Draft> other = new ArrayList<>(repaired.sessions());
            other.replaceAll(draft -> Objects.equals(draft.line(), line) ? way : draft);
            judged(other, facts);
        });
    }

    private List<Draft> atThatHour(List<Draft> plan) {
        return plan.stream()
                .filter(draft -> draft.day().equals(first.day())
                        && draft.start().isBefore(first.end())
                        && draft.seats().containsKey(school))
                .toList();
    }

    private static void judged(List<Draft> plan, PlanFacts facts) {
        assertThat(PlanJudge.blocking(facts, plan)).isEmpty();
        assertThat(PlanSolver.score(facts, plan).broken()).isZero();
    }
}
