package fr.forment.people;

import fr.forment.account.AccessMatrixTest;
import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class AccessMatrixIT extends AccessMatrixTest {
}
