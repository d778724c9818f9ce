-- The appointments that somebody was last sent for a session: one for each half-day, by its position. Told apart from what the session is
-- now, so that a half-day or a place that is no more is taken out of the calendar too.
CREATE TABLE invitation (
    session_id BIGINT NOT NULL REFERENCES training_session (id),
    agent_id   BIGINT NOT NULL,
    half_days  INT NOT NULL,                       -- how many stand in the calendar; 0: they were taken out
    sequence   INT NOT NULL,
    PRIMARY KEY (session_id, agent_id)
);
CREATE INDEX invitation_of ON invitation (agent_id);
