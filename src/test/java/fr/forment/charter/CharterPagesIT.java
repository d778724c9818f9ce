package fr.forment.charter;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class CharterPagesIT extends CharterPagesTest {}
