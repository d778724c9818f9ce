package fr.forment.overview.board;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL: months, half-days and days of answers are cut out of dates there in another way. */
@HouseOnPostgres
class TenQuestionsIT extends TenQuestionsTest {}
