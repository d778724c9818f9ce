package fr.forment.arrival;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class ListsIT extends ListsTest {}
