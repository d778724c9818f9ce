package fr.forment.campaign.web;

import fr.forment.grid.web.NeedsPagesTest;
import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class NeedsPagesIT extends NeedsPagesTest {
}
