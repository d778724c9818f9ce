-- What the plan foresaw, beside what was done; presences in part; meetings with parents apart. Bilans compiled before know none of it.
ALTER TABLE bilan ADD COLUMN places_planned INTEGER;
ALTER TABLE bilan ADD COLUMN people_planned INTEGER;
ALTER TABLE bilan ADD COLUMN trainee_minutes_planned INTEGER;
ALTER TABLE bilan ADD COLUMN trainer_minutes_planned INTEGER;
ALTER TABLE bilan ADD COLUMN meetings_planned INTEGER;
ALTER TABLE bilan ADD COLUMN parents_planned INTEGER;
ALTER TABLE bilan ADD COLUMN in_part INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE bilan ADD COLUMN meetings_held INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE bilan ADD COLUMN parents INTEGER DEFAULT 0 NOT NULL;
