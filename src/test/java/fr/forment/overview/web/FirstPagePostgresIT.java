package fr.forment.overview.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL: the first page of each role. */
@HouseOnPostgres
class FirstPagePostgresIT extends FirstPageTest {}
