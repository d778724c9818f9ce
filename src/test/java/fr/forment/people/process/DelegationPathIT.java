package fr.forment.people.process;

import fr.forment.HouseOnPostgres;
import fr.forment.access.process.DelegationPathTest;

/** The same on PostgreSQL. */
@HouseOnPostgres
class DelegationPathIT extends DelegationPathTest {}
