-- What the owner of a campaign makes of the questionnaire: sections left out, questions added.
CREATE TABLE survey_block_off (
    project_id BIGINT     NOT NULL REFERENCES project (id),
    block      VARCHAR(5) NOT NULL,
    PRIMARY KEY (project_id, block)
);

CREATE TABLE survey_question (
    project_id BIGINT       NOT NULL REFERENCES project (id),
    number     INTEGER      NOT NULL,
    kind       VARCHAR(10)  NOT NULL,
    label      VARCHAR(150) NOT NULL,
    choices    VARCHAR(600) NOT NULL,                  -- one per line; none for texts and numbers
    PRIMARY KEY (project_id, number)
);
