package fr.forment.people;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same on PostgreSQL. */
class TwelveDifferencesIT extends TwelveDifferencesTest {

    @Override
    protected AnnotationConfigApplicationContext database() {
        return Postgres.fresh();
    }
}
