package fr.forment.mail;

import fr.forment.HouseOnPostgres;

@HouseOnPostgres
class MassMailIT extends MassMailTest {}
