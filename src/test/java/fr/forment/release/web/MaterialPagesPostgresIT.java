package fr.forment.release.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL: files in a BYTEA, generated keys, versions in force at an hour. */
@HouseOnPostgres
class MaterialPagesPostgresIT extends MaterialPagesTest {}
