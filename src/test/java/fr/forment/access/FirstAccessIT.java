package fr.forment.access;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class FirstAccessIT extends FirstAccessTest {}
