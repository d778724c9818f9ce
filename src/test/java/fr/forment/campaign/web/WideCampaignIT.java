package fr.forment.campaign.web;

import fr.forment.HouseOnPostgres;
import fr.forment.grid.web.WideCampaignTest;

/** The same on PostgreSQL. */
@HouseOnPostgres
class WideCampaignIT extends WideCampaignTest {}
