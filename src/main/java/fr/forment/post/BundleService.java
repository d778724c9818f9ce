package fr.forment.post;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.mail.MailBundle;
import fr.forment.mail.MailBundles;
import fr.forment.territory.Circonscriptions;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
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
    private final PostingDays days;
    private final Circonscriptions circonscriptions;
    private final Correspondence post;

    /**
     * Empty when somebody decided before.
     *
     * @param seen {@link MailBundles#shown} of what the person has read
     * @throws Refusal when a letter has come or changed since
     */
    public OptionalInt release(MailBundle bundle, String seen) {
        refuseUnlessSeen(bundle, seen);
        OptionalInt left = bundles.release(bundle.id(), me.signature());
        left.ifPresent(letters -> {
            told(bundle, "Courriels envoyés", letters);
            settled(bundle);
        });
        return left;
    }

    /** Empty when somebody decided before. @throws Refusal when a letter has come or changed since */
    public Optional<MailBundles.Dropped> drop(MailBundle bundle, String seen) {
        refuseUnlessSeen(bundle, seen);
        Optional<MailBundles.Dropped> done = bundles.drop(bundle.id(), me.signature());
        done.ifPresent(letters -> {
            told(bundle, "Courriels écartés", letters.dropped());
            settled(bundle);
            if (letters.left() > 0) {
                told(bundle, "Courriels envoyés, car ils en remplacent de déjà envoyés", letters.left());
            }
        });
        return done;
    }

    /** The bundle is held until the end: no letter comes to it between the look and the gesture. */
    private void refuseUnlessSeen(MailBundle bundle, String seen) {
        if (bundles.hold(bundle.id()) && !bundles.shown(bundle.id()).equals(seen)) {
            throw new Refusal(
                    "Ces courriels ont changé depuis que vous les avez lus : relisez-les, puis décidez. Rien n'est parti.");
        }
    }

    /**
     * What was kept for somebody to read again leaves by itself once the session is as near as a change that would have
     * left at once: nobody comes for nothing because nobody decided.
     */
    @Scheduled(fixedDelayString = "${forment.mail.chase:PT15M}", initialDelayString = "${forment.mail.chase:PT15M}")
    public void releaseWhatIsNear() {
        for (String uai : bundles.places()) {
            Instant near = days.endOf(circonscriptions.find(uai), Correspondence.NEAR_DAYS);
            bundles.releaseOverdue(uai, near.minus(Letter.TO_TAKE_NOTICE))
                    .forEach((bundle, letters) ->
                            told(bundle, "Courriels partis d'eux-mêmes : la session approche", letters));
        }
    }

    /** Nobody is reminded of what is decided. */
    private void settled(MailBundle bundle) {
        post.takeBackAll(BundleChaseService.reminders(bundle.id()), "Quelqu'un a décidé de ces courriels.");
    }

    private void told(MailBundle bundle, String what, int letters) {
        journal.add(JournalEntry.of(JOURNAL, bundle.id())
                .what(what)
                .change(null, bundle.title() + " : " + French.count(letters, "courriel")));
    }
}
