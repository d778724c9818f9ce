package fr.forment.session.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class SessionChangePathIT extends SessionChangePathTest {}
