package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.benchmark.plan.Instances;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.RoomFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import fr.forment.plan.conditions.ResourceCheck;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Something happens while the next sessions are convoked already: whatever is proposed can be submitted, by the judge
 * who shares no code with the repair. What nothing saves stays as people were told, and holds nothing up.
 */
class RepairInNoticeTest {

    private static final int SHOCKS = 60;
    private static final PlanFacts REDON = Instances.named("Redon").facts();
    private static final Person SUBSTITUTE = new Person(9_999, AgentFunction.FOURNISSEUR, null, 0, Set.of());
    private static final String OWN_ROOM = "Médiathèque, Redon";

    private static final List<Held> PUBLISHED = published();
    private static final List<Held> OWN =
            PUBLISHED.stream().filter(held -> held.session().seats().isEmpty()).toList();

    @Test
    void whatARepairProposesCanBeSubmitted() {
        int own = 0;
        int near = 0;
        int stuck = 0;
        for (int seed = 0; seed < SHOCKS; seed++) {
            Random random = new Random(seed);
            int shock = seed;
            Draft some = one(seed % 2 == 0 ? PUBLISHED : OWN, random).session();
            LocalDate today = some.day().minusDays(2);
            PlanFacts facts = hit(some, at(today.plusDays(random.nextInt(12))), random);
            Repaired repaired = Repair.of(facts, Weights.delivered(), today);
            assertThat(PlanJudge.blocking(facts, repaired.sessions()))
                    .as("seed " + seed)
                    .isEmpty();
            List<PlannedSession> lines = repaired.sessions().stream()
                    .map(draft -> PlannedSession.of(draft.line(), draft))
                    .toList();
            Set<Integer> left =
                    repaired.stuck().stream().map(Repaired.Stuck::line).collect(Collectors.toSet());
            var check = new ResourceCheck(facts, lines);
            lines.stream()
                    .filter(line -> repaired.hit().contains(line.line()) && !left.contains(line.line()))
                    .forEach(line -> assertThat(check.problems(line))
                            .as("seed " + shock + ", " + line)
                            .isEmpty());
            own += (int) repaired.hit().stream()
                    .filter(line -> PUBLISHED.get(line - 1).session().seats().isEmpty())
                    .count();
            near += (int) repaired.hit().stream()
                    .filter(line -> PUBLISHED.get(line - 1).session().day().isBefore(facts.from()))
                    .count();
            stuck += repaired.stuck().size();
        }
        assertThat(own).as("of the circonscription's own people").isPositive();
        assertThat(near).as("convoked already").isPositive();
        assertThat(stuck).as("that nothing saves").isPositive();
    }

    private static PlanFacts at(LocalDate from) {
        Map<Integer, LocalDateTime> told = PUBLISHED.stream()
                .collect(Collectors.toMap(
                        Held::line,
                        held -> held.session().day().atTime(held.session().start())));
        return new PlanFacts(
                REDON.circonscriptionUai(),
                from,
                REDON.until(),
                REDON.town(),
                REDON.schoolDay(),
                REDON.modules(),
                REDON.vagues(),
                REDON.schools(),
                Stream.concat(REDON.people().stream(), Stream.of(SUBSTITUTE)).toList(),
                REDON.needs(),
                REDON.busy(),
                REDON.pace(),
                told,
                Conditions.NONE.with(PUBLISHED));
    }

    /** A room lost, somebody ill, snow: one of them, or two at once. */
    private static PlanFacts hit(Draft some, PlanFacts facts, Random random) {
        List<Absence> absences = new ArrayList<>();
        Map<String, Set<LocalDate>> closed = new HashMap<>();
        int kind = random.nextInt(4);
        if (some.trainerId() != null && kind < 2) {
            absences.add(
                    Absence.wholeDays(some.trainerId(), some.day(), some.day().plusDays(random.nextInt(30))));
        }
        if (kind == 2) {
            some.seats().keySet().forEach(uai -> closed.put(uai, new HashSet<>(Set.of(some.day()))));
        }
        List<RoomFacts> rooms = new ArrayList<>();
        rooms.add(new RoomFacts(
                OWN_ROOM,
                "Redon",
                null,
                null,
                30,
                null,
                kind == 1 || kind == 3 ? some.day().minusDays(1) : null));
        if (random.nextInt(3) == 0) {
            absences.add(Absence.wholeDays(SUBSTITUTE.id(), facts.from().minusYears(1), facts.until()));
        }
        if (random.nextBoolean()) {
            rooms.add(new RoomFacts("Maison, Redon", "Redon", null, null, 16, null, null));
        }
        return facts.with(new Conditions(
                absences,
                Map.of(),
                Map.of(
                        SUBSTITUTE.id(),
                        Certified.always(
                                facts.modules().stream().map(ModuleFacts::code).toArray(String[]::new))),
                closed,
                List.of(),
                Map.of(),
                PUBLISHED,
                rooms));
    }

    private static List<Held> published() {
        List<Held> held = new ArrayList<>();
        for (Draft draft : PlanCalculator.propose(REDON)) {
            Draft there = draft.seats().isEmpty()
                    ? new Draft(
                            draft.vagueRank(),
                            draft.module(),
                            draft.day(),
                            draft.start(),
                            OWN_ROOM,
                            draft.capacity(),
                            draft.trainerId(),
                            draft.profiles(),
                            draft.seats(),
                            draft.expected())
                    : draft;
            held.add(new Held(held.size() + 1, there, false, true));
        }
        return List.copyOf(held);
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
