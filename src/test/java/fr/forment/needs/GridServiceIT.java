package fr.forment.needs;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class GridServiceIT extends GridServiceTest {
}
