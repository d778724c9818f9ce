package fr.forment.session;

import fr.forment.HouseOnPostgres;

/** Many hands at once, on PostgreSQL. */
@HouseOnPostgres
class EnrolmentRacePostgresIT extends EnrolmentRaceTest {}
