package fr.forment.attack.together;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class TogetherIT extends TogetherTest {}
