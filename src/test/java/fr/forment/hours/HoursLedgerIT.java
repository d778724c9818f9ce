package fr.forment.hours;

import fr.forment.people.Postgres;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same on PostgreSQL. */
class HoursLedgerIT extends HoursLedgerTest {

    @Override
    protected AnnotationConfigApplicationContext database() {
        return Postgres.fresh();
    }
}
