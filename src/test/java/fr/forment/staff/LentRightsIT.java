package fr.forment.staff;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class LentRightsIT extends LentRightsTest {
}
