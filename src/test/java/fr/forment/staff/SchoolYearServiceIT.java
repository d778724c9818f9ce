package fr.forment.staff;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same on PostgreSQL. */
class SchoolYearServiceIT extends SchoolYearServiceTest {

    @Override
    AnnotationConfigApplicationContext database() {
        return Postgres.fresh();
    }
}
