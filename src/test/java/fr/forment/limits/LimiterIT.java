package fr.forment.limits;

import fr.forment.HouseOnPostgres;

/** The same on PostgreSQL. */
@HouseOnPostgres
class LimiterIT extends LimiterTest {

    @Override
    long size() {
        return jdbc.sql("SELECT pg_total_relation_size('attempt')")
                .query(Long.class)
                .single();
    }
}
