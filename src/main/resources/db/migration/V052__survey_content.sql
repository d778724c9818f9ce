-- What the owner of a campaign makes of the questionnaire: sections left out, questions added.
CREATE TABLE survey_block_off (
    campaign_id BIGINT     NOT NULL REFERENCES campaign (id),
    block       VARCHAR(5) NOT NULL,
    PRIMARY KEY (campaign_id, block)
);

CREATE TABLE survey_question (
    campaign_id BIGINT       NOT NULL REFERENCES campaign (id),
    number      INTEGER      NOT NULL,
    kind        VARCHAR(10)  NOT NULL,
    label       VARCHAR(150) NOT NULL,
    choices     VARCHAR(600) NOT NULL,                 -- one per line; none for texts and numbers
    PRIMARY KEY (campaign_id, number)
);
