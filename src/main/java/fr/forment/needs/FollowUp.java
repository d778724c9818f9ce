package fr.forment.needs;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import fr.forment.staff.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a campaign stands, read in one query each. */
@Repository
public class FollowUp {

    /**
     * One school.
     *
     * @param answeredAt null while it is silent
     * @param reminders letters after the invitation
     * @param lastReminder null before the first
     * @param backup see {@link Survey#backup}
     */
    public record Row(long surveyId, String schoolUai, String name, String commune, SurveyState state, Role backup, LocalDate invitedOn,
            OffsetDateTime answeredAt, Boolean late, int reminders, LocalDate lastReminder) {
    }

    private final JdbcClient jdbc;

    FollowUp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> rows(long campaignId) {
        return jdbc.sql("""
                SELECT v.id AS survey_id, v.school_uai, s.name, s.commune, v.state, v.backup, v.invited_on, a.answered_at, a.late,
                       COALESCE(r.reminders, 0) AS reminders, r.last_reminder
                  FROM survey v JOIN school s ON s.uai = v.school_uai
                  LEFT JOIN survey_answer a ON a.survey_id = v.id
                  LEFT JOIN (SELECT survey_id, COUNT(*) AS reminders, MAX(sent_on) AS last_reminder FROM survey_reminder GROUP BY survey_id) r
                         ON r.survey_id = v.id
                 WHERE v.campaign_id = ? ORDER BY s.commune, s.name, s.uai""").param(campaignId).query(Row.class).list();
    }
}
