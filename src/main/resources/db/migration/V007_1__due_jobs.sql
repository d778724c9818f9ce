-- How many of the engine's jobs are due, and since when, is asked every few seconds.
CREATE INDEX act_idx_job_due ON ACT_RU_JOB (DUEDATE_);
