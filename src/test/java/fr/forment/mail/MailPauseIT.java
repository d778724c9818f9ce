package fr.forment.mail;

import fr.forment.HouseOnPostgres;

@HouseOnPostgres
class MailPauseIT extends MailPauseTest {}
