package fr.forment.release.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class EntReleasePathIT extends EntReleasePathTest {}
