package fr.forment.staff.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class DelegationPathIT extends DelegationPathTest {
}
