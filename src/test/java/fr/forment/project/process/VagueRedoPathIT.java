package fr.forment.project.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class VagueRedoPathIT extends VagueRedoPathTest {}
