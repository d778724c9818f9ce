-- How often something was tried lately, for all nodes together. What was tried stands there as a fingerprint only. Times are milliseconds since
-- 1970: both databases reckon alike with whole numbers. No index on them: rows are some ten thousand at the most, and are updated in place.
CREATE TABLE attempt (
    id         UUID PRIMARY KEY,
    tries      INT NOT NULL,
    -- before then nothing more is let through
    free_at    BIGINT NOT NULL,
    -- from then on it is as if nothing had been tried
    expires_at BIGINT NOT NULL
);

-- What the nodes sign with, drawn once.
CREATE TABLE house_secret (
    name   VARCHAR(40) PRIMARY KEY,
    secret VARCHAR(64) NOT NULL
);
