package fr.forment.people;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same on PostgreSQL. */
class ListPropertiesIT extends ListPropertiesTest {

    @Override
    AnnotationConfigApplicationContext database() {
        return Postgres.fresh();
    }
}
