package fr.forment.campaign;

import fr.forment.survey.Survey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many schools were asked and have answered, per circonscription: written in the transaction of each answer, read
 * by every page. A row per circonscription, so that directors who answer at once seldom wait for each other.
 */
@Repository
@RequiredArgsConstructor
class CampaignCounts {

    private static final String WHERE =
            " WHERE campaign_id = :campaign AND circonscription_uai = (SELECT t.counted_in FROM campaign_target t"
                    + " WHERE t.campaign_id = :campaign AND t.school_uai = :uai)";

    private final JdbcClient jdbc;

    /** Every school of the campaign is expected to answer from now on. */
    void begin(long campaignId) {
        jdbc.sql("""
                INSERT INTO campaign_count (campaign_id, circonscription_uai, expected, answered, late)
                SELECT campaign_id, counted_in, COUNT(*), 0, 0 FROM campaign_target WHERE campaign_id = ? GROUP BY campaign_id, counted_in""").param(campaignId).update();
    }

    void answered(Survey survey, boolean late) {
        jdbc.sql("UPDATE campaign_count SET answered = answered + 1, late = late + " + (late ? 1 : 0) + WHERE)
                .param("campaign", survey.campaignId())
                .param("uai", survey.schoolUai())
                .update();
    }

    /** One school more, among the targets already. */
    void expect(long campaignId, String uai) {
        int known = jdbc.sql("UPDATE campaign_count SET expected = expected + 1" + WHERE)
                .param("campaign", campaignId)
                .param("uai", uai)
                .update();
        if (known == 0) {
            jdbc.sql(
                            "INSERT INTO campaign_count (campaign_id, circonscription_uai, expected, answered, late)"
                                    + " SELECT campaign_id, counted_in, 1, 0, 0 FROM campaign_target WHERE campaign_id = ? AND school_uai = ?")
                    .params(campaignId, uai)
                    .update();
        }
    }

    void closedSchool(Survey survey) {
        jdbc.sql("UPDATE campaign_count SET expected = expected - 1" + WHERE)
                .param("campaign", survey.campaignId())
                .param("uai", survey.schoolUai())
                .update();
    }

    ResponseRate rate(long campaignId) {
        return rates(List.of(campaignId)).get(campaignId);
    }

    Map<Long, ResponseRate> rates(Collection<Long> campaignIds) {
        Map<Long, ResponseRate> rates = new HashMap<>();
        if (!campaignIds.isEmpty()) {
            jdbc.sql("""
                    SELECT c.id, COALESCE(SUM(n.expected), 0) AS expected, COALESCE(SUM(n.answered), 0) AS answered, COALESCE(SUM(n.late), 0) AS late, c.threshold
                      FROM campaign c LEFT JOIN campaign_count n ON n.campaign_id = c.id WHERE c.id IN (:ids) GROUP BY c.id, c.threshold""").param("ids", campaignIds).query(row -> {
                rates.put(
                        row.getLong("id"),
                        new ResponseRate(
                                row.getInt("expected"),
                                row.getInt("answered"),
                                row.getInt("late"),
                                row.getInt("threshold")));
            });
        }
        return rates;
    }

    /** By name of the circonscription. */
    List<ZoneRate> byCirconscription(long campaignId) {
        return jdbc.sql("""
                SELECT n.circonscription_uai AS uai, k.short_name AS name, n.expected, n.answered, n.late
                  FROM campaign_count n JOIN circonscription k ON k.uai = n.circonscription_uai WHERE n.campaign_id = ? ORDER BY k.short_name""").param(campaignId).query(ZoneRate.class).list();
    }
}
