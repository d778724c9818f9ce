package fr.forment.forecast;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class ForecastPagesPostgresIT extends ForecastPagesTest {}
