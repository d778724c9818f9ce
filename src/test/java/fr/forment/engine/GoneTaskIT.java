package fr.forment.engine;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class GoneTaskIT extends GoneTaskTest {}
