package fr.forment.benchmark;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What an answer changes, said straight to the database: the statements of the recorded answer without the engine that
 * decides them.
 */
final class AnswerFloor {

    /** An open survey with what the engine keeps of it. */
    record Open(long survey, long campaign, String uai, String task, String instance) {}

    private final JdbcTemplate jdbc;

    AnswerFloor(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Open> open(int most) {
        return jdbc.query(
                """
                SELECT v.id, v.campaign_id, v.school_uai, t.ID_, t.PROC_INST_ID_ FROM ACT_RU_TASK t JOIN ACT_RU_EXECUTION e ON e.ID_ = t.PROC_INST_ID_
                  JOIN survey v ON CAST(v.id AS VARCHAR(20)) = e.BUSINESS_KEY_ WHERE v.state = 'INVITE' FETCH FIRST %d ROWS ONLY""".formatted(most),
                (row, n) ->
                        new Open(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)));
    }

    void answer(Open open) {
        jdbc.queryForObject("SELECT id FROM campaign WHERE id = ? FOR UPDATE", Long.class, open.campaign());
        jdbc.queryForList("SELECT * FROM survey WHERE id = ?", open.survey());
        jdbc.queryForList("SELECT * FROM ACT_RU_TASK WHERE ID_ = ?", open.task());
        jdbc.queryForList("SELECT * FROM ACT_RU_EXECUTION WHERE PROC_INST_ID_ = ?", open.instance());
        jdbc.queryForList("SELECT * FROM ACT_RU_VARIABLE WHERE PROC_INST_ID_ = ?", open.instance());
        jdbc.queryForList("SELECT * FROM ACT_RU_EVENT_SUBSCR WHERE PROC_INST_ID_ = ?", open.instance());
        jdbc.update(
                "INSERT INTO survey_answer (survey_id, answered_at, late, answers) VALUES (?, CURRENT_TIMESTAMP, FALSE, '{}')",
                open.survey());
        jdbc.update(
                "UPDATE survey SET state = 'REPONDU', version = version + 1 WHERE id = ? AND version = 0",
                open.survey());
        jdbc.update(
                "UPDATE campaign_count SET answered = answered + 1 WHERE campaign_id = ? AND circonscription_uai = (SELECT counted_in FROM campaign_target"
                        + " WHERE campaign_id = ? AND school_uai = ?)",
                open.campaign(),
                open.campaign(),
                open.uai());
        jdbc.update("DELETE FROM ACT_RU_AUTHORIZATION WHERE RESOURCE_ID_ = ?", open.task());
        jdbc.update("DELETE FROM ACT_RU_IDENTITYLINK WHERE TASK_ID_ = ?", open.task());
        jdbc.update("DELETE FROM ACT_RU_VARIABLE WHERE PROC_INST_ID_ = ?", open.instance());
        jdbc.update("DELETE FROM ACT_RU_EVENT_SUBSCR WHERE PROC_INST_ID_ = ?", open.instance());
        jdbc.update("DELETE FROM ACT_RU_TASK WHERE ID_ = ?", open.task());
        jdbc.update("DELETE FROM ACT_RU_EXECUTION WHERE PROC_INST_ID_ = ? AND ID_ <> PROC_INST_ID_", open.instance());
        jdbc.update("UPDATE ACT_RU_EXECUTION SET REV_ = REV_ + 1, ACT_ID_ = 'thank' WHERE ID_ = ?", open.instance());
        jdbc.update(
                "UPDATE ACT_HI_TASKINST SET END_TIME_ = CURRENT_TIMESTAMP, DURATION_ = 1, DELETE_REASON_ = 'completed' WHERE ID_ = ?",
                open.task());
        jdbc.update(
                "UPDATE ACT_HI_ACTINST SET END_TIME_ = CURRENT_TIMESTAMP, DURATION_ = 1 WHERE TASK_ID_ = ?",
                open.task());
        jdbc.update("""
                INSERT INTO ACT_HI_ACTINST (ID_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_TYPE_, START_TIME_, END_TIME_, DURATION_)
                SELECT ?, PROC_DEF_ID_, ID_, ID_, 'recordAnswer', 'serviceTask', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0 FROM ACT_RU_EXECUTION WHERE ID_ = ?""", "floor" + open.survey(), open.instance());
        jdbc.update("""
                INSERT INTO ACT_RU_JOB (ID_, REV_, TYPE_, EXCLUSIVE_, EXECUTION_ID_, PROCESS_INSTANCE_ID_, RETRIES_, HANDLER_TYPE_, SUSPENSION_STATE_)
                VALUES (?, 1, 'message', TRUE, ?, ?, 0, 'async-continuation', 1)""", "floor" + open.survey(), open.instance(), open.instance());
    }
}
