package fr.forment.mail;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether mails leave at all today, for pages that would promise one. */
@Component
@RequiredArgsConstructor
public class Sending {

    private final JdbcClient jdbc;

    /** Why nothing leaves, as a French clause; empty: mails leave. */
    public Optional<String> stopped() {
        record Hindered(boolean paused, boolean trouble) {}
        Hindered now = jdbc
                .sql("SELECT NOT " + MailPause.NONE + " AS paused, " + MailTrouble.SOME + " AS trouble FROM mail_pause")
                .query(Hindered.class)
                .list()
                .stream()
                .findFirst()
                .orElse(new Hindered(true, false));
        if (now.paused()) {
            return Optional.of("l'envoi des courriels est suspendu par l'exploitant");
        }
        return now.trouble()
                ? Optional.of("le serveur de courriel ne répond pas, ou refuse ce qu'on lui donne")
                : Optional.empty();
    }
}
