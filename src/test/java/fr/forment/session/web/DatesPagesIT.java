package fr.forment.session.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class DatesPagesIT extends DatesPagesTest {}
