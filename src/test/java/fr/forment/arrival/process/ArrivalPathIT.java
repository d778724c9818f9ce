package fr.forment.arrival.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class ArrivalPathIT extends ArrivalPathTest {}
