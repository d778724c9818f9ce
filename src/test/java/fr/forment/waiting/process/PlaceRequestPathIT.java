package fr.forment.waiting.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class PlaceRequestPathIT extends PlaceRequestPathTest {}
