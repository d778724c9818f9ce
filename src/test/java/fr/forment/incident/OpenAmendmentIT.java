package fr.forment.incident;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class OpenAmendmentIT extends OpenAmendmentTest {}
