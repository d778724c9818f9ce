package fr.forment.stafflist;

import java.util.concurrent.Executor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Two files at once are worked on; others wait their turn. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    // not a candidate by type: Spring's own executors would give way to it
    @Bean(defaultCandidate = false)
    Executor staffImportHands() {
        ThreadPoolTaskExecutor hands = new ThreadPoolTaskExecutor();
        hands.setCorePoolSize(2);
        hands.setThreadNamePrefix("liste-");
        hands.setDaemon(true);
        return hands;
    }
}
