package fr.forment.session;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL, whose row locks are other ones. */
@HouseOnPostgres
class OccupationsIT extends OccupationsTest {}
