package fr.forment.alternative;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.benchmark.plan.Instances;
import fr.forment.plan.PlanNames;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Numbered;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a change costs, read aloud with none, one and two. */
class PricesTest {

    private static final Map<Goal, String> ONE_MORE = Map.ofEntries(
            Map.entry(Goal.VOEUX_CRENEAU, "1 vœu de créneau de plus n'est pas suivi"),
            Map.entry(Goal.VOEUX_FORMAT, "1 vœu de format de plus n'est pas suivi"),
            Map.entry(Goal.VOEUX_PARTENAIRE, "1 vœu de partenaire de plus n'est pas suivi"),
            Map.entry(Goal.VOEUX_TRAJET, "1 trajet de plus dépasse la durée souhaitée"),
            Map.entry(Goal.PERSONNE_KM, "1 personne-kilomètre de plus"),
            Map.entry(Goal.ECOLES_REUNIES, "1 groupe de collègues de plus est séparé"),
            Map.entry(Goal.ECART_FORMATEURS, "l'écart d'heures entre formateurs augmente de 1 heure"),
            Map.entry(Goal.ECART_VAGUES, "l'écart entre les sessions d'une vague augmente de 1 jour"),
            Map.entry(Goal.PRECOCITE, "l'attente des écoles prioritaires augmente de 1 semaine"),
            Map.entry(Goal.REMPLACEMENT, "1 demi-journée de plus à remplacer"),
            Map.entry(Goal.SOUS_MINIMUM, "il manque 1 personne de plus pour bien remplir les sessions"),
            Map.entry(Goal.DATES_DEPLACEES, "la date annoncée change pour 1 personne de plus"));

    private static final Map<Goal, String> TWO_LESS = Map.ofEntries(
            Map.entry(Goal.VOEUX_CRENEAU, "2 vœux de créneau de plus sont suivis"),
            Map.entry(Goal.VOEUX_FORMAT, "2 vœux de format de plus sont suivis"),
            Map.entry(Goal.VOEUX_PARTENAIRE, "2 vœux de partenaire de plus sont suivis"),
            Map.entry(Goal.VOEUX_TRAJET, "2 trajets de moins dépassent la durée souhaitée"),
            Map.entry(Goal.PERSONNE_KM, "2 personnes-kilomètres de moins"),
            Map.entry(Goal.ECOLES_REUNIES, "2 groupes de collègues de plus sont réunis"),
            Map.entry(Goal.ECART_FORMATEURS, "l'écart d'heures entre formateurs diminue de 2 heures"),
            Map.entry(Goal.ECART_VAGUES, "l'écart entre les sessions d'une vague diminue de 2 jours"),
            Map.entry(Goal.PRECOCITE, "l'attente des écoles prioritaires diminue de 2 semaines"),
            Map.entry(Goal.REMPLACEMENT, "2 demi-journées de moins à remplacer"),
            Map.entry(Goal.SOUS_MINIMUM, "il manque 2 personnes de moins pour bien remplir les sessions"),
            Map.entry(Goal.DATES_DEPLACEES, "la date annoncée change pour 2 personnes de moins"));

    @Test
    void saysEachGoalWithOneAndTwo() {
        assertThat(ONE_MORE).containsOnlyKeys(Goal.values());
        assertThat(TWO_LESS).containsOnlyKeys(Goal.values());
        ONE_MORE.forEach((goal, words) -> assertThat(told(Map.of(goal, 1L))).isEqualTo(words));
        TWO_LESS.forEach((goal, words) -> assertThat(told(Map.of(goal, -2L))).isEqualTo(words));
    }

    @Test
    void saysNothingOfWhatDoesNotChange() {
        assertThat(told(Map.of())).isEqualTo("sans rien changer d'autre");
        assertThat(Prices.inFrench(new Priced(null, Map.of(), 0, 0, 1, null))).isEqualTo("1 école change de date");
        assertThat(Prices.inFrench(new Priced(null, Map.of(), 0, 0, 2, null))).isEqualTo("2 écoles changent de date");
    }

    /** A room that is lost, among others: where the session goes is part of what it costs. */
    @Test
    void namesThePlaceThatIsLeftAndTheNewOne() {
        PlanFacts facts = Instances.named("Redon").facts();
        List<Draft> sessions = Numbered.plan(facts);
        Draft one = sessions.stream()
                .filter(draft -> draft.vagueRank() != null)
                .findFirst()
                .orElseThrow();
        String elsewhere = sessions.stream()
                .map(Draft::place)
                .filter(place -> !place.equals(one.place()))
                .findFirst()
                .orElseThrow();
        Draft moved = new Draft(
                one.vagueRank(),
                one.module(),
                one.day(),
                one.start(),
                elsewhere,
                one.capacity(),
                one.trainerId(),
                one.profiles(),
                one.seats(),
                one.expected(),
                one.line());
        PlanNames.Of called = new PlanNames.Of(Map.of(), Map.of(), Map.of());
        var words = new WhyWords(called);
        try (var weighing = new Weighing(facts, Weights.delivered(), sessions, List.of(one, moved))) {
            assertThat(words.price(weighing.price(moved)))
                    .startsWith("la session change de lieu, de « " + called.place(one.place()) + " » à « "
                            + called.place(elsewhere) + " », ");
            assertThat(words.price(weighing.price(one))).isEqualTo("sans rien changer d'autre");
        }
        Map<Goal, Integer> idle = new EnumMap<>(Weights.delivered().of());
        idle.put(Goal.PERSONNE_KM, 0);
        try (var weighing = new Weighing(facts, new Weights(idle), sessions, List.of(one, moved))) {
            assertThat(words.price(weighing.price(moved)))
                    .as("kilometres are driven whether they count this year or not")
                    .containsPattern("personnes?-kilomètres? de (plus|moins)");
        }
    }

    private static String told(Map<Goal, Long> more) {
        return Prices.inFrench(new Priced(null, more, 0, 0, 0, null));
    }
}
