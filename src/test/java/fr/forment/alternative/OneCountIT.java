package fr.forment.alternative;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class OneCountIT extends OneCountTest {}
