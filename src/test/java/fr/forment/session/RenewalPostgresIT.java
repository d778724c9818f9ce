package fr.forment.session;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class RenewalPostgresIT extends RenewalTest {}
