package fr.forment.people;

import fr.forment.HouseOnPostgres;
import fr.forment.account.LentRightsTest;

/** The same on PostgreSQL. */
@HouseOnPostgres
class LentRightsIT extends LentRightsTest {}
