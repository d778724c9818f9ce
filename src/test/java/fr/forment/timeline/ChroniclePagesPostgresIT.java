package fr.forment.timeline;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class ChroniclePagesPostgresIT extends ChroniclePagesTest {}
