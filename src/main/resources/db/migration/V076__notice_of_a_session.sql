-- The start for which a person accepted that people are convoked later than usual; another date is asked about again.
ALTER TABLE training_session ADD COLUMN notice_waived_for TIMESTAMP;
