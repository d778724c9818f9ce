-- The one reminder of a questionnaire brings a link of its own; null while nobody was reminded. The first link goes on working.
ALTER TABLE evaluation_invitation ADD COLUMN reminder_hash VARCHAR(64);
ALTER TABLE evaluation_invitation ADD CONSTRAINT evaluation_invitation_reminder UNIQUE (reminder_hash);
