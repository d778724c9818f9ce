package fr.forment.campaign.web;

import fr.forment.grid.web.WideCampaignTest;
import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class WideCampaignIT extends WideCampaignTest {
}
