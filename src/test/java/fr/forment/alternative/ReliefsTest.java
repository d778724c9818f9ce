package fr.forment.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.benchmark.plan.Instances;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.PlanNames;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Numbered;
import fr.forment.plan.calculation.Otherwise;
import fr.forment.plan.calculation.Otherwise.Aim;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.Wish;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What would free something loosens nothing that it could leave as it is. */
class ReliefsTest {

    private static final Person ANOTHER = new Person(99, AgentFunction.TR, null, 0, Set.of());
    private static final PlanFacts REDON = Instances.named("Redon").facts();
    private static final List<Draft> PLAN = Numbered.plan(REDON);
    private static final LocalDate SUMMER = REDON.from().withMonth(12).withDayOfMonth(31);

    /** Everybody gives what the plan takes and no more, in two times: one half-day in one of them is enough. */
    @Test
    void halfDaysAreRaisedInTheOneYearThatLacksThem() {
        Draft session = PLAN.stream()
                .filter(draft -> draft.vagueRank() != null && draft.trainerId() != null)
                .findFirst()
                .orElseThrow();
        PlanFacts bounded = REDON.with(REDON.conditions().withHalfDays(twoYears()));
        LocalDate day = session.day();
        Reliefs.Found found = Reliefs.smallest(
                        bounded, PLAN, session.line(), Aim.at((other, start) -> !other.isBefore(day.plusDays(1))))
                .orElseThrow();

        assertThat(found.relief().kind()).isEqualTo(Relief.Kind.DEMI_JOURNEES_DE);
        assertThat(found.relief().amount()).isEqualTo(1);
        Map<Long, List<Bound>> before = bounded.conditions().halfDays();
        Map<Long, List<Bound>> after = found.relief().facts().conditions().halfDays();
        long raised = before.keySet().stream()
                .flatMap(who ->
                        after.get(who).stream().filter(bound -> !before.get(who).contains(bound)))
                .count();
        assertThat(raised).as("bounds that are raised").isEqualTo(1);
        assertThat(found.relief().year().covers(found.way().day())).isTrue();
        assertThat(new WhyWords(new PlanNames.Of(Map.of(), Map.of(), Map.of())).relief(found))
                .containsAnyOf("avant le ", "à partir du ");
    }

    /**
     * Whoever trains the trainers is away, and nobody takes the place: the constraint is named, and what frees it does.
     */
    @Test
    void aSessionThatNothingSavesNamesItsConstraintAndWhatFreesIt() {
        Draft first = PLAN.stream()
                .filter(draft -> draft.vagueRank() == null)
                .findFirst()
                .orElseThrow();
        var known = REDON.conditions();
        PlanFacts away = REDON.with(new Conditions(
                List.of(Absence.wholeDays(first.trainerId(), REDON.from(), REDON.until())),
                known.halfDays(),
                known.qualified(),
                known.closed(),
                known.wishes(),
                known.priorities(),
                known.held()));
        StuckWhy why = StuckWhy.of(away, PLAN, List.of(first.line())).get(0);

        assertThat(why.moments()).containsKey(Hindrance.FORMATEURS_PRIS);
        assertThat(why.freed()).isPresent();
        Reliefs.Found found = why.freed().get();
        assertThat(Otherwise.of(found.relief().facts(), PLAN, first.line()).all())
                .contains(found.way());
        assertThat(new WhyWords(new PlanNames.Of(Map.of(), Map.of(), Map.of())).inFrench(why))
                .contains("aucun des ", Hindrance.FORMATEURS_PRIS.phrase(), " Il suffirait ");
    }

