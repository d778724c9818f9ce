package fr.forment.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.QueryMappingConfiguration;
import org.springframework.data.mapping.callback.EntityCallbacks;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.util.function.SingletonSupplier;

/** Repositories of {@link FlatRow} classes find, read and save them straight. */
@Configuration(proxyBeanMethods = false)
class FlatRows {

    private static final Map<Class<?>, FlatTable<?>> TABLES = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    private static <T> FlatTable<T> table(Class<T> type) {
        return (FlatTable<T>) TABLES.computeIfAbsent(type, FlatTable::new);
    }

    private static boolean isFlat(Class<?> type) {
        return type.isAnnotationPresent(FlatRow.class);
    }

    @Bean
    static QueryMappingConfiguration readStraight() {
        return new QueryMappingConfiguration() {
            @Override
            public <T> RowMapper<? extends T> getRowMapper(Class<T> type) {
                return isFlat(type) ? table(type) : null;
            }
        };
    }

    @Bean
    static BeanPostProcessor savedStraight(ObjectProvider<JdbcTemplate> jdbc, ApplicationContext context) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
                    repository.addRepositoryFactoryCustomizer(
                            factory -> factory.addRepositoryProxyPostProcessor((proxy, information) -> {
                                if (isFlat(information.getDomainType())) {
                                    proxy.addAdvice(0, straight(table(information.getDomainType()), jdbc, context));
                                }
                            }));
                }
                return bean;
            }
        };
    }

    private static MethodInterceptor straight(
            FlatTable<?> table, ObjectProvider<JdbcTemplate> later, ApplicationContext context) {
        Supplier<JdbcTemplate> jdbc = SingletonSupplier.of(later::getObject); // looked for once, not at each call
        EntityCallbacks callbacks = EntityCallbacks.create(context);
        return call -> switch (call.getMethod().getName()) {
            case "findById" -> table.find(jdbc.get(), call.getArguments()[0]);
            case "save" -> {
                table.save(jdbc.get(), call.getArguments()[0]);
                yield callbacks.callback(AfterSaveCallback.class, call.getArguments()[0]);
            }
            default -> call.proceed();
        };
    }
}
