package fr.forment.needs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters about surveys: set-based, so that a round costs a few statements however many schools there are. */
@Repository
class Contacts {

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every survey of the campaign that waits for an answer. */
    List<Contact> silent(long campaignId) {
        return jdbc.sql("""
                SELECT s.id AS survey_id, s.school_uai, s.backup, COUNT(r.round) AS letters, COALESCE(MAX(r.sent_on), s.invited_on) AS last_letter
                  FROM survey s LEFT JOIN survey_reminder r ON r.survey_id = s.id
                 WHERE s.campaign_id = ? AND s.state = 'INVITE'
                 GROUP BY s.id, s.school_uai, s.backup, s.invited_on ORDER BY s.id""")
                .param(campaignId).query(Contact.class).list();
    }

    void note(Collection<Long> surveyIds, int round, LocalDate on, String actor) {
        jdbc.sql("""
                INSERT INTO survey_reminder (survey_id, round, sent_on, actor)
                SELECT id, CAST(:round AS INTEGER), CAST(:on AS DATE), CAST(:actor AS VARCHAR(100)) FROM survey WHERE id IN (:ids)""")
                .param("round", round).param("on", on).param("actor", actor).param("ids", surveyIds).update();
    }
}
