package fr.forment.mail;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** Whether mails leave at all today, for pages that would promise one. */
@Component
public class Sending {

    private final MailPause pause;

    Sending(MailPause pause) {
        this.pause = pause;
    }

    /** Why nothing leaves, as a French clause; empty: mails leave. */
    public Optional<String> stopped() {
        return pause.isOn() ? Optional.of("l'envoi des courriels est suspendu par l'exploitant") : Optional.empty();
    }
}
