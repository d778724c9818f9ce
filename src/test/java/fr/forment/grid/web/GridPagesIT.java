package fr.forment.grid.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class GridPagesIT extends GridPagesTest {}
