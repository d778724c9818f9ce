package fr.forment.session;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL: ends of sessions are compared with beginnings. */
@HouseOnPostgres
class PrecedingLevelsPostgresIT extends PrecedingLevelsTest {}
