package fr.forment.database;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class FlatRowsPostgresIT extends FlatRowsTest {}
