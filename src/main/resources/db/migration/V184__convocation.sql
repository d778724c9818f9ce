-- The appointments that somebody was last sent for a session: one for each half-day, by its position. Told apart from what the session is
-- now, so that a half-day or a place that is no more is taken out of the calendar too.
CREATE TABLE invitation (
    session_id BIGINT NOT NULL REFERENCES training_session (id),
    agent_id   BIGINT NOT NULL,
    half_days  INT NOT NULL,                       -- which stand in the calendar, a bit for each position; 0: they were taken out
    sequence   INT NOT NULL,
    PRIMARY KEY (session_id, agent_id)
);
CREATE INDEX invitation_of ON invitation (agent_id);

-- Calendars that people follow by an address of their own. Of the address only a fingerprint is kept; a new one takes the place of the old.
CREATE TABLE calendar_feed (
    agent_id    BIGINT NOT NULL,
    zone        VARCHAR(8) NOT NULL,               -- a circonscription, whose sessions it holds; empty: one's own sessions
    fingerprint VARCHAR(64) NOT NULL,
    made_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (agent_id, zone),
    CONSTRAINT calendar_feed_address UNIQUE (fingerprint)
);
