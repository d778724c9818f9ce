package fr.forment.mail;

import fr.forment.HouseOnPostgres;

@HouseOnPostgres
class DraftsIT extends DraftsTest {}
