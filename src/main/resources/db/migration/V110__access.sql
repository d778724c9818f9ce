-- Who is signed in, shared by all nodes. Written by Spring Session, whose tables these are but for their name.
CREATE TABLE web_session (
    primary_id            VARCHAR(36)  NOT NULL PRIMARY KEY,
    session_id            VARCHAR(36)  NOT NULL,
    creation_time         BIGINT       NOT NULL,
    last_access_time      BIGINT       NOT NULL,
    max_inactive_interval INT          NOT NULL,
    expiry_time           BIGINT       NOT NULL,
    principal_name        VARCHAR(100),
    CONSTRAINT web_session_id UNIQUE (session_id)
);
CREATE INDEX web_session_expiry ON web_session (expiry_time);

CREATE TABLE web_session_attributes (
    session_primary_id VARCHAR(36)  NOT NULL REFERENCES web_session (primary_id) ON DELETE CASCADE,
    attribute_name     VARCHAR(200) NOT NULL,
    attribute_bytes    BYTEA        NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

-- What the operator last gave as his password at a start: another one given later takes its place, one changed inside stays until then.
CREATE TABLE given_password (
    login VARCHAR(100) NOT NULL PRIMARY KEY,
    fingerprint VARCHAR(200) NOT NULL,
    given_at TIMESTAMP WITH TIME ZONE NOT NULL
);
