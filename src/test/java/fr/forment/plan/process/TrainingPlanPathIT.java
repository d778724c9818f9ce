package fr.forment.plan.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class TrainingPlanPathIT extends TrainingPlanPathTest {}
