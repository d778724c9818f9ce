-- A computation of the grid under way: each chunk of schools is kept, and the next goes on after the last school counted. Gone once it is done.
CREATE TABLE need_run (
    campaign_id BIGINT     PRIMARY KEY REFERENCES campaign (id),
    up_to       VARCHAR(8) NOT NULL,                  -- UAI; '' before the first
    closing     BOOLEAN    NOT NULL,                  -- the one that settles the grid; else somebody asked for it
    added       INTEGER    NOT NULL,
    changed     INTEGER    NOT NULL,
    gone        INTEGER    NOT NULL
);
