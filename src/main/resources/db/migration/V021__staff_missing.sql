-- From when the list of the place no longer held the person: gone perhaps, nobody has said so yet.
ALTER TABLE agent ADD COLUMN missing_since DATE;
CREATE INDEX agent_missing ON agent (missing_since);
