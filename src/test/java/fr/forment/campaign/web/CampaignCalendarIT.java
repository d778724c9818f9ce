package fr.forment.campaign.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class CampaignCalendarIT extends CampaignCalendarTest {}
