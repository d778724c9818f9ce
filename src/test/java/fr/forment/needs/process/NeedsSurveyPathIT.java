package fr.forment.needs.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class NeedsSurveyPathIT extends NeedsSurveyPathTest {
}
