package fr.forment.people;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same on PostgreSQL. */
class TwelveDifferencesIT extends TwelveDifferencesTest {

    @Override
    AnnotationConfigApplicationContext database() {
        return Postgres.fresh();
    }
}
