package fr.forment.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.survey.SurveyState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A campaign as its database tells it from outside: what holds at any moment, wherever a machine stopped, and how far
 * it has come.
 */
final class CampaignFigures {

    private static final String OPEN_TASKS =
            "(SELECT COUNT(*) FROM ACT_RU_TASK t JOIN ACT_RU_EXECUTION e ON e.ID_ = t.PROC_INST_ID_"
                    + " WHERE t.TASK_DEF_KEY_ = 'answer' AND e.BUSINESS_KEY_ = CAST(v.id AS VARCHAR(20)))";
    /** What is wrong, and how often it is found. */
    private static final Map<String, String> WRONG = new LinkedHashMap<>(Map.of(
            "schools with two surveys", "SELECT COUNT(*) - COUNT(DISTINCT school_uai) FROM survey",
            "surveys without their one process",
                    "SELECT COUNT(*) FROM survey v WHERE (SELECT COUNT(*) FROM ACT_HI_PROCINST p"
                            + " WHERE p.PROC_DEF_KEY_ = 'needsSurvey' AND p.BUSINESS_KEY_ = CAST(v.id AS VARCHAR(20))) <> 1",
            "processes without survey",
                    "SELECT COUNT(*) - (SELECT COUNT(*) FROM survey) FROM ACT_HI_PROCINST WHERE PROC_DEF_KEY_ = 'needsSurvey'",
            "surveys without their one task while silent, or with a task afterwards",
                    "SELECT COUNT(*) FROM survey v WHERE " + OPEN_TASKS
                            + " <> CASE WHEN v.state = 'INVITE' THEN 1 ELSE 0 END",
            "surveys without their one invitation",
                    "SELECT COUNT(*) FROM survey v WHERE " + letters("invite") + " <> 1",
            "surveys with other letters than reminders noted",
                    "SELECT COUNT(*) FROM survey v WHERE " + letters("remind")
                            + " <> (SELECT COUNT(*) FROM survey_reminder r WHERE r.survey_id = v.id)",
            "surveys answered without answer, or the other way round",
                    "SELECT COUNT(*) FROM survey v WHERE (SELECT COUNT(*) FROM survey_answer a"
                            + " WHERE a.survey_id = v.id) <> CASE WHEN v.state = 'REPONDU' THEN 1 ELSE 0 END",
            "answers counted wrongly",
                    "SELECT COALESCE(SUM(answered), 0) - (SELECT COUNT(*) FROM survey_answer) FROM campaign_count",
            "letters of thanks or of closing too many",
                    "SELECT COUNT(*) FROM survey v WHERE " + letters("thank") + " > 1 OR " + letters("close") + " > 1",
            "jobs given up", "SELECT COUNT(*) FROM ACT_RU_INCIDENT"));

    private final JdbcClient jdbc;

    CampaignFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String letters(String step) {
        return "(SELECT COUNT(*) FROM outbox_mail m WHERE m.mail_key LIKE 'needsCampaign:" + step
                + ":' || CAST(v.id AS VARCHAR(20)) || ':%')";
    }

    /** @param when what happened before */
    void nothingIsHalfDone(String when) {
        WRONG.forEach(
                (what, sql) -> assertThat(count(sql)).as(what + ", " + when).isZero());
    }

    int surveys() {
        return count("SELECT COUNT(*) FROM survey");
    }

    /** Surveys in that state. */
    int surveys(SurveyState state) {
        return count("SELECT COUNT(*) FROM survey WHERE state = '" + state + "'");
    }

    int expected() {
        return count("SELECT COALESCE(SUM(expected), 0) FROM campaign_count");
    }

    int letters(String step, long surveyId) {
        return count(
                "SELECT COUNT(*) FROM outbox_mail WHERE mail_key LIKE 'needsCampaign:" + step + ":" + surveyId + ":%'");
    }

    /** Letters of that step, one for each survey that has any. */
    int lettersOf(String step) {
        return count("SELECT COUNT(*) FROM outbox_mail WHERE mail_key LIKE 'needsCampaign:" + step + ":%'");
    }

    /** The process of the campaign waits there, for a message or for a person. */
    boolean waitsAt(String activity) {
        return count("SELECT (SELECT COUNT(*) FROM ACT_RU_EVENT_SUBSCR WHERE ACTIVITY_ID_ = '" + activity + "')"
                        + " + (SELECT COUNT(*) FROM ACT_RU_TASK WHERE TASK_DEF_KEY_ = '" + activity + "')")
                == 1;
    }

    int history(CampaignEvent what) {
        return count("SELECT COUNT(*) FROM journal WHERE kind = 'CAMPAIGN' AND what = '" + what + "'");
    }

    int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
