package fr.forment.convocation;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class SummonsIT extends SummonsTest {}
