package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.PlanJudge;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.repair.Repair;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody is proposed to lead a session that expects her; judged by the check, which shares no code with it. */
class TrainerAmongTheExpectedTest {

    private static final LocalDate OPENING = LocalDate.of(2027, 6, 1);
    private static final long TEACHER = 900;
    private static final long COLLEAGUE = 901;

    /** Each of two colleagues is trained by the other. */
    @Test
    void colleaguesTrainEachOther() {
        PlanFacts facts = new Circo()
                .trainersModule("ATELIER", 180, TrainerKind.EQUIPE_CIRCONSCRIPTION, Profile.CPC, Profile.ERUN)
                .facts();
        List<Draft> plan = PlanCalculator.propose(facts);

        keepsApart(facts, plan);
        assertThat(plan).extracting(Draft::trainerId).containsExactlyInAnyOrder(Circo.ERUN, Circo.CPC);
        assertThat(plan).extracting(Draft::expected).containsExactly(1, 1);
    }

    /** There is nobody to train the only one who may: the others are trained. */
    @Test
    void whoeverAloneMayLeadIsNoParticipant() {
        PlanFacts facts = led(Map.of(TEACHER, Certified.always("PEDA-1")));
        List<Draft> plan = PlanCalculator.propose(facts);

        keepsApart(facts, plan);
        assertThat(seats(plan, "S00")).isEqualTo(7);
        assertThat(seats(plan, "S01")).isEqualTo(6);
    }

    @Test
    void aSearchProposesNoTrainerWhoIsExpected() {
        PlanFacts facts = led(Map.of(TEACHER, Certified.always("PEDA-1"), COLLEAGUE, Certified.always("PEDA-1")));
        for (long seed = 1; seed <= 4; seed++) {
            Solution found =
                    PlanSolver.solve(facts, Search.ofSteps(Weights.delivered(), seed, 400), better -> {}, () -> false);
            assertThat(found.score().broken()).isZero();
            keepsApart(facts, found.sessions());
        }
    }

    @Test
    void noOtherWayIsLedByWhoIsExpected() {
        PlanFacts facts = led(Map.of(TEACHER, Certified.always("PEDA-1"), Circo.ERUN, Certified.always("PEDA-1")));
        Draft session = session(facts, Circo.ERUN);
        List<Draft> ways = Otherwise.of(facts, List.of(session), 1).all();

        assertThat(ways).isNotEmpty().allMatch(way -> way.trainerId() == Circo.ERUN);
        assertThat(Otherwise.of(facts, List.of(session.with(1, Map.of("S01", 6), 6)), 1)
                        .all())
                .as("of others she may lead")
                .anyMatch(way -> way.trainerId() == TEACHER);
    }

    /** Not even in place of who is ill: the session moves. */
    @Test
    void nobodyStepsInWhereSheIsExpected() {
        PlanFacts bare = led(Map.of(TEACHER, Certified.always("PEDA-1"), Circo.ERUN, Certified.always("PEDA-1")));
        Draft session = session(bare, Circo.ERUN);
        Conditions said = bare.conditions();
        PlanFacts facts = bare.with(new Conditions(
                List.of(Absence.wholeDays(Circo.ERUN, session.day(), session.day())),
                Map.of(),
                said.qualified(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(new Held(1, session, false, true))));

        Draft found = Repair.of(facts, Weights.delivered(), Circo.FROM).byLine().get(1);
        assertThat(found.trainerId()).isEqualTo(Circo.ERUN);
        assertThat(found.day()).isNotEqualTo(session.day());
        keepsApart(facts, List.of(found));
    }

    private static void keepsApart(PlanFacts facts, List<Draft> plan) {
        assertThat(plan).isNotEmpty();
        assertThat(PlanJudge.important(facts, plan)).noneMatch(told -> told.contains("y est aussi attendue"));
        assertThat(PlanJudge.blocking(facts, plan)).isEmpty();
    }

    private static int seats(List<Draft> plan, String uai) {
        return plan.stream()
                .mapToInt(draft -> draft.seats().getOrDefault(uai, 0))
                .sum();
    }

    /** Two schools, of which the first one has two teachers who may train others. */
    private static PlanFacts led(Map<Long, Set<Certified>> able) {
        Map<Long, Set<Certified>> all =
                new HashMap<>(Map.of(Circo.IEN, Set.of(), Circo.ERUN, Set.of(), Circo.CPC, Set.of()));
        all.putAll(able);
        var circo = new Circo()
                .school("S00", "Commune A", null, 6)
                .person(TEACHER, AgentFunction.ADJOINT, "S00")
                .person(COLLEAGUE, AgentFunction.ADJOINT, "S00")
                .school("S01", "Commune A", null, 6);
        circo.schools.replaceAll(school -> school.uai().equals("S00")
                ? new SchoolFacts("S00", "École S00", "Commune A", null, null, null, 8, false, 0)
                : school);
        PlanFacts facts = circo.vague(1, OPENING)
                .teacherModule("PEDA-1", 180, 20, 1, false)
                .facts();
        return facts.with(facts.conditions().withQualified(all));
    }

    private static Draft session(PlanFacts facts, long trainer) {
        return new Draft(
                1,
                facts.module("PEDA-1").orElseThrow(),
                LocalDate.of(2027, 1, 13),
                LocalTime.of(14, 0),
                "Commune A",
                20,
                trainer,
                Set.of(Profile.DIRECTEUR, Profile.ENSEIGNANT),
                Map.of("S00", 8),
                8,
                1);
    }
}
