package fr.forment.convocation;

import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Which session a letter is about. */
@Component
@RequiredArgsConstructor
class LetterSession {

    private static final Pattern PAGE = Pattern.compile("/sessions/(\\d{1,18})");

    private final MailBox mails;
    private final Sessions sessions;

    Optional<TrainingSession> of(QueuedMail mail) {
        return mails.page(mail)
                .map(PAGE::matcher)
                .filter(Matcher::matches)
                .flatMap(page -> sessions.find(Long.parseLong(page.group(1))));
    }
}
