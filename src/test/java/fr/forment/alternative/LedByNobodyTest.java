package fr.forment.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.benchmark.plan.Instances;
import fr.forment.plan.PlanNames;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Numbered;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import fr.forment.plan.calculation.Wish;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where nobody is qualified, another way to hold a session is only half possible, wherever it is written. */
class LedByNobodyTest {

    private static final PlanNames.Of NO_NAMES = new PlanNames.Of(Map.of(), Map.of(), Map.of());
    private static final String CONDITION = "à condition de trouver une personne habilitée à l'assurer";
    private static final PlanFacts REDON = Instances.named("Redon").facts();

    private final WhyWords words = new WhyWords(NO_NAMES);
    private final PlanFacts facts = REDON.with(Conditions.NONE.withQualified(
            REDON.people().stream().collect(Collectors.toMap(Person::id, person -> Set.of()))));

    @Test
    void aWishThatCouldBeFollowedSaysThatSomebodyIsMissing() {
        List<Draft> sessions = Numbered.plan(facts);
        Draft one = session(sessions);
        String other = Wish.slot(one.day(), one.start()).equals("SOIR") ? "MERCREDI_APRES_MIDI" : "SOIR";
        Conditions said = facts.conditions();
        PlanFacts wishing = facts.with(new Conditions(
                said.absences(),
                said.halfDays(),
                said.qualified(),
                said.closed(),
                one.seats().keySet().stream()
                        .map(uai -> new Wish(uai, Wish.Kind.SLOT, other))
                        .toList(),
                said.priorities(),
                said.held(),
                said.rooms()));
        var whys = new PlanWhys(wishing, Weights.delivered(), sessions);
        List<Why> possible = whys.of(whys.unmet(one)).stream()
                .filter(why -> why.possible().isPresent())
                .toList();

        assertThat(possible).isNotEmpty().allSatisfy(why -> assertThat(words.inFrench(why))
                .startsWith("Ce serait possible")
                .contains(CONDITION)
                .doesNotContain("à désigner"));
    }

    @Test
    void otherWaysOfASessionSaySo() {
        List<Draft> sessions = Numbered.plan(facts);
        List<Priced> offers = new SessionAlternatives(
                        facts, Weights.delivered(), sessions, session(sessions).line())
                .answers()
                .offers()
                .best();

        assertThat(offers).isNotEmpty().allSatisfy(offer -> assertThat(words.held(offer.way()))
                .endsWith(CONDITION));
    }

    @Test
    void whoeverHasNoSeatIsToldSoAlsoOfTheDayThatWouldFreeThem() {
        PlanFacts noWednesday =
                facts.on(day -> facts.schoolDay().test(day) && day.getDayOfWeek() != DayOfWeek.WEDNESDAY);
        List<String> told = new NeedWhys(noWednesday, List.of())
                .all().stream()
                        .flatMap(why -> new NeedWords(NO_NAMES).inFrench(why).stream())
                        .filter(text -> text.startsWith("Il suffirait d'un jour"))
                        .toList();

        assertThat(told).isNotEmpty().allSatisfy(text -> assertThat(text).contains(CONDITION));
    }

    private static Draft session(List<Draft> sessions) {
        return sessions.stream()
                .filter(draft -> draft.vagueRank() != null && !draft.module().isHeldBySchool())
                .findFirst()
                .orElseThrow();
    }
}
