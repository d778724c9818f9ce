package fr.forment.attendance;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class MarksRaceIT extends MarksRaceTest {}
