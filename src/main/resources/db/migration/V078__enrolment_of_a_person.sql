-- What somebody is enrolled in is asked at each enrolment, and for whoever waits each time that time is given back.
CREATE INDEX enrolment_active_agent ON enrolment (active_agent_id);
