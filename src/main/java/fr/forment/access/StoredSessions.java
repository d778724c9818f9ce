package fr.forment.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.DefaultSerializer;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions live in the database: every node knows who is signed in, and whoever signs out has done so everywhere. What
 * is kept is little (the person, a message for the next page) and is written when it changes; see
 * {@link SparingSessions}. {@link EndedSessions} clears away.
 */
@Configuration
@ConditionalOnWebApplication
@EnableSpringHttpSession
class StoredSessions {

    private static final String TABLE = "web_session";
    private static final String INTO =
            "INTO %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes) ";
    private static final String ON_POSTGRES = "INSERT " + INTO
            + "VALUES (?, ?, ?) ON CONFLICT (session_primary_id, attribute_name) DO UPDATE SET attribute_bytes = EXCLUDED.attribute_bytes";
    private static final String ON_H2 = "MERGE " + INTO + "KEY (session_primary_id, attribute_name) VALUES (?, ?, ?)";

    @Bean
    JdbcIndexedSessionRepository sessionTable(
            DataSource database,
            PlatformTransactionManager transactions,
            @Value("${server.servlet.session.timeout}") Duration timeout)
            throws MetaDataAccessException {
        var table = new JdbcIndexedSessionRepository(new JdbcTemplate(database), new Apart(transactions));
        table.setTableName(TABLE);
        table.setDefaultMaxInactiveInterval(timeout);
        table.setCleanupCron("-");
        table.setConversionService(bytes());
        // Two requests of one person may bring the same new attribute at once: the later one stays.
        String product = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
        table.setCreateSessionAttributeQuery("PostgreSQL".equals(product) ? ON_POSTGRES : ON_H2);
        return table;
    }

    @Bean
    @Primary
    SparingSessions<? extends Session> sparingSessions(JdbcIndexedSessionRepository table) {
        return SparingSessions.over(table);
    }

    /** Around the filter that keeps sessions. */
    @Bean
    FilterRegistrationBean<Filter> oneRequestOneSession(SparingSessions<? extends Session> sessions) {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            sessions.requestBegins();
            try {
                chain.doFilter(request, response);
            } finally {
                sessions.requestIsOver();
            }
        });
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    /** Only classes that we write there are read from there: see {@link KnownClasses}. */
    private static ConversionService bytes() {
        var bytes = new GenericConversionService();
        bytes.addConverter(Object.class, byte[].class, new SerializingConverter(new DefaultSerializer()));
        bytes.addConverter(byte[].class, Object.class, new DeserializingConverter(new KnownClasses()));
        return bytes;
    }

    /** Whatever the request does. What reads is one statement, and each request makes it: no transaction for that. */
    private static final class Apart implements TransactionOperations {

        private final TransactionTemplate reading;
        private final TransactionTemplate writing;

        Apart(PlatformTransactionManager transactions) {
            reading = new TransactionTemplate(transactions);
            reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
            writing = new TransactionTemplate(transactions);
            writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        }

        /** Spring's repository asks for a result only where it reads. */
        @Override
        public <T> T execute(TransactionCallback<T> action) {
            return reading.execute(action);
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> action) {
            writing.executeWithoutResult(action);
        }
    }
}
