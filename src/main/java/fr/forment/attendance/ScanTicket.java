package fr.forment.attendance;

import fr.forment.limits.HouseSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** A {@link Scan} as a browser keeps it. Nothing is written for a stranger who has not signed in. */
@Component
@RequiredArgsConstructor
class ScanTicket {

    /** Finding one's password takes less. */
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final Pattern WRITTEN =
            Pattern.compile("((\\d{1,18})-(\\d{1,3})-(\\d{1,12})-([\\w-]{16}))\\.([\\w-]{22})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HouseSecret secret;
    private final Clock clock;

    String write(long sessionId, int position) {
        byte[] drawn = new byte[12];
        RANDOM.nextBytes(drawn);
        String text = sessionId + "-" + position + "-" + clock.instant().getEpochSecond() + "-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        return text + "." + sign(text);
    }

    /** Empty for what is forged or too old. */
    Optional<Scan> read(String ticket) {
        Matcher written = WRITTEN.matcher(ticket == null ? "" : ticket);
        if (!written.matches() || !isGenuine(written.group(1), written.group(6))) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(written.group(4)));
        return at.plus(LIFE).isAfter(clock.instant())
                ? Optional.of(new Scan(
                        Long.parseLong(written.group(2)), Integer.parseInt(written.group(3)), at, written.group(5)))
                : Optional.empty();
    }

    private boolean isGenuine(String text, String signature) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.US_ASCII), sign(text).getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(String text) {
        return secret.sign("presence-ticket:" + text);
    }
}
