package fr.forment.catalogue;

import fr.forment.journal.Author;
import fr.forment.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The catalogue alone on a database with the real migrations: neither web nor engine. The day is Tuesday 1 September
 * 2026.
 */
@EnableJdbcRepositories(basePackageClasses = TrainingModules.class)
@EnableTransactionManagement
@Import({Catalogue.class, CatalogueService.class, Journal.class})
class CatalogueDatabase extends AbstractJdbcConfiguration {

    static final Instant NOW = Instant.parse("2026-09-01T06:00:00Z");

    static AnnotationConfigApplicationContext inMemory() {
        return on(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    static AnnotationConfigApplicationContext on(DataSource database) {
        // What stands below this room, without what speaks of the engine's tables.
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .baselineVersion("010")
                .target("070")
                .load();
        flyway.baseline();
        flyway.migrate();
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.register(CatalogueDatabase.class);
        context.refresh();
        return context;
    }

    @Bean
    Author author() {
        return () -> null;
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneId.of("Europe/Paris"));
    }

    @Bean
    NamedParameterJdbcTemplate jdbcOperations(DataSource database) {
        return new NamedParameterJdbcTemplate(database);
    }

    @Bean
    JdbcTemplate batches(NamedParameterJdbcTemplate template) {
        return template.getJdbcTemplate();
    }

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Override
    public JdbcMappingContext jdbcMappingContext(
            Optional<NamingStrategy> naming, JdbcCustomConversions conversions, RelationalManagedTypes types) {
        JdbcMappingContext mapping = super.jdbcMappingContext(naming, conversions, types);
        mapping.setForceQuote(false);
        return mapping;
    }
}
