package fr.forment.territory;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The same package on a real PostgreSQL. */
@TestConfiguration
public class PostgresTestDatabase extends TerritoryDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    @Override
    DataSource dataSource() {
        try {
            DataSource database = postgres().getPostgresDatabase();
            DatabasePopulatorUtils.execute(
                    new ResourceDatabasePopulator(new ClassPathResource("db/migration/V050__territory.sql")), database);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
