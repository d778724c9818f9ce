package fr.forment.people.process;

import fr.forment.access.process.DelegationPathTest;
import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class DelegationPathIT extends DelegationPathTest {
}
