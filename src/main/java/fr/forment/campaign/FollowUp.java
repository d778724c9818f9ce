package fr.forment.campaign;

import fr.forment.account.Role;
import fr.forment.survey.SurveyState;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a campaign stands, read in one query each. */
@Repository
@RequiredArgsConstructor
public class FollowUp {

    /**
     * One school.
     *
     * @param answeredAt null while it is silent
     * @param reminders letters after the invitation
     * @param lastReminder null before the first
     * @param backup see {@code Survey.backup}
     */
    public record Row(
            long surveyId,
            String schoolUai,
            String name,
            String commune,
            SurveyState state,
            Role backup,
            LocalDate invitedOn,
            OffsetDateTime answeredAt,
            Boolean late,
            int reminders,
            LocalDate lastReminder) {}

    /** So many answers on one day, from schools invited on another. */
    record Answered(LocalDate invitedOn, LocalDate answeredOn, int schools) {}

    private final JdbcClient jdbc;

    /** @param circonscriptionUai as counted when the campaign was planned; null: every school */
    List<Row> rows(long campaignId, String circonscriptionUai) {
        return jdbc.sql("""
                SELECT v.id AS survey_id, v.school_uai, s.name, s.commune, v.state, v.backup, v.invited_on, a.answered_at, a.late,
                       (SELECT COUNT(*) FROM survey_reminder r WHERE r.survey_id = v.id) AS reminders,
                       (SELECT MAX(r.sent_on) FROM survey_reminder r WHERE r.survey_id = v.id) AS last_reminder
                  FROM survey v JOIN school s ON s.uai = v.school_uai
                  JOIN campaign_target t ON t.campaign_id = v.campaign_id AND t.school_uai = v.school_uai
                  LEFT JOIN survey_answer a ON a.survey_id = v.id
                 WHERE v.campaign_id = :campaign AND (CAST(:circonscription AS VARCHAR(8)) IS NULL OR t.counted_in = :circonscription)
                 ORDER BY s.commune, s.name, s.uai""")
                .param("campaign", campaignId)
                .param("circonscription", circonscriptionUai, Types.VARCHAR)
                .query(Row.class)
                .list();
    }

    /** By day; of the schools counted in these circonscriptions, null: of every school. */
    List<Answered> answered(long campaignId, Collection<String> circonscriptionUais) {
        String part = circonscriptionUais == null
                ? ""
                : " AND EXISTS (SELECT 1 FROM campaign_target t"
                        + " WHERE t.campaign_id = v.campaign_id AND t.school_uai = v.school_uai AND t.counted_in IN (:part))";
        return jdbc.sql("""
                SELECT invited_on, answered_on, COUNT(*) AS schools FROM (
                    SELECT v.invited_on, CAST(a.answered_at AS DATE) AS answered_on FROM survey v JOIN survey_answer a ON a.survey_id = v.id
                     WHERE v.campaign_id = :campaign%s) q
                 GROUP BY invited_on, answered_on ORDER BY answered_on""".formatted(part))
                .param("campaign", campaignId)
                .param("part", circonscriptionUais)
                .query(Answered.class)
                .list();
    }

    /** Schools asked so far, of those there are. */
    int opened(long campaignId) {
        return jdbc.sql("SELECT COUNT(*) FROM survey WHERE campaign_id = ?")
                .param(campaignId)
                .query(Integer.class)
                .single();
    }
}
