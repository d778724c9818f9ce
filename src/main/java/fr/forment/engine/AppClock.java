package fr.forment.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The one clock of the house, in Paris time. It can be moved (demonstration, tests); the engine's own clock moves with
 * it, so that timers fire when the house believes they are due.
 */
class AppClock extends Clock {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    void moveTo(Instant instant) {
        offset = Duration.between(Instant.now(), instant);
        ClockUtil.offset(offset.toMillis());
    }

    @Override
    public ZoneId getZone() {
        return PARIS;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }
}
