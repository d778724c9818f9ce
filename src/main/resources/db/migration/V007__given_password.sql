-- What the operator last gave as his password at a start: another one given later takes its place, one changed inside stays until then.
CREATE TABLE given_password (
    login VARCHAR(100) NOT NULL PRIMARY KEY,
    fingerprint VARCHAR(200) NOT NULL,
    given_at TIMESTAMP WITH TIME ZONE NOT NULL
);
