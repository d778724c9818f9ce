package fr.forment.campaign.web;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class LaunchAtOnceIT extends LaunchAtOnceTest {}
