package fr.forment.people;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same on PostgreSQL. */
class StaffServiceIT extends StaffServiceTest {

    @Override
    protected AnnotationConfigApplicationContext database() {
        return Postgres.fresh();
    }
}
