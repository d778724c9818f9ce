package fr.forment.campaign.process;

import fr.forment.HouseOnPostgres;
import fr.forment.grid.process.GridCalculationPathTest;

/** The same on PostgreSQL. */
@HouseOnPostgres
class GridCalculationPathIT extends GridCalculationPathTest {}
