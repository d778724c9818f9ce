package fr.forment.campaign.process;

import fr.forment.grid.process.GridCalculationPathTest;
import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class GridCalculationPathIT extends GridCalculationPathTest {
}
