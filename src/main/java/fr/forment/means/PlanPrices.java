package fr.forment.means;

import fr.forment.plan.Plan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Prices and lines of cost, kept in the version they were said for. */
@Repository
@RequiredArgsConstructor
public class PlanPrices {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate bulk;

    public PlanCosts costs(Plan plan, PlanMeans means) {
        return PlanCosts.of(means, sheet(plan.id()));
    }

    public PriceSheet sheet(long planId) {
        return new PriceSheet(prices(planId), own(planId));
    }

    private Map<CostKind, Long> prices(long planId) {
        Map<CostKind, Long> prices = new EnumMap<>(CostKind.class);
        jdbc.sql("SELECT kind, cents FROM plan_price WHERE plan_id = ?")
                .param(planId)
                .query(row -> {
                    prices.put(CostKind.valueOf(row.getString("kind")), row.getLong("cents"));
                });
        return prices;
    }

    private List<OwnCost> own(long planId) {
        return jdbc.sql("SELECT label, quantity, cents FROM plan_cost_line WHERE plan_id = ? ORDER BY position")
                .param(planId)
                .query(OwnCost.class)
                .list();
    }

    void replace(long planId, PriceSheet sheet) {
        jdbc.sql("DELETE FROM plan_price WHERE plan_id = ?").param(planId).update();
        jdbc.sql("DELETE FROM plan_cost_line WHERE plan_id = ?").param(planId).update();
        bulk.batchUpdate(
                "INSERT INTO plan_price (plan_id, kind, cents) VALUES (:plan, :kind, :cents)",
                sheet.prices().entrySet().stream()
                        .map(price -> new MapSqlParameterSource("plan", planId)
                                .addValue("kind", price.getKey().name())
                                .addValue("cents", price.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
        bulk.batchUpdate(
                "INSERT INTO plan_cost_line (plan_id, position, label, quantity, cents) VALUES (:plan, :position, :label, :quantity, :cents)",
                IntStream.range(0, sheet.own().size())
                        .mapToObj(n -> new MapSqlParameterSource("plan", planId)
                                .addValue("position", n)
                                .addValue("label", sheet.own().get(n).label())
                                .addValue("quantity", sheet.own().get(n).quantity())
                                .addValue("cents", sheet.own().get(n).cents()))
                        .toArray(MapSqlParameterSource[]::new));
    }
}
