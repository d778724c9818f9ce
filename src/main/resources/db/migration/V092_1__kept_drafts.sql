-- Of which case a draft is, so that what was typed and never sent can be kept when the task goes unanswered.
ALTER TABLE form_draft ADD COLUMN process_id VARCHAR(255);
ALTER TABLE form_draft ADD COLUMN business_key VARCHAR(255);
UPDATE form_draft SET
    process_id = (SELECT d.KEY_ FROM ACT_RU_TASK t JOIN ACT_RE_PROCDEF d ON d.ID_ = t.PROC_DEF_ID_ WHERE t.ID_ = form_draft.task_id),
    business_key = (SELECT e.BUSINESS_KEY_ FROM ACT_RU_TASK t JOIN ACT_RU_EXECUTION e ON e.ID_ = t.PROC_INST_ID_ WHERE t.ID_ = form_draft.task_id);
CREATE INDEX form_draft_case_idx ON form_draft (business_key, process_id);

-- Sent too late, or never sent: a draft is for those alone who could have sent it.
ALTER TABLE survey_unsent ADD COLUMN sent BOOLEAN DEFAULT TRUE NOT NULL;
