-- What a motive let pass when somebody was put on a waiting list (codes of obstacles, separated by a space): it counts when a place is free.
ALTER TABLE enrolment ADD COLUMN waived VARCHAR(100);

-- A motive given before this column counts for all that may be passed over.
UPDATE enrolment SET waived = 'AUTRE_SESSION DEJA_FORME HEURES'
 WHERE state = 'LISTE_ATTENTE' AND EXISTS (SELECT 1 FROM enrolment_history h WHERE h.enrolment_id = enrolment.id
   AND h.before IS NULL AND h.why IS NOT NULL AND h.why <> 'Public désigné par le plan');

-- Whoever still waits for a session that is over waits no more.
INSERT INTO enrolment_history (enrolment_id, at, by_whom, before, after, why)
SELECT e.id, CURRENT_TIMESTAMP, 'système', 'LISTE_ATTENTE', 'ANNULE_ADMIN', 'Session terminée'
  FROM enrolment e JOIN training_session s ON s.id = e.session_id
 WHERE e.state = 'LISTE_ATTENTE' AND s.state IN ('CLOTUREE', 'NON_REALISEE', 'ARCHIVEE', 'ANNULEE');
UPDATE enrolment SET state = 'ANNULE_ADMIN', active_agent_id = NULL, version = version + 1
 WHERE state = 'LISTE_ATTENTE' AND session_id IN (SELECT s.id FROM training_session s WHERE s.state IN ('CLOTUREE', 'NON_REALISEE', 'ARCHIVEE', 'ANNULEE'));

-- Found among many sessions: who waits.
CREATE INDEX enrolment_by_state ON enrolment (state, session_id);
