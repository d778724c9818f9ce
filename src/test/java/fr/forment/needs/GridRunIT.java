package fr.forment.needs;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class GridRunIT extends GridRunTest {
}
