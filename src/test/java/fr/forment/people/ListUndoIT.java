package fr.forment.people;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same on PostgreSQL. */
class ListUndoIT extends ListUndoTest {

    @Override
    AnnotationConfigApplicationContext database() {
        return Postgres.fresh();
    }
}
