package fr.forment.attendance;

import fr.forment.limits.HouseSecret;
import fr.forment.session.halfday.HalfDay;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The code on the wall: session, half-day and step of twenty seconds, signed. Shown during its step and good during the
 * next one, so a photo is worth nothing forty seconds after it was first shown.
 */
@Component
@RequiredArgsConstructor
class CheckInCode {

    static final int STEP_SECONDS = 20;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,3})-(\\d{1,12})-([\\w-]{22})");

    /** What a telephone read, before it is known to be genuine. */
    record Read(long sessionId, int position, long step, String signature) {}

    private final HouseSecret secret;
    private final Clock clock;

    String now(long sessionId, HalfDay halfDay) {
        long step = step(clock.instant());
        return sessionId + "-" + halfDay.position() + "-" + step + "-" + sign(sessionId, halfDay, step);
    }

    /** Null for what was never one. */
    static Read read(String code) {
        Matcher written = WRITTEN.matcher(code == null ? "" : code);
        return written.matches()
                ? new Read(
                        Long.parseLong(written.group(1)),
                        Integer.parseInt(written.group(2)),
                        Long.parseLong(written.group(3)),
                        written.group(4))
                : null;
    }

    /** Made by this house for this half-day, whenever. */
    boolean isGenuine(Read code, HalfDay halfDay) {
        return MessageDigest.isEqual(
                code.signature().getBytes(StandardCharsets.US_ASCII),
                sign(code.sessionId(), halfDay, code.step()).getBytes(StandardCharsets.US_ASCII));
    }

    boolean isFresh(Read code) {
        long age = step(clock.instant()) - code.step();
        return age == 0 || age == 1;
    }

    private static long step(Instant at) {
        return at.getEpochSecond() / STEP_SECONDS;
    }

    /** With the beginning of the half-day: a session that is moved takes its codes back. */
    private String sign(long sessionId, HalfDay halfDay, long step) {
        return secret.sign("presence-code:" + sessionId + ":" + halfDay.startsAt() + ":" + step);
    }
}
