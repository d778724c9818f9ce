package fr.forment.campaign.web;

import fr.forment.HouseOnPostgres;
import fr.forment.grid.web.NeedsPagesTest;

/** The same on PostgreSQL. */
@HouseOnPostgres
class NeedsPagesIT extends NeedsPagesTest {}
