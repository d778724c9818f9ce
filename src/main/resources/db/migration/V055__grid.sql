-- How each figure of the grid came about: people = asked - trained already - without hours, then corrections by hand.
ALTER TABLE need_line ADD COLUMN audience INTEGER DEFAULT 0 NOT NULL;        -- everybody of that profile in the place
ALTER TABLE need_line ADD COLUMN asked INTEGER DEFAULT 0 NOT NULL;           -- before anything is taken off
ALTER TABLE need_line ADD COLUMN without_hours INTEGER DEFAULT 0 NOT NULL;   -- taken off: no hours left for this module
ALTER TABLE need_line ADD COLUMN computed INTEGER DEFAULT 0 NOT NULL;        -- what is left; people differs from it once corrected
ALTER TABLE need_line ADD COLUMN corrected_from INTEGER;                     -- computed as it was when corrected; null when it is not
ALTER TABLE need_line ADD COLUMN gone BOOLEAN DEFAULT FALSE NOT NULL;        -- school closed, or module no longer proposed
ALTER TABLE need_line ADD COLUMN version INTEGER DEFAULT 0 NOT NULL;
UPDATE need_line SET computed = people;
UPDATE need_line SET computed = (SELECT MIN(c.people_before) FROM need_correction c
        WHERE c.id = (SELECT MIN(f.id) FROM need_correction f WHERE f.line_id = need_line.id))
 WHERE EXISTS (SELECT 1 FROM need_correction c WHERE c.line_id = need_line.id);
UPDATE need_line SET corrected_from = computed WHERE EXISTS (SELECT 1 FROM need_correction c WHERE c.line_id = need_line.id);
UPDATE need_line SET asked = computed, audience = computed + already_trained;

ALTER TABLE need_correction ADD COLUMN kind VARCHAR(12) DEFAULT 'CORRECTED' NOT NULL;
ALTER TABLE need_correction ADD COLUMN computed INTEGER DEFAULT 0 NOT NULL;  -- as it was at that moment
UPDATE need_correction SET computed = (SELECT l.computed FROM need_line l WHERE l.id = need_correction.line_id);

ALTER TABLE need_school ADD COLUMN declared_constellation INTEGER;           -- null when it did not answer
ALTER TABLE need_school ADD COLUMN listed_constellation INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE need_school ADD COLUMN to_check BOOLEAN DEFAULT FALSE NOT NULL;  -- something should be looked at before its figures are used
ALTER TABLE need_school ADD COLUMN priority_rule VARCHAR(60);                -- the rule of schoolPriority.dmn that applied; null before this column
ALTER TABLE need_school ADD COLUMN priority_facts VARCHAR(600);              -- what the table was asked with, JSON
UPDATE need_school SET to_check = TRUE WHERE estimated = TRUE OR declared_teachers <> listed_teachers;

-- When the grid of a campaign was computed last. Before consolidation it is provisional.
CREATE TABLE need_grid (
    campaign_id BIGINT PRIMARY KEY REFERENCES campaign (id),
    computed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    computed_by VARCHAR(100)                          -- null for the house
);
INSERT INTO need_grid (campaign_id, computed_at) SELECT h.campaign_id, MAX(h.happened_at) FROM campaign_history h WHERE h.what = 'CONSOLIDATED' GROUP BY h.campaign_id;
