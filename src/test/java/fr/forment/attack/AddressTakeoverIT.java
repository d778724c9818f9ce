package fr.forment.attack;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class AddressTakeoverIT extends AddressTakeoverTest {}
