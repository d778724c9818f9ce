-- A staff file from its deposit to its writing, and back: kept as cells without the private columns, judged line by line, decided, written
-- whole or not at all, undone while nothing was built on it.
ALTER TABLE staff_import ALTER COLUMN state SET DATA TYPE VARCHAR(24);
ALTER TABLE staff_import ADD COLUMN kind VARCHAR(20);
-- titles kept and titles dropped, as JSON
ALTER TABLE staff_import ADD COLUMN header TEXT;
ALTER TABLE staff_import ADD COLUMN discarded TEXT;
ALTER TABLE staff_import ADD COLUMN signature VARCHAR(64);
-- what was chosen on screen
ALTER TABLE staff_import ADD COLUMN mapping TEXT;
ALTER TABLE staff_import ADD COLUMN school_uai VARCHAR(8);
ALTER TABLE staff_import ADD COLUMN silent_function VARCHAR(20);
-- true: who is not in the file may have left; false: the file only adds
ALTER TABLE staff_import ADD COLUMN is_whole BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE staff_import ADD COLUMN arrival VARCHAR(20);
ALTER TABLE staff_import ADD COLUMN good_lines_only BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE staff_import ADD COLUMN held_because VARCHAR(400);
-- grows with each analysis, decision or choice: what is accepted is what was shown
ALTER TABLE staff_import ADD COLUMN revision INT DEFAULT 0 NOT NULL;
-- work in the background: how far, and until when (time of the database) the node that does it is believed alive
ALTER TABLE staff_import ADD COLUMN line_count INT DEFAULT 0 NOT NULL;
ALTER TABLE staff_import ADD COLUMN steps_done INT DEFAULT 0 NOT NULL;
ALTER TABLE staff_import ADD COLUMN steps_total INT DEFAULT 0 NOT NULL;
ALTER TABLE staff_import ADD COLUMN worker VARCHAR(40);
ALTER TABLE staff_import ADD COLUMN lease_until TIMESTAMP WITH TIME ZONE;
ALTER TABLE staff_import ADD COLUMN problem VARCHAR(400);
-- the last person known when the lines were judged: whoever is newer may change what they mean
ALTER TABLE staff_import ADD COLUMN newest_agent BIGINT DEFAULT 0 NOT NULL;
-- active people of the places it speaks of, before it
ALTER TABLE staff_import ADD COLUMN covered INT DEFAULT 0 NOT NULL;
-- the journal; arrived, changed and refused stand beside
ALTER TABLE staff_import ADD COLUMN came_back INT;
ALTER TABLE staff_import ADD COLUMN moved INT;
ALTER TABLE staff_import ADD COLUMN gone INT;
ALTER TABLE staff_import ADD COLUMN written_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE staff_import ADD COLUMN undone_at TIMESTAMP WITH TIME ZONE;
ALTER TABLE staff_import ADD COLUMN undone_by VARCHAR(80);

-- The cells of some hundred lines, as JSON; erased once they have served.
CREATE TABLE staff_import_chunk (
    import_id BIGINT NOT NULL REFERENCES staff_import (id),
    chunk     INT NOT NULL,
    content   TEXT NOT NULL,
    PRIMARY KEY (import_id, chunk)
);

-- What becomes of each line, and after them of each person the file leaves out; erased once it has served.
CREATE TABLE staff_import_line (
    import_id     BIGINT NOT NULL REFERENCES staff_import (id),
    seq           INT NOT NULL,
    line          BIGINT NOT NULL,
    outcome       VARCHAR(12) NOT NULL,
    reason        VARCHAR(1000) NOT NULL,
    uai           VARCHAR(8),
    last_name     VARCHAR(80),
    first_name    VARCHAR(80),
    folded_name   VARCHAR(170),
    email         VARCHAR(254),
    function      VARCHAR(20),
    quotity       INT,
    constellation BOOLEAN,
    arrives_on    DATE,
    leaves_on     DATE,
    said          VARCHAR(16),
    agent_id      BIGINT,
    agent_version INT,
    question      VARCHAR(16),
    decision      VARCHAR(32),
    -- another line of the same person, which says the main school
    main_seq      INT,
    PRIMARY KEY (import_id, seq)
);
CREATE INDEX staff_import_line_by_name ON staff_import_line (import_id, folded_name);
CREATE INDEX staff_import_line_by_email ON staff_import_line (import_id, email);
CREATE INDEX staff_import_line_by_agent ON staff_import_line (import_id, agent_id);
CREATE INDEX staff_import_line_by_outcome ON staff_import_line (import_id, outcome, seq);

-- Known people whom a doubtful line may mean: not gone as long as nobody has answered.
CREATE TABLE staff_import_candidate (
    import_id BIGINT NOT NULL REFERENCES staff_import (id),
    seq       INT NOT NULL,
    agent_id  BIGINT NOT NULL,
    PRIMARY KEY (import_id, seq, agent_id)
);

-- The schools and offices a file names.
CREATE TABLE staff_import_place (
    import_id           BIGINT NOT NULL REFERENCES staff_import (id),
    uai                 VARCHAR(8) NOT NULL,
    circonscription_uai VARCHAR(8),
    was_empty           BOOLEAN NOT NULL,
    PRIMARY KEY (import_id, uai)
);

-- People as they were before an import wrote on them, so that it can be undone; new_person: the import brought them.
CREATE TABLE staff_import_former (
    import_id           BIGINT NOT NULL,
    agent_id            BIGINT NOT NULL,
    new_person          BOOLEAN NOT NULL,
    version_after       INT,
    history_after       BIGINT,
    last_name           VARCHAR(80),
    first_name          VARCHAR(80),
    email               VARCHAR(254),
    function            VARCHAR(20),
    function_since      DATE,
    school_uai          VARCHAR(8),
    circonscription_uai VARCHAR(8),
    departement_code    VARCHAR(3),
    quotity             INT,
    constellation       BOOLEAN,
    arrived_on          DATE,
    left_on             DATE,
    missing_since       DATE,
    PRIMARY KEY (import_id, agent_id)
);

-- One list is written at a time: two that bring the same person would otherwise both bring him.
CREATE TABLE staff_import_turn (
    id          INT PRIMARY KEY,
    import_id   BIGINT,
    worker      VARCHAR(40),
    lease_until TIMESTAMP WITH TIME ZONE
);
INSERT INTO staff_import_turn (id) VALUES (1);

-- Which column is which, as somebody of the circonscription chose it for files with these titles.
CREATE TABLE staff_column_mapping (
    circonscription_uai VARCHAR(8) NOT NULL,
    signature           VARCHAR(64) NOT NULL,
    mapping             TEXT NOT NULL,
    at                  TIMESTAMP WITH TIME ZONE NOT NULL,
    by_whom             VARCHAR(80) NOT NULL,
    PRIMARY KEY (circonscription_uai, signature)
);

-- Besides the main one: brigades and shared posts stand on the lists of several schools.
CREATE TABLE agent_other_school (
    agent_id   BIGINT NOT NULL REFERENCES agent (id),
    school_uai VARCHAR(8) NOT NULL,
    import_id  BIGINT,
    PRIMARY KEY (agent_id, school_uai)
);
CREATE INDEX agent_other_school_by_school ON agent_other_school (school_uai);
-- Namesakes are looked for by name.
CREATE INDEX agent_by_name ON agent (folded_name);
