package fr.forment.selfstudy.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class SelfStudyResultsIT extends SelfStudyResultsTest {}
