package fr.forment.start;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * A format nobody knows would end the start before anything can be logged: the plain one is taken, and {@link Settings}
 * then says what is wrong.
 */
public class LogFormat implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    static final String VARIABLE = "FORMENT_LOG_FORMAT";
    static final Set<String> KNOWN = Set.of("ecs", "gelf", "logstash");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent start) {
        if (!KNOWN.contains(start.getEnvironment().getProperty(VARIABLE, "").strip())) {
            start.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("plain log", Map.of("logging.structured.format.console", "")));
        }
    }

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }
}
