-- Chunks that change the deadline, open silent surveys to who stands in, or close them begin where the last one ended, however many it has done:
-- what is done falls out of the range that is read.
DROP INDEX survey_by_state;
CREATE INDEX survey_by_due ON survey (campaign_id, state, due_on, id);
CREATE INDEX survey_by_backup ON survey (campaign_id, state, backup, id);
