-- What somebody has typed into the form of an open task and not sent yet, to be found again on another computer. A draft goes with its task,
-- answered or closed, in the same transaction: the engine's row takes it along.
CREATE TABLE form_draft (
    task_id      VARCHAR(64)    PRIMARY KEY REFERENCES ACT_RU_TASK (ID_) ON DELETE CASCADE,
    process_id   VARCHAR(255)   NOT NULL,              -- of which case, so that what was never sent can be kept when the task goes unanswered
    business_key VARCHAR(255),
    revision     INTEGER        NOT NULL,              -- counts the saves; who holds an older one is told
    saved_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    saved_by     VARCHAR(100)   NOT NULL,
    contents     VARCHAR(20000) NOT NULL               -- JSON object, key of the field to value
);
CREATE INDEX form_draft_case_idx ON form_draft (business_key, process_id);
