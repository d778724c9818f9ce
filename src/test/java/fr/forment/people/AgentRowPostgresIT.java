package fr.forment.people;

import fr.forment.HouseOnPostgres;

/** The same rows, as PostgreSQL's driver hands them over. */
@HouseOnPostgres
class AgentRowPostgresIT extends AgentRowTest {}
