package fr.forment.campaign.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class NeedsSurveyPathIT extends NeedsSurveyPathTest {}
