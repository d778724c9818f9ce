package fr.forment.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Remembers, as a hash, the password that was given at the last start, so that a new one is told from the same one
 * again.
 */
@Component
@RequiredArgsConstructor
public class GivenPasswords {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Clock clock;

    /** Empty when none was remembered yet. */
    public Optional<Boolean> isTheLast(String login, String password) {
        return jdbc.sql("SELECT fingerprint FROM given_password WHERE login = ?")
                .param(login)
                .query(String.class)
                .optional()
                .map(fingerprint -> encoder.matches(password, fingerprint));
    }

    public void remember(String login, String password) {
        String fingerprint = encoder.encode(password);
        var now = OffsetDateTime.now(clock);
        if (jdbc.sql("UPDATE given_password SET fingerprint = ?, given_at = ? WHERE login = ?")
                        .params(fingerprint, now, login)
                        .update()
                == 0) {
            jdbc.sql("INSERT INTO given_password (login, fingerprint, given_at) VALUES (?, ?, ?)")
                    .params(login, fingerprint, now)
                    .update();
        }
    }
}
