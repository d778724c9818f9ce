package fr.forment.people;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same on PostgreSQL. */
class StaffIntakeIT extends StaffIntakeTest {

    @Override
    protected AnnotationConfigApplicationContext database() {
        return Postgres.fresh();
    }
}
