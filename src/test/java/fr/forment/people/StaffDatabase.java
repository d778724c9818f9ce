package fr.forment.people;

import fr.forment.access.DelegationProcess;
import fr.forment.account.RightsChanged;
import fr.forment.engine.Directory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
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
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people and the territory on a database with the real migrations; the engine is only listened to. Tuesday 1
 * September 2026, 10:00, in a circonscription of zone B with two schools, and one school of another circonscription.
 */
@EnableJdbcRepositories(
        basePackages = {
            "fr.forment.account",
            "fr.forment.people",
            "fr.forment.post",
            "fr.forment.hours",
            "fr.forment.stafflist"
        })
@EnableTransactionManagement
@ComponentScan(
        basePackages = "fr.forment.mail",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "fr\\.forment\\.mail\\.(Outbox|MailWriter|MailBox|MailBundles|Attachments|Drafts|HouseAddress)"))
@ComponentScan(
        basePackages = "fr.forment.access",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "fr\\.forment\\.access\\.(AccessLinkService|AccountService|Delegation.*|RoleGivingService)"),
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test"))
@ComponentScan(
        basePackages = {
            "fr.forment.journal",
            "fr.forment.account",
            "fr.forment.people",
            "fr.forment.post",
            "fr.forment.hours",
            "fr.forment.stafflist",
            "fr.forment.territory"
        },
        excludeFilters = {
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = {".*\\.(web|process)\\..*", ".*Test", ".*Database", ".*ReferenceLoader", ".*LateTasks"})
        })
public class StaffDatabase extends AbstractJdbcConfiguration {

    public static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    public static final String REDON = "0350060A";
    public static final String FIRST_SCHOOL = "0350122T";
    public static final String SECOND_SCHOOL = "0350123U";
    public static final String ELSEWHERE = "0350200C";
    public static final String SCHOOL_ELSEWHERE = "0350124V";

    private final Instants clock = new Instants(Instant.parse("2026-09-01T08:00:00Z"));

    /** A clock that tests move. */
    public static class Instants extends Clock {
        private Instant now;

        Instants(Instant now) {
            this.now = now;
        }

        public void moveTo(String instant) {
            now = Instant.parse(instant);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Paris");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /** Hears what the rooms of people tell the lifecycle; that rights changed is told among themselves. */
    public static class Heard {
        public final List<Record> events = new ArrayList<>();

        /** What a listener of a feature above might do, throw for instance. */
        Consumer<Record> reaction = event -> {};

        @EventListener
        void on(Record event) {
            if (Modifier.isPublic(event.getClass().getModifiers()) && !(event instanceof RightsChanged)) {
                events.add(event);
                reaction.accept(event);
            }
        }
    }

    public static AnnotationConfigApplicationContext inMemory() {
        return on(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }

    static AnnotationConfigApplicationContext on(DataSource database) {
        migrate(database);
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.register(StaffDatabase.class);
        context.refresh();
        ground(context.getBean(JdbcClient.class));
        return context;
    }

    /** The real migrations of the rooms up to this one; others speak of the engine's tables. */
    private static void migrate(DataSource database) {
        try {
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql");
            Resource[] ours = Arrays.stream(scripts)
                    .filter(
                            script -> script.getFilename()
                                    .matches(
                                            "V\\d+__(journal|mail|territory|account|catalogue|people|post|hours|access|stafflist).sql"))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toArray(Resource[]::new);
            new ResourceDatabasePopulator(ours).execute(database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ground(JdbcClient jdbc) {
        jdbc.sql("INSERT INTO academie (name, zone) VALUES ('Rennes', 'B')").update();
        jdbc.sql("INSERT INTO departement (code, name, academie) VALUES ('035', 'Ille-et-Vilaine', 'Rennes')")
                .update();
        for (String uai : List.of(REDON, ELSEWHERE)) {
            jdbc.sql("INSERT INTO circonscription (uai, name, short_name, departement_code) VALUES (?, ?, ?, '035')")
                    .params(uai, "Circonscription " + uai, "Redon")
                    .update();
        }
        school(jdbc, FIRST_SCHOOL, REDON);
        school(jdbc, SECOND_SCHOOL, REDON);
        school(jdbc, SCHOOL_ELSEWHERE, ELSEWHERE);
        jdbc.sql("INSERT INTO school_holiday (school_year, zone, label, first_day, last_day) VALUES "
                        + "('2026-2027', 'B', 'Toussaint', DATE '2026-10-17', DATE '2026-11-01')")
                .update();
    }

    private static void school(JdbcClient jdbc, String uai, String circonscription) {
        jdbc.sql("""
                INSERT INTO school (uai, name, commune, departement_code, circonscription_uai, kind, is_public, state, rhythm, classes,
                                    priority, ulis, search_text)
                VALUES (?, 'Ecole primaire', 'Redon', '035', ?, 'PRIMAIRE', TRUE, 'OUVERT', 'INCONNU', 7, 'AUCUNE', FALSE, '')""").params(uai, circonscription).update();
    }

    @Bean
    Instants clock() {
        return clock;
    }

    /**
     * Work behind the pages is over when the call that asked for it returns; on a thread of its own, for it has its own
     * transactions.
     */
    @Bean
    Executor staffImportHands() {
        return work -> {
            Thread hand = new Thread(work);
            hand.start();
            try {
                hand.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Bean
    Heard heard() {
        return new Heard();
    }

    @Bean
    Directory directory() {
        return Mockito.mock(Directory.class);
    }

    @Bean
    DelegationProcess delegationProcess() {
        return Mockito.mock(DelegationProcess.class);
    }

    @Bean
    NamedParameterJdbcTemplate jdbcOperations(DataSource database) {
        return new NamedParameterJdbcTemplate(database);
    }

    @Bean
    JdbcTemplate jdbcTemplate(NamedParameterJdbcTemplate named) {
        return named.getJdbcTemplate();
    }

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    TransactionTemplate transactionTemplate(JdbcTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Override
    public JdbcMappingContext jdbcMappingContext(
            Optional<NamingStrategy> naming, JdbcCustomConversions conversions, RelationalManagedTypes types) {
        JdbcMappingContext mapping = super.jdbcMappingContext(naming, conversions, types);
        mapping.setForceQuote(false);
        return mapping;
    }
}
