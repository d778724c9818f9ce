package fr.forment.post;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.mail.MailBundle;
import fr.forment.mail.MailBundles;
import java.util.OptionalInt;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person lets the drafts of a bundle go, or drops them: once, whoever asks and however often. */
@Service
@Transactional
@RequiredArgsConstructor
public class BundleService {

    public static final String JOURNAL = "BUNDLE";

    private final MailBundles bundles;
    private final Journal journal;
    private final SignedIn me;

    /** Empty when somebody decided before. */
    public OptionalInt release(MailBundle bundle) {
        OptionalInt left = bundles.release(bundle.id(), me.signature());
        left.ifPresent(letters -> told(bundle, "Courriels envoyés", letters));
        return left;
    }

    /** Empty when somebody decided before. */
    public OptionalInt drop(MailBundle bundle) {
        OptionalInt dropped = bundles.drop(bundle.id(), me.signature());
        dropped.ifPresent(letters -> told(bundle, "Courriels écartés", letters));
        return dropped;
    }

    private void told(MailBundle bundle, String what, int letters) {
        journal.add(JournalEntry.of(JOURNAL, bundle.id())
                .what(what)
                .change(null, bundle.title() + " : " + French.count(letters, "courriel")));
    }
}
