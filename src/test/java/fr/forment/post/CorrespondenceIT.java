package fr.forment.post;

import fr.forment.people.Postgres;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same on PostgreSQL. */
class CorrespondenceIT extends CorrespondenceTest {

    @Override
    protected AnnotationConfigApplicationContext database() {
        return Postgres.fresh();
    }
}
