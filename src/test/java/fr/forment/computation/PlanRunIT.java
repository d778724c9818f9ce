package fr.forment.computation;

import fr.forment.HouseOnPostgres;

/** Leases, locks and the one open search per version, on PostgreSQL. */
@HouseOnPostgres
class PlanRunIT extends PlanRunTest {}
