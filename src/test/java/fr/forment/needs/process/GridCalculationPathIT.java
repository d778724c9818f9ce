package fr.forment.needs.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class GridCalculationPathIT extends GridCalculationPathTest {
}
