package fr.forment.overview.board;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL: figures, lists and exports. */
@HouseOnPostgres
class BoardPagesPostgresIT extends BoardPagesTest {}
