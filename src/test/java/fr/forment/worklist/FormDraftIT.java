package fr.forment.worklist;

import fr.forment.HouseOnPostgres;

/**
 * The same on PostgreSQL, where a draft hangs on the engine's row of its task by a real key, and two who save at once
 * meet other locks.
 */
@HouseOnPostgres
class FormDraftIT extends FormDraftTest {}
