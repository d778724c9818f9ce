package fr.forment.database;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;

/**
 * What the database says to a row being saved (a key that is taken, a lock waited for too long) is heard as it is:
 * Spring Data puts it into an exception of its own, past every catch for it.
 */
@Configuration(proxyBeanMethods = false)
class SavedRows {

    @Bean
    static BeanPostProcessor repositoriesSayWhatTheDatabaseSaid() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
                    repository.addRepositoryFactoryCustomizer(factory -> factory.addRepositoryProxyPostProcessor(
                            (proxy, information) -> proxy.addAdvice(0, (MethodInterceptor) call -> {
                                try {
                                    return call.proceed();
                                } catch (DbActionExecutionException failed) {
                                    throw failed.getCause() instanceof DataAccessException said ? said : failed;
                                }
                            })));
                }
                return bean;
            }
        };
    }
}
