package fr.forment.convocation;

import fr.forment.mail.MailBox;
import fr.forment.mail.QueuedMail;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.waiting.OfferService;
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
    /** Their page is a secret link, or that of all one's requests. */
    private static final Pattern OFFER = Pattern.compile("placeOffer:[a-z]+:(\\d{1,18})(?::.*)?");

    private final MailBox mails;
    private final Sessions sessions;
    private final OfferService offers;

    Optional<TrainingSession> of(QueuedMail mail) {
        Matcher offer = OFFER.matcher(mail.mailKey());
        if (offer.matches()) {
            return offers.find(Long.parseLong(offer.group(1))).flatMap(each -> sessions.find(each.sessionId()));
        }
        return mails.page(mail)
                .map(PAGE::matcher)
                .filter(Matcher::matches)
                .flatMap(page -> sessions.find(Long.parseLong(page.group(1))));
    }
}
