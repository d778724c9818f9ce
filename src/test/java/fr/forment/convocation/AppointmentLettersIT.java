package fr.forment.convocation;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class AppointmentLettersIT extends AppointmentLettersTest {}
