package fr.forment.resource;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL: a line that is refused must not spoil the transaction of those around it. */
@HouseOnPostgres
class ResourcePagesIT extends ResourcePagesTest {}
