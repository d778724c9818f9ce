package fr.forment.demonstration;

import fr.forment.engine.TimeMachine;
import fr.forment.mail.Dispatcher;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Mails that travel with the clock: each leaves at its own hour, as it would if one had waited. */
@Component
@RequiredArgsConstructor
public class DepartingMails implements TimeMachine.Companion {

    private final Dispatcher dispatcher;

    @Override
    public Optional<Instant> nextStop() {
        return dispatcher.nextDeparture();
    }

    @Override
    public void atStop() {
        dispatcher.run();
    }
}
