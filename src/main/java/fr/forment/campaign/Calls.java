package fr.forment.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The schools that prefer to fill the survey in on the telephone, with the E-RUN. */
@Repository
@RequiredArgsConstructor
public class Calls {

    /** When a school may be called. */
    public enum Slot {
        MATIN("Le matin, avant la classe"),
        MIDI("À la pause de midi"),
        SOIR("Le soir, après la classe"),
        MERCREDI("Le mercredi"),
        DECHARGE("Le jour de décharge");

        private final String label;

        Slot(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One wish. {@code doneAt} is null while the school has not been called. */
    public record Call(
            long surveyId, String school, OffsetDateTime wishedAt, Slot slot, String phone, OffsetDateTime doneAt) {}

    private static final String SELECT = """
            SELECT w.survey_id, s.name || ' (' || s.commune || ')' AS school, w.wished_at, w.slot, w.phone, w.done_at FROM survey_call w
              JOIN survey v ON v.id = w.survey_id JOIN school s ON s.uai = v.school_uai WHERE\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The latest wish counts. */
    void wish(long surveyId, Slot slot, String phone, String login) {
        jdbc.sql("DELETE FROM survey_call WHERE survey_id = ?").param(surveyId).update();
        jdbc.sql("INSERT INTO survey_call (survey_id, wished_at, wished_by, slot, phone) VALUES (?, ?, ?, ?, ?)")
                .params(surveyId, OffsetDateTime.now(clock), login, slot.name(), phone)
                .update();
    }

    void done(long surveyId, String login) {
        jdbc.sql("UPDATE survey_call SET done_at = ?, done_by = ? WHERE survey_id = ? AND done_at IS NULL")
                .params(OffsetDateTime.now(clock), login, surveyId)
                .update();
    }

    /** The last number is of no use once the school has answered. */
    void forget(long campaignId) {
        jdbc.sql("UPDATE survey_call SET phone = '' WHERE survey_id IN (SELECT id FROM survey WHERE campaign_id = ?)")
                .param(campaignId)
                .update();
    }

    public Optional<Call> of(long surveyId) {
        return jdbc.sql(SELECT + "w.survey_id = ?")
                .param(surveyId)
                .query(Call.class)
                .optional();
    }

    /** Those still to call, oldest first. */
    public List<Call> waiting(long campaignId) {
        return jdbc.sql(SELECT + "v.campaign_id = ? AND v.state = 'INVITE' AND w.done_at IS NULL ORDER BY w.wished_at")
                .param(campaignId)
                .query(Call.class)
                .list();
    }
}
