package fr.forment.plan;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class PlacesElsewhereIT extends PlacesElsewhereTest {}
