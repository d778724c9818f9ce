package fr.forment.evaluation;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL, which is as strict about what stands in GROUP BY. */
@HouseOnPostgres
class BilanIncidentsPostgresIT extends BilanIncidentsTest {}
