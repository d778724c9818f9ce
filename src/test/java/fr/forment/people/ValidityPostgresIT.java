package fr.forment.people;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL: it adds months to days in its own way. */
@HouseOnPostgres
class ValidityPostgresIT extends ValidityTest {}
