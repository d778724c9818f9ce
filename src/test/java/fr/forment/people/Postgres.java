package fr.forment.people;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for the tests of this package, a database of its own for each; it ends with the virtual machine. */
public final class Postgres {

    private static EmbeddedPostgres server;

    private Postgres() {}

    public static synchronized AnnotationConfigApplicationContext fresh() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = "s" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(server.getPostgresDatabase())
                .sql("CREATE DATABASE " + name)
                .update();
        return StaffDatabase.on(server.getDatabase("postgres", name));
    }
}