    /**
     * Convoked for the day after tomorrow, its one trainer away: no other day is left, and a certification saves it.
     */
    @Test
    void insideTheNoticeOneCertificationIsSaidToFreeItAndDoes() {
        Draft first = PLAN.stream()
                .filter(draft -> draft.vagueRank() == null && draft.trainerId() != null)
                .findFirst()
                .orElseThrow();
        var known = REDON.conditions();
        Map<Long, Set<Certified>> qualified = new HashMap<>(known.qualified());
        // whoever trains elsewhere in the circonscription is expected here himself, but for one
        qualified.put(ANOTHER.id(), Certified.always("PEDA-1"));
        List<Held> held = PLAN.stream()
                .map(draft -> new Held(draft.line(), draft, false, true))
                .toList();
        PlanFacts away = from(REDON.until())
                .with(new Conditions(
                        List.of(Absence.wholeDays(first.trainerId(), first.day(), first.day())),
                        known.halfDays(),
                        qualified,
                        known.closed(),
                        known.wishes(),
                        known.priorities(),
                        held));
        Repaired stuck = Repair.of(away, Weights.delivered(), REDON.from());
        assertThat(stuck.stuck()).extracting(Repaired.Stuck::line).contains(first.line());
        StuckWhy why = StuckWhy.of(away, PLAN, List.of(first.line())).get(0);

        Reliefs.Found found = why.freed().orElseThrow();
        assertThat(found.relief().kind()).isEqualTo(Relief.Kind.HABILITATION);
        assertThat(found.way().day()).isEqualTo(first.day());
        assertThat(found.way().start()).isEqualTo(first.start());
        Repaired freed = Repair.of(found.relief().facts(), Weights.delivered(), REDON.from());
        assertThat(freed.stuck()).extracting(Repaired.Stuck::line).doesNotContain(first.line());
        assertThat(freed.byLine().get(first.line()).day()).isEqualTo(first.day());
        assertThat(new WhyWords(new PlanNames.Of(Map.of(), Map.of(), Map.of())).inFrench(why))
                .contains("Personne d'autre n'est habilité", " Il suffirait d'habiliter ")
                .doesNotContain("n'y suffiraient pas");
    }

    private static PlanFacts from(LocalDate day) {
        return new PlanFacts(
                REDON.circonscriptionUai(),
                day,
                REDON.until(),
                REDON.town(),
                REDON.schoolDay(),
                REDON.modules(),
                REDON.vagues(),
                REDON.schools(),
                Stream.concat(REDON.people().stream(), Stream.of(ANOTHER)).toList(),
                REDON.needs(),
                REDON.busy(),
                REDON.pace(),
                REDON.inForce());
    }

    private static Map<Long, List<Bound>> twoYears() {
        Map<Long, List<Bound>> bounds = new HashMap<>();
        Stream.concat(
                        REDON.people().stream()
                                .filter(person -> person.isOfCirconscription())
                                .map(person -> person.id()),
                        PLAN.stream().map(Draft::trainerId).filter(id -> id != null))
                .distinct()
                .forEach(id -> bounds.put(
                        id,
                        List.of(
                                new Bound(null, SUMMER, taken(id, true)),
                                new Bound(SUMMER.plusDays(1), null, taken(id, false)))));
        return bounds;
    }

    private static int taken(long trainer, boolean first) {
        return (int) PLAN.stream()
                .filter(draft -> draft.trainerId() != null && draft.trainerId() == trainer)
                .filter(draft -> draft.day().isAfter(SUMMER) != first)
                .collect(Collectors.summarizingInt(Otherwise::halfDays))
                .getSum();
    }

    /** A school says how its own people are to be trained, not where it meets the parents. */
    @Test
    void aMeetingWithParentsMissesNoWish() {
        Draft any = PLAN.stream()
                .filter(draft -> !draft.seats().isEmpty())
                .findFirst()
                .orElseThrow();
        String uai = any.seats().keySet().iterator().next();
        var known = REDON.conditions();
        var wishes = new UnmetWishes(REDON.with(new Conditions(
                known.absences(),
                known.halfDays(),
                known.qualified(),
                known.closed(),
                List.of(
                        new Wish(uai, Wish.Kind.FORMAT, "VISIO"),
                        new Wish(uai, Wish.Kind.SLOT, "JOURNEE_DECHARGE"),
                        new Wish(uai, Wish.Kind.TRAVEL, "0")),
                known.priorities(),
                known.held())));
        assertThat(wishes.of(any)).isNotEmpty();
        assertThat(wishes.of(parents(any))).isEmpty();
    }

    private static Draft parents(Draft any) {
        ModuleFacts module = any.module();
        return new Draft(
                any.vagueRank(),
                new ModuleFacts(
                        module.code(),
                        module.title(),
                        module.position(),
                        module.level(),
                        module.minutes(),
                        module.groupSize(),
                        module.format(),
                        TrainerKind.ENSEIGNANT,
                        module.body(),
                        module.profiles(),
                        module.beforeOpening(),
                        module.prerequisites(),
                        module.trainsTrainers()),
                any.day(),
                any.start(),
                any.place(),
                any.capacity(),
                any.trainerId(),
                any.profiles(),
                any.seats(),
                any.expected(),
                any.line());
    }
}
