package fr.forment.incident;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class LostForAllIT extends LostForAllTest {}
