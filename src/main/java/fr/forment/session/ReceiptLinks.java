package fr.forment.session;

import fr.forment.limits.HouseSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The page on which somebody says, without signing in, that he has his convocation. Its address is signed by the house:
 * nothing is kept for it, and nobody finds another person's.
 */
@Component
@RequiredArgsConstructor
public class ReceiptLinks {

    private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})-(\\d{1,12})-([\\w-]{22})");

    private final HouseSecret secret;

    /** @param issued which of the convocations of this enrolment, by when it was written */
    public record Opened(long enrolmentId, long issued) {

        public boolean isPresent(Enrolment enrolment) {
            return enrolment.convokedAt() != null && enrolment.convokedAt().getEpochSecond() == issued;
        }
    }

    /** From the root of the application; of somebody who is convoked. */
    public String path(Enrolment enrolment) {
        String what = enrolment.id() + "-" + enrolment.convokedAt().getEpochSecond();
        return "/sessions/" + enrolment.sessionId() + "/reception/" + what + "-" + sign(what);
    }

    /** Empty for what this house never wrote. */
    public Optional<Opened> open(String token) {
        Matcher read = TOKEN.matcher(token);
        return read.matches() && isSigned(read)
                ? Optional.of(new Opened(Long.parseLong(read.group(1)), Long.parseLong(read.group(2))))
                : Optional.empty();
    }

    private boolean isSigned(Matcher read) {
        return MessageDigest.isEqual(
                sign(read.group(1) + "-" + read.group(2)).getBytes(StandardCharsets.US_ASCII),
                read.group(3).getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(String what) {
        return secret.sign("reception:" + what);
    }
}
