package fr.forment.mail;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Whether mails leave at all today, for pages that would promise one. */
@Component
@RequiredArgsConstructor
public class Sending {

    private final MailPause pause;
    private final MailTrouble trouble;

    /** Why nothing leaves, as a French clause; empty: mails leave. */
    public Optional<String> stopped() {
        if (pause.isOn()) {
            return Optional.of("l'envoi des courriels est suspendu par l'exploitant");
        }
        return trouble.standing().isEmpty()
                ? Optional.empty()
                : Optional.of("le serveur de courriel ne répond pas, ou refuse ce qu'on lui donne");
    }
}
