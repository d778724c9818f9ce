package fr.forment.worklist;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps drafts, one per open task. The database takes them away with the task. */
@Repository
@RequiredArgsConstructor
class FormDrafts {

    private static final RowMapper<FormDraft> ROW = (row, n) -> new FormDraft(
            row.getString("task_id"),
            row.getString("process_id"),
            row.getString("business_key"),
            row.getInt("revision"),
            row.getObject("saved_at", OffsetDateTime.class),
            row.getString("saved_by"),
            row.getString("contents"));

    private final JdbcClient jdbc;

    Optional<FormDraft> find(String taskId) {
        return jdbc.sql("SELECT * FROM form_draft WHERE task_id = ?")
                .param(taskId)
                .query(ROW)
                .optional();
    }

    List<FormDraft> ofCases(String processId, Collection<String> businessKeys) {
        return businessKeys.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM form_draft WHERE process_id = :process AND business_key IN (:keys)")
                        .param("process", processId)
                        .param("keys", businessKeys)
                        .query(ROW)
                        .list();
    }

    /**
     * In one statement, so that of two people who save at once one is told. False when another revision stands there.
     */
    boolean replace(FormDraft draft, int known) {
        return jdbc.sql(
                                "UPDATE form_draft SET revision = revision + 1, saved_at = ?, saved_by = ?, contents = ? WHERE task_id = ? AND revision = ?")
                        .params(draft.at(), draft.by(), draft.contents(), draft.taskId(), known)
                        .update()
                == 1;
    }

    void overwrite(FormDraft draft) {
        jdbc.sql(
                        "UPDATE form_draft SET revision = revision + 1, saved_at = ?, saved_by = ?, contents = ? WHERE task_id = ?")
                .params(draft.at(), draft.by(), draft.contents(), draft.taskId())
                .update();
    }

    void add(FormDraft draft) {
        jdbc.sql(
                        "INSERT INTO form_draft (task_id, process_id, business_key, revision, saved_at, saved_by, contents) VALUES (?, ?, ?, 1, ?, ?, ?)")
                .params(
                        draft.taskId(),
                        draft.processId(),
                        draft.businessKey(),
                        draft.at(),
                        draft.by(),
                        draft.contents())
                .update();
    }
}
