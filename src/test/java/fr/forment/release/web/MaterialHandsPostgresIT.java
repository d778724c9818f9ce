package fr.forment.release.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL, where the second of two clicks meets the key in another way. */
@HouseOnPostgres
class MaterialHandsPostgresIT extends MaterialHandsTest {}
