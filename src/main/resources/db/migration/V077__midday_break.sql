-- Minutes between start and end nobody trains; sessions held until now had none.
ALTER TABLE training_session ADD COLUMN break_minutes INTEGER DEFAULT 0 NOT NULL;
