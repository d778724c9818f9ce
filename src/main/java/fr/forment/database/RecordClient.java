package fr.forment.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The {@link JdbcClient} of the house is Spring's, but for {@code query(SomeRecord.class)}: that reads rows by
 * {@link RecordRows}.
 */
@Configuration
public class RecordClient {

    private final Map<Class<?>, RowMapper<?>> mappers = new ConcurrentHashMap<>();

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcOperations jdbc) {
        return over(JdbcClient.create(jdbc));
    }

    public JdbcClient over(JdbcClient client) {
        return sql -> specification(client.sql(sql));
    }

    private StatementSpec specification(StatementSpec spec) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("query")
                    && arguments != null
                    && arguments[0] instanceof Class<?> type
                    && type.isRecord()) {
                return spec.query(mappers.computeIfAbsent(type, RecordRows::new));
            }
            try {
                Object result = method.invoke(spec, arguments);
                return result == spec ? proxy : result;
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        return (StatementSpec) Proxy.newProxyInstance(
                StatementSpec.class.getClassLoader(), new Class<?>[] {StatementSpec.class}, handler);
    }
}
