package fr.forment.arrival.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class ArrivalDeclarationPathIT extends ArrivalDeclarationPathTest {}
