package fr.forment.audit;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class InvariantPostgresIT extends InvariantTest {}
