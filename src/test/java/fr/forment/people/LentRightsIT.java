package fr.forment.people;

import fr.forment.account.LentRightsTest;
import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class LentRightsIT extends LentRightsTest {
}
