package fr.forment.people;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same on PostgreSQL. */
class StaffServiceIT extends StaffServiceTest {

    @Override
    AnnotationConfigApplicationContext database() {
        return Postgres.fresh();
    }
}
