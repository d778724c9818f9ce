package fr.forment.phase.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class TrainingPhasePathIT extends TrainingPhasePathTest {}
