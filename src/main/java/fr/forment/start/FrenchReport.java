package fr.forment.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Says a refusal to start in one line of the log. Asked before Boot's own analyzers, which write English in a frame of
 * stars.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrenchReport implements SpringBootExceptionReporter {

    static final String LOGGER = "fr.forment.start";
    private static final Logger log = LoggerFactory.getLogger(LOGGER);

    private final ConfigurableEnvironment environment;

    FrenchReport(ConfigurableApplicationContext house) {
        this.environment = house == null ? new StandardEnvironment() : house.getEnvironment();
    }

    @Override
    public boolean reportException(Throwable failure) {
        var refusal = new Accidents(environment).read(failure);
        refusal.ifPresent(known -> log.error("FormENT ne démarre pas : {}", known.getMessage()));
        return refusal.isPresent();
    }
}
