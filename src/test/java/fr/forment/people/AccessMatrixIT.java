package fr.forment.people;

import fr.forment.HouseOnPostgres;
import fr.forment.account.AccessMatrixTest;

/** The same on PostgreSQL. */
@HouseOnPostgres
class AccessMatrixIT extends AccessMatrixTest {}
