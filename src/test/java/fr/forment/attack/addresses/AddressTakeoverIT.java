package fr.forment.attack.addresses;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class AddressTakeoverIT extends AddressTakeoverTest {}
