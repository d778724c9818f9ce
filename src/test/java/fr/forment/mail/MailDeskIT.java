package fr.forment.mail;

import fr.forment.HouseOnPostgres;

@HouseOnPostgres
class MailDeskIT extends MailDeskTest {}
