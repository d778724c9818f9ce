package fr.forment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * On an {@code *IT} that extends a {@link HouseTest}: the same tests with the whole house on PostgreSQL, where locks,
 * keys and types are other ones. All such classes share one context and one database, as the house tests do.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = HouseOnPostgres.Database.class)
public @interface HouseOnPostgres {

    /** Starts PostgreSQL once; it ends with the virtual machine. */
    class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static EmbeddedPostgres server;

        @Override
        public void initialize(ConfigurableApplicationContext house) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + server().getJdbcUrl("postgres", "postgres"),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=")
                    .applyTo(house);
        }

        private static synchronized EmbeddedPostgres server() {
            try {
                if (server == null) {
                    server = EmbeddedPostgres.start();
                }
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
