package fr.forment.session;

import fr.forment.HouseOnPostgres;

/** The same rows, as PostgreSQL's driver hands them over. */
@HouseOnPostgres
class SessionRowPostgresIT extends SessionRowTest {}
