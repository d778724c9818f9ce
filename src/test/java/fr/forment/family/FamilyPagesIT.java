package fr.forment.family;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class FamilyPagesIT extends FamilyPagesTest {}
