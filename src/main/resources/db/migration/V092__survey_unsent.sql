-- What somebody sent after the survey was closed and counted: not an answer, kept so that it can be read and printed.
CREATE TABLE survey_unsent (
    survey_id BIGINT         PRIMARY KEY REFERENCES survey (id) ON DELETE CASCADE,
    sent_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    sent_by   VARCHAR(100),
    answers   VARCHAR(20000) NOT NULL                  -- JSON object, question to value
);
