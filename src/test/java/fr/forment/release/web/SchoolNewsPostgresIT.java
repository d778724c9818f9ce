package fr.forment.release.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class SchoolNewsPostgresIT extends SchoolNewsTest {}
