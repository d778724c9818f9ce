package fr.forment.plan;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.plan.calculation.Goal;
import fr.forment.plan.calculation.Weights;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Ce qui compte le plus cette année": of each version, and of the plans a circonscription will make. A version keeps
 * its own from its beginning, whatever is said later of the next ones.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class PlanWeightsService {

    private final PlanRepository plans;
    private final PlanTerms terms;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate bulk;

    /**
     * @param ofPlansToCome also of those that the circonscription makes from now on
     * @param seen refuses when the weights are no longer what the person saw
     */
    public void adjust(long planId, Weights wanted, boolean ofPlansToCome, Consumer<Weights> seen) {
        Plan plan = plans.findWithLockById(planId).orElseThrow();
        if (!plan.state().isEditable()) {
            throw new Refusal("Cette version ne se modifie plus ("
                    + French.inSentence(plan.state().label()) + ") : ses choix restent ceux qu'elle avait.");
        }
        if (Arrays.stream(Goal.values()).allMatch(goal -> wanted.of(goal) == 0)) {
            throw new Refusal("Donnez un poids à un objectif au moins : si rien ne compte, aucun plan n'est meilleur.");
        }
        Weights before = of(plan);
        seen.accept(before);
        keep(planId, wanted);
        if (ofPlansToCome) {
            keep(terms.circonscription(plan).uai(), wanted);
        }
        List<Goal> changed = Arrays.stream(Goal.values())
                .filter(goal -> before.of(goal) != wanted.of(goal))
                .toList();
        if (!changed.isEmpty()) {
            journal.add(plan.told("Ce qui compte le plus : choix changés")
                    .change(told(changed, before), told(changed, wanted))
                    .because(ofPlansToCome ? "gardés pour les prochains plans" : null));
        }
    }

    private static String told(List<Goal> goals, Weights weights) {
        return goals.stream()
                .map(goal -> goal.title() + " : " + weights.of(goal))
                .collect(Collectors.joining(" ; "));
    }

    @Transactional(readOnly = true)
    public Weights of(Plan plan) {
        return read("plan_weight", "plan_id", plan.id())
                .orElseGet(() -> ofCirconscription(terms.circonscription(plan).uai()));
    }

    /** The same in one question, for who knows where the plan is made. */
    @Transactional(readOnly = true)
    public Weights of(Plan plan, String circonscriptionUai) {
        record Row(boolean own, String goal, int weight) {}
        List<Row> rows = jdbc.sql("""
                SELECT TRUE AS own, goal, weight FROM plan_weight WHERE plan_id = ?
                 UNION ALL SELECT FALSE, goal, weight FROM circonscription_weight WHERE circonscription_uai = ?""")
                .params(plan.id(), circonscriptionUai)
                .query(Row.class)
                .list();
        boolean own = rows.stream().anyMatch(Row::own);
        Map<Goal, Integer> all = new EnumMap<>(Weights.delivered().of());
        rows.stream().filter(row -> row.own() == own).forEach(row -> all.put(Goal.valueOf(row.goal()), row.weight()));
        return new Weights(all);
    }

    /** Of the plans to come. */
    @Transactional(readOnly = true)
    public Weights ofCirconscription(String uai) {
        return read("circonscription_weight", "circonscription_uai", uai).orElseGet(Weights::delivered);
    }

    /** From now on nothing said of other plans changes them. */
    void settle(Plan plan) {
        keep(plan.id(), of(plan));
    }

    void keep(long planId, Weights weights) {
        write("plan_weight", "plan_id", planId, weights);
    }

    void keep(String circonscriptionUai, Weights weights) {
        write("circonscription_weight", "circonscription_uai", circonscriptionUai, weights);
    }

    /** A goal that came later weighs what it was delivered with. */
    private Optional<Weights> read(String table, String key, Object id) {
        record Row(String goal, int weight) {}
        Map<Goal, Integer> all = new EnumMap<>(Weights.delivered().of());
        var rows = jdbc.sql("SELECT goal, weight FROM " + table + " WHERE " + key + " = ?")
                .param(id)
                .query(Row.class)
                .list();
        rows.forEach(row -> all.put(Goal.valueOf(row.goal()), row.weight()));
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Weights(all));
    }

    private void write(String table, String key, Object id, Weights weights) {
        jdbc.sql("DELETE FROM " + table + " WHERE " + key + " = ?").param(id).update();
        bulk.batchUpdate(
                "INSERT INTO " + table + " (" + key + ", goal, weight) VALUES (:id, :goal, :weight)",
                Arrays.stream(Goal.values())
                        .map(goal -> new MapSqlParameterSource("id", id)
                                .addValue("goal", goal.name())
                                .addValue("weight", weights.of(goal)))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
