package fr.forment.mail;

import fr.forment.HouseOnPostgres;

@HouseOnPostgres
class SecretWiperIT extends SecretWiperTest {}
