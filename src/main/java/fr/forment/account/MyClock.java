package fr.forment.account;

import fr.forment.territory.Clocks;
import fr.forment.territory.PlaceClocks;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The clock of the signed-in person: that of a place he has a role in. Metropolitan time for who has none, and for who
 * is nobody.
 */
@Component
@RequiredArgsConstructor
public class MyClock {

    private final SignedIn me;
    private final PlaceClocks clocks;
    private final Clock clock;

    /** The time of the house, by that clock. */
    public Clock clock() {
        return clock.withZone(zone());
    }

    public ZoneId zone() {
        return Arrays.stream(Role.values())
                .filter(role -> role.level() != Role.Level.EVERYWHERE)
                .flatMap(role -> me.perimeters(role).stream())
                .sorted()
                .findFirst()
                .map(clocks::of)
                .orElse(Clocks.ofNoPlace());
    }
}
