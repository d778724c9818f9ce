-- Two indexes that the engine's own tables lack.

-- At each completion it looks for the tasks below one: without it, among all that are open.
CREATE INDEX act_idx_task_parent ON ACT_RU_TASK (PARENT_TASK_ID_);
-- How many jobs are due, and since when, is asked every few seconds.
CREATE INDEX act_idx_job_due ON ACT_RU_JOB (DUEDATE_);
