package fr.forment.territory;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Before anything else that runs at start: everything needs a calendar. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class ReferenceLoader implements ApplicationRunner {

    private final TerritoryService territory;

    @Override
    public void run(ApplicationArguments args) {
        territory.loadReference();
    }
}
