package fr.forment.convocation;

import fr.forment.mail.Attachment;
import fr.forment.mail.LetterFiles;
import fr.forment.mail.QueuedMail;
import fr.forment.session.Convocation;
import fr.forment.session.IssuedPapers;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.told.SentSummons;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The convocation as a file, with the letters that say what it says. It is made of what was kept when the letter was
 * written: what has changed since changes nothing in it.
 */
@Component
@Order(1)
@RequiredArgsConstructor
class SummonsFiles implements LetterFiles {

    private static final Logger log = LoggerFactory.getLogger(SummonsFiles.class);
    /** They may be written to people who are not convoked too. */
    private static final Set<String> OF_A_CHANGE = Set.of("session/amended", "session/changed");

    private static final String SUMMONS = "session/convoked";

    private final LetterSession letters;
    private final IssuedPapers issued;
    private final Sessions sessions;
    private final SummonsPaper paper;

    @Override
    public boolean concerns(QueuedMail mail) {
        return mail.readerId() != null && SentSummons.CARRIERS.contains(mail.template());
    }

    /** A summons is never merged with anything. */
    @Override
    public boolean areItsOwn(QueuedMail mail) {
        return SUMMONS.equals(mail.template());
    }

    @Override
    public List<Attachment> of(QueuedMail mail, boolean leaves) {
        return letters.of(mail)
                .filter(session -> !OF_A_CHANGE.contains(mail.template()) || isConvoked(session, mail.readerId()))
                .flatMap(session -> issued.convocation(session.id(), mail.readerId(), mail.queuedAt()))
                .map(this::file)
                .orElse(List.of());
    }

    private boolean isConvoked(TrainingSession session, long reader) {
        return sessions.enrolments(session.id(), reader).stream()
                .anyMatch(row -> row.state().isActive() && row.convokedAt() != null);
    }

    /** The letter itself says all that the paper says: one paper that cannot be made keeps no letter back. */
    private List<Attachment> file(Convocation convocation) {
        try {
            return List.of(new Attachment(
                    SummonsPaper.name(convocation), "application/pdf", paper.print(List.of(convocation))));
        } catch (RuntimeException broken) {
            log.error("The paper of convocation {} cannot be made", convocation.reference(), broken);
            return List.of();
        }
    }
}
