package fr.forment.start;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Puts itself before every appender, whatever the format: what is written down has gone through {@link PrivateEvent}.
 */
public class PrivateLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent start) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            install(logging);
        }
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    static void install(LoggerContext logging) {
        Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(appenders::add);
        appenders.stream().filter(appender -> !(appender instanceof Cleaning)).forEach(appender -> {
            root.detachAppender(appender);
            var cleaning = new Cleaning(appender);
            cleaning.setContext(logging);
            cleaning.setName("private " + appender.getName());
            cleaning.start();
            root.addAppender(cleaning);
        });
    }

    private static final class Cleaning extends AppenderBase<ILoggingEvent> {

        private final Appender<ILoggingEvent> written;

        Cleaning(Appender<ILoggingEvent> written) {
            this.written = written;
        }

        @Override
        protected void append(ILoggingEvent event) {
            written.doAppend(PrivateEvent.of(event));
        }

        @Override
        public void stop() {
            written.stop();
            super.stop();
        }
    }
}
