-- Whether a doubtful line may mean somebody is asked person by person.
CREATE INDEX staff_import_candidate_by_agent ON staff_import_candidate (agent_id, import_id);
