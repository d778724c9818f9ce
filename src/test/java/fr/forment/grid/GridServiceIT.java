package fr.forment.grid;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class GridServiceIT extends GridServiceTest {}
