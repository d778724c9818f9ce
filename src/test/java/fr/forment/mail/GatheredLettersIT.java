package fr.forment.mail;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class GatheredLettersIT extends GatheredLettersTest {}
