-- What a project answers to each key question and success factor of the fiche; no row where nobody has yet.
CREATE TABLE framing_decision (
    project_id  BIGINT        NOT NULL REFERENCES project (id),
    question    VARCHAR(20)   NOT NULL,                -- code of FramingQuestion
    version     INTEGER       NOT NULL,
    answer_text VARCHAR(2000) NOT NULL,
    owner       VARCHAR(120)  NOT NULL,                -- a function, a service, or words
    due_on      DATE          NOT NULL,
    figure      VARCHAR(500),                          -- as typed, or as counted on the day of the decision
    decided_by  VARCHAR(200),                          -- signature; null while it is only proposed
    decided_on  DATE,
    PRIMARY KEY (project_id, question)
);

-- What the house counted of each question on the day a bilan was compiled; compiled again, it is counted again.
CREATE TABLE framing_figure (
    project_id BIGINT        NOT NULL REFERENCES project (id),
    vague_id   BIGINT        REFERENCES vague (id),    -- null: bilan of the whole project
    question   VARCHAR(20)   NOT NULL,                 -- code of FramingQuestion
    figure     VARCHAR(2000) NOT NULL,
    counted_on DATE          NOT NULL
);
CREATE INDEX framing_figure_of ON framing_figure (project_id, vague_id);
