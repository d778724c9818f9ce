package fr.forment.equipment;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class EquipmentRaceIT extends EquipmentRaceTest {}
