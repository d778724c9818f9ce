package fr.forment.needs.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class LaunchAtOnceIT extends LaunchAtOnceTest {
}
