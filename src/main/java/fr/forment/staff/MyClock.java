package fr.forment.staff;

import java.time.ZoneId;
import java.util.Arrays;

import fr.forment.territory.Clocks;
import fr.forment.territory.PlaceClocks;
import org.springframework.stereotype.Component;

/** The clock of the signed-in person: that of a place he has a role in. Metropolitan time for who has none, and for who is nobody. */
@Component
public class MyClock {

    private final SignedIn me;
    private final PlaceClocks clocks;

    MyClock(SignedIn me, PlaceClocks clocks) {
        this.me = me;
        this.clocks = clocks;
    }

    public ZoneId zone() {
        return Arrays.stream(Role.values()).filter(role -> role.level() != Role.Level.EVERYWHERE)
                .flatMap(role -> me.perimeters(role).stream()).sorted().findFirst().map(clocks::of).orElse(Clocks.ofNoPlace());
    }
}
