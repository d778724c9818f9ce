package fr.forment.needs.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class WideCampaignIT extends WideCampaignTest {
}
