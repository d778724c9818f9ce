-- The time that somebody, trainer or trainee, has given to a session, to the minute. No key can refuse an overlap on both databases:
-- whoever writes here holds the person's row of hours_lock first.
CREATE TABLE occupation_to_the_minute (
    agent_id   BIGINT NOT NULL,
    session_id BIGINT NOT NULL REFERENCES training_session (id),
    starts_at  TIMESTAMP NOT NULL,                 -- local time, as in training_session
    ends_at    TIMESTAMP NOT NULL,
    PRIMARY KEY (agent_id, session_id)
);

INSERT INTO occupation_to_the_minute (agent_id, session_id, starts_at, ends_at)
SELECT DISTINCT o.agent_id, o.session_id, s.starts_at, s.ends_at FROM occupation o JOIN training_session s ON s.id = o.session_id;

DROP TABLE occupation;
ALTER TABLE occupation_to_the_minute RENAME TO occupation;
CREATE INDEX occupation_by_session ON occupation (session_id);
