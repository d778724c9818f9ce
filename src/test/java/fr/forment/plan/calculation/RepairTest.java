package fr.forment.plan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.benchmark.plan.Instances;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.repair.Repair;
import fr.forment.plan.calculation.repair.Repaired;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a plan whose dates are published becomes when something happens. */
class RepairTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);
    private static final PlanFacts REDON = Instances.named("Redon").facts();
    private static final List<Held> PUBLISHED = published(PlanCalculator.propose(REDON));

    @Test
    void leavesAloneWhatNothingHappenedTo() {
        Repaired repaired = Repair.of(REDON.with(held(PUBLISHED)), Weights.delivered(), REDON.from());
        assertThat(repaired.hit()).isEmpty();
        assertThat(repaired.sessions())
                .containsExactlyInAnyOrderElementsOf(
                        PUBLISHED.stream().map(Held::numbered).toList());
    }

    @Test
    void findsSubstitutesForATrainerWhoIsIllForAMonth() {
        var random = new Random(1);
        for (int n = 0; n < 20; n++) {
            List<Draft> ofSchools = PUBLISHED.stream()
                    .map(Held::session)
                    .filter(draft -> draft.vagueRank() != null && draft.trainerId() != null)
                    .toList();
            Draft some = ofSchools.get(random.nextInt(ofSchools.size()));
            PlanFacts facts = REDON.with(new Conditions(
                    List.of(Absence.wholeDays(
                            some.trainerId(), some.day(), some.day().plusMonths(1))),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    PUBLISHED));
            Repaired repaired = Repair.of(facts, Weights.delivered(), REDON.from());
            holds(facts, repaired);
            assertThat(repaired.hit()).isNotEmpty();
        }
    }

    /** Whoever trains the trainers is alone, and everything else comes after. */
    @Test
    void tellsWhatCannotBeHeldAndLeavesItAsItWas() {
        Draft first = PUBLISHED.stream()
                .map(Held::session)
                .filter(draft -> draft.vagueRank() == null)
                .findFirst()
                .orElseThrow();
        PlanFacts facts = REDON.with(new Conditions(
                List.of(Absence.wholeDays(
                        first.trainerId(), first.day(), first.day().plusMonths(1))),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                PUBLISHED));
        Repaired repaired = Repair.of(facts, Weights.delivered(), REDON.from());
        assertThat(repaired.stuck()).hasSize(1).allSatisfy(stuck -> assertThat(stuck.why())
                .startsWith("Aucun jour"));
        assertThat(repaired.moved(PUBLISHED)).isEmpty();
        assertThat(repaired.sessions()).hasSameSizeAs(PUBLISHED);
    }

    @Test
    void movesWhatSnowStops() {
        Draft some = ofSchools();
        PlanFacts facts = REDON.with(new Conditions(
                List.of(),
                Map.of(),
                Map.of(),
                some.seats().keySet().stream().collect(Collectors.toMap(uai -> uai, uai -> Set.of(some.day()))),
                List.of(),
                Map.of(),
                PUBLISHED));
        Repaired repaired = Repair.of(facts, Weights.delivered(), REDON.from());
        holds(facts, repaired);
        assertThat(repaired.moved(PUBLISHED)).isEqualTo(repaired.hit());
        assertThat(repaired.stuck()).isEmpty();
    }

    /** Evenings are the usual hour of what is short; Wednesdays are left. */
    @Test
    void callsNothingStuckThatCanBeHeldOtherwise() {
        Draft some = PUBLISHED.stream()
                .map(Held::session)
                .filter(draft -> draft.vagueRank() != null
                        && !draft.module().isHeldBySchool()
                        && draft.start().equals(Slot.AFTER_CLASS))
                .findFirst()
                .orElseThrow();
        Set<LocalDate> evenings = REDON.from()
                .datesUntil(REDON.until().plusDays(1))
                .filter(day -> Slot.EVENINGS.contains(day.getDayOfWeek()))
                .collect(Collectors.toSet());
        PlanFacts facts = REDON.with(new Conditions(
                List.of(),
                Map.of(),
                Map.of(),
                some.seats().keySet().stream().collect(Collectors.toMap(uai -> uai, uai -> evenings)),
                List.of(),
                Map.of(),
                PUBLISHED));
        Repaired repaired = Repair.of(facts, Weights.delivered(), REDON.from());
        assertThat(repaired.hit()).isNotEmpty();
        assertThat(repaired.moved(PUBLISHED)).isNotEmpty();
        assertThat(repaired.stuck()).allSatisfy(stuck -> assertThat(
                        Otherwise.of(facts, repaired.sessions(), stuck.line()).all())
                .as(stuck.why())
                .isEmpty());
    }

    @Test
    void movesNobodyOfTheCirconscriptionToWhereTheyAreExpectedElsewhere() {
        assertThat(afterAnAbsence(Profile.CPC)).isEqualTo(MONDAY.plusDays(2));
        assertThat(afterAnAbsence(Profile.DSI)).as("other people").isEqualTo(MONDAY.plusDays(1));
    }

    /** Two trainings of trainers on Monday and Tuesday; who leads the first is away on Monday. */
    private static LocalDate afterAnAbsence(Profile second) {
        ModuleFacts half = ofTrainers("COURT", 180, Profile.CPC);
        ModuleFacts whole = ofTrainers("LONG", 360, second);
        List<Held> held = published(List.of(own(half, MONDAY, 1L), own(whole, MONDAY.plusDays(1), 2L)));
        PlanFacts facts = new PlanFacts(
                "C1",
                MONDAY,
                MONDAY.plusMonths(1),
                "Redon",
                day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0,
                List.of(half, whole),
                List.of(),
                List.of(),
                List.of(
                        new Person(1, AgentFunction.FOURNISSEUR, null, 0, Set.of()),
                        new Person(2, AgentFunction.FOURNISSEUR, null, 0, Set.of()),
                        new Person(3, AgentFunction.CPC, null, 0, Set.of())),
                List.of(),
                List.of(),
                REDON.pace(),
                Map.of(),
                new Conditions(
                        List.of(Absence.wholeDays(1, MONDAY, MONDAY)),
                        Map.of(),
                        Map.of(1L, Certified.always("COURT"), 2L, Certified.always("LONG")),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        held));
        Repaired repaired = Repair.of(facts, Weights.delivered(), MONDAY);
        assertThat(repaired.stuck()).isEmpty();
        return repaired.byLine().get(1).day();
    }

    private static ModuleFacts ofTrainers(String code, int minutes, Profile profile) {
        return new ModuleFacts(
                code,
                code,
                0,
                0,
                minutes,
                20,
                Format.PRESENTIEL,
                TrainerKind.FOURNISSEUR,
                ResponsibleBody.EDUCATION_NATIONALE,
                Set.of(profile),
                Set.of(),
                Set.of(),
                true);
    }

    private static Draft own(ModuleFacts module, LocalDate day, Long trainer) {
        return new Draft(null, module, day, LocalTime.of(9, 0), "Redon", 20, trainer, module.profiles(), Map.of(), 2);
    }

    /** People decided to keep it as it is: whoever is expected there is not called elsewhere. */
    @Test
    void movesNothingOntoASessionThatIsKept() {
        Draft hit = ofSchools();
        Held moved = PUBLISHED.stream()
                .filter(held -> held.session().equals(hit))
                .findFirst()
                .orElseThrow();
        Map<String, Set<LocalDate>> snow =
                hit.seats().keySet().stream().collect(Collectors.toMap(uai -> uai, uai -> Set.of(hit.day())));
        Conditions closed = new Conditions(List.of(), Map.of(), Map.of(), snow, List.of(), Map.of(), List.of(moved));
        Draft first = Repair.of(REDON.with(closed), Weights.delivered(), REDON.from())
                .byLine()
                .get(moved.line());
        Held kept = new Held(1000, first, true, true);
        Repaired repaired = Repair.of(
                REDON.with(closed.with(List.of(moved, kept))), Weights.delivered(), REDON.from(), Set.of(kept.line()));
        assertThat(repaired.byLine().get(kept.line())).isEqualTo(kept.numbered());
        assertThat(repaired.byLine().get(moved.line()).day()).isNotEqualTo(first.day());
    }

    @Test
    void meetsElsewhereAtTheSameHourWhenARoomIsLost() {
        Draft some = PUBLISHED.stream()
                .map(Held::session)
                .filter(draft -> REDON.schoolsByUai().containsKey(draft.place()))
                .findFirst()
                .orElseThrow();
        PlanFacts facts = REDON.with(new Conditions(
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                PUBLISHED,
                List.of(new RoomFacts(some.place(), "Redon", null, null, 0, null, null))));
        Repaired repaired = Repair.of(facts, Weights.delivered(), REDON.from());
        holds(facts, repaired);
        assertThat(repaired.hit()).isNotEmpty();
        assertThat(repaired.moved(PUBLISHED)).isEmpty();
        assertThat(repaired.sessions()).noneMatch(draft -> draft.place().equals(some.place()));
    }

    @Test
    void forgetsASchoolThatLeaves() {
        String gone = ofSchools().seats().keySet().iterator().next();
        PlanFacts facts = without(gone).with(held(PUBLISHED));
        Repaired repaired = Repair.of(facts, Weights.delivered(), REDON.from());
        holds(facts, repaired);
        assertThat(repaired.sessions()).noneMatch(draft -> draft.seats().containsKey(gone));
        assertThat(repaired.moved(PUBLISHED)).isSubsetOf(repaired.hit());
    }

    @Test
    void seatsASchoolThatJoinsWithoutMovingAnybody() {
        String late = ofSchools().seats().keySet().iterator().next();
        List<Held> before = published(PlanCalculator.propose(without(late)));
        PlanFacts facts = REDON.with(held(before));
        Repaired repaired = Repair.of(facts, Weights.delivered(), REDON.from());
        holds(facts, repaired);
        assertThat(repaired.moved(before)).isEmpty();
        int needed = REDON.needs().stream()
                .filter(need -> need.schoolUai().equals(late))
                .mapToInt(Need::people)
                .sum();
        assertThat(repaired.sessions().stream()
                        .mapToInt(draft -> draft.seats().getOrDefault(late, 0))
                        .sum())
                .isPositive()
                .isLessThanOrEqualTo(needed);
    }

    /** Nothing is broken, and nothing that was not hit has moved. */
    private static void holds(PlanFacts facts, Repaired repaired) {
        assertThat(repaired.stuck()).isEmpty();
        assertThat(PlanSolver.score(facts.with(withoutHeld(facts.conditions())), repaired.sessions())
                        .broken())
                .isZero();
        assertThat(repaired.moved(facts.conditions().held())).isSubsetOf(repaired.hit());
    }

    private static Conditions withoutHeld(Conditions all) {
        return new Conditions(
                all.absences(),
                all.halfDays(),
                all.qualified(),
                all.closed(),
                all.wishes(),
                all.priorities(),
                List.of(),
                all.rooms());
    }

    private static Draft ofSchools() {
        return PUBLISHED.stream()
                .map(Held::session)
                .filter(draft -> draft.seats().size() > 1)
                .findFirst()
                .orElseThrow();
    }

    private static PlanFacts without(String uai) {
        UnaryOperator<List<String>> rest =
                all -> all.stream().filter(one -> !one.equals(uai)).toList();
        return new PlanFacts(
                REDON.circonscriptionUai(),
                REDON.from(),
                REDON.until(),
                REDON.town(),
                REDON.schoolDay(),
                REDON.modules(),
                REDON.vagues().stream()
                        .map(vague -> new VagueFacts(
                                vague.rank(),
                                vague.opensOn(),
                                vague.lastOpening(),
                                vague.begun(),
                                rest.apply(vague.schoolUais())))
                        .toList(),
                REDON.schools().stream()
                        .filter(school -> !school.uai().equals(uai))
                        .toList(),
                REDON.people(),
                REDON.needs().stream()
                        .filter(need -> !need.schoolUai().equals(uai))
                        .toList(),
                REDON.busy(),
                REDON.pace(),
                REDON.inForce());
    }

    private static Conditions held(List<Held> sessions) {
        return new Conditions(List.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), sessions);
    }

    private static List<Held> published(List<Draft> drafts) {
        List<Held> held = new ArrayList<>();
        drafts.forEach(draft -> held.add(new Held(held.size() + 1, draft, false, true)));
        return Collections.unmodifiableList(held);
    }
}
