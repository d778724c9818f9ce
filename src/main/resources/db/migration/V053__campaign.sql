-- A campaign may ask other schools than those of a project: its perimeter is written down, and the schools it stands for are fixed when it opens.
ALTER TABLE campaign ALTER COLUMN project_id DROP NOT NULL;
ALTER TABLE campaign ADD COLUMN title VARCHAR(120);
ALTER TABLE campaign ADD COLUMN paused_on DATE;                 -- null: not paused
ALTER TABLE campaign ADD COLUMN opened_up_to VARCHAR(8);        -- the last school asked, in the order of the UAI: where opening goes on

CREATE TABLE campaign_perimeter (
    campaign_id BIGINT      NOT NULL REFERENCES campaign (id),
    kind        VARCHAR(20) NOT NULL,                           -- PROJET, CIRCONSCRIPTION, VAGUE, ECOLE
    ref         VARCHAR(20) NOT NULL,                           -- id or UAI
    PRIMARY KEY (campaign_id, kind, ref)
);
INSERT INTO campaign_perimeter (campaign_id, kind, ref) SELECT id, 'PROJET', CAST(project_id AS VARCHAR(20)) FROM campaign;

CREATE TABLE campaign_target (
    campaign_id BIGINT     NOT NULL REFERENCES campaign (id),
    school_uai  VARCHAR(8) NOT NULL REFERENCES school (uai),
    counted_in  VARCHAR(8) NOT NULL,                            -- circonscription of the school when the campaign was planned
    PRIMARY KEY (campaign_id, school_uai)
);
CREATE INDEX campaign_target_school ON campaign_target (school_uai);
INSERT INTO campaign_target (campaign_id, school_uai, counted_in)
SELECT DISTINCT c.id, p.school_uai, COALESCE(s.circonscription_uai, c.circonscription_uai)
  FROM campaign c JOIN vague v ON v.project_id = c.project_id JOIN vague_school p ON p.vague_id = v.id JOIN school s ON s.uai = p.school_uai
 WHERE p.state NOT IN ('REPORTEE', 'RETIREE') AND c.state <> 'ABANDONNEE';
INSERT INTO campaign_target (campaign_id, school_uai, counted_in)
SELECT v.campaign_id, v.school_uai, COALESCE(s.circonscription_uai, c.circonscription_uai)
  FROM survey v JOIN campaign c ON c.id = v.campaign_id JOIN school s ON s.uai = v.school_uai
 WHERE NOT EXISTS (SELECT 1 FROM campaign_target t WHERE t.campaign_id = v.campaign_id AND t.school_uai = v.school_uai);

-- How many have answered, per circonscription: written with each answer, so that a page counts no survey.
CREATE TABLE campaign_count (
    campaign_id         BIGINT     NOT NULL REFERENCES campaign (id),
    circonscription_uai VARCHAR(8) NOT NULL,
    expected            INTEGER    NOT NULL,
    answered            INTEGER    NOT NULL,
    late                INTEGER    NOT NULL,
    PRIMARY KEY (campaign_id, circonscription_uai)
);
INSERT INTO campaign_count (campaign_id, circonscription_uai, expected, answered, late)
SELECT t.campaign_id, t.counted_in, COUNT(CASE WHEN v.state <> 'ECOLE_FERMEE' THEN 1 END),
       COUNT(CASE WHEN v.state = 'REPONDU' THEN 1 END), COUNT(CASE WHEN a.late = TRUE THEN 1 END)
  FROM campaign_target t JOIN survey v ON v.campaign_id = t.campaign_id AND v.school_uai = t.school_uai
  LEFT JOIN survey_answer a ON a.survey_id = v.id GROUP BY t.campaign_id, t.counted_in;

-- The date by which the task of the school is to be done, as the engine was told it.
ALTER TABLE survey ADD COLUMN due_on DATE;
UPDATE survey SET due_on = (SELECT c.deadline FROM campaign c WHERE c.id = survey.campaign_id);
-- Chunks and rounds look for the silent ones.
CREATE INDEX survey_by_state ON survey (campaign_id, state, id);
-- Which letter it was for that school: 1 the first after the invitation.
ALTER TABLE survey_reminder ADD COLUMN ordinal INTEGER DEFAULT 1 NOT NULL;
UPDATE survey_reminder SET ordinal = (SELECT COUNT(*) FROM survey_reminder r WHERE r.survey_id = survey_reminder.survey_id AND r.round <= survey_reminder.round);

-- A school that prefers to be called: what the last reminder offers.
CREATE TABLE survey_call (
    survey_id BIGINT       PRIMARY KEY REFERENCES survey (id),
    wished_at TIMESTAMP WITH TIME ZONE NOT NULL,
    wished_by VARCHAR(100),
    slot      VARCHAR(20)  NOT NULL,
    phone     VARCHAR(30)  NOT NULL,
    done_at   TIMESTAMP WITH TIME ZONE,
    done_by   VARCHAR(100)
);

-- A round of letters is written by one statement: what differs from reader to reader stands in model, and the text is made when the mail leaves.
ALTER TABLE outbox_mail ALTER COLUMN subject DROP NOT NULL;
ALTER TABLE outbox_mail ALTER COLUMN body_text DROP NOT NULL;
ALTER TABLE outbox_mail ALTER COLUMN body_html DROP NOT NULL;
ALTER TABLE outbox_mail ADD COLUMN model VARCHAR(8000);

-- One row: whoever launches a campaign holds it, so that two launched at once see each other's schools.
CREATE TABLE campaign_gate (id INTEGER PRIMARY KEY);
INSERT INTO campaign_gate (id) VALUES (1);
