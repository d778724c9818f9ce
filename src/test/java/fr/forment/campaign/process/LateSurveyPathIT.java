package fr.forment.campaign.process;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class LateSurveyPathIT extends LateSurveyPathTest {}
