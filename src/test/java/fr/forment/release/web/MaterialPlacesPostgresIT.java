package fr.forment.release.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL: the materials of a département, withdrawals and timelines. */
@HouseOnPostgres
class MaterialPlacesPostgresIT extends MaterialPlacesTest {}
