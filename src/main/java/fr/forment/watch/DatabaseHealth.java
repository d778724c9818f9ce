package fr.forment.watch;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready means that pages can be served. Liveness never asks: a database that is away would restart every node. */
@Component("database")
@RequiredArgsConstructor
class DatabaseHealth implements HealthIndicator {

    private final DatabaseProbe probe;

    @Override
    public Health health() {
        return probe.answers() ? Health.up().build() : Health.down().build();
    }
}
