package fr.forment.grid;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class GridRunIT extends GridRunTest {}
