package fr.forment.post;

import fr.forment.mail.MailBundles;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * While something that people were told changes, the letters about it are kept as drafts of one bundle, for a person to
 * read again and let go in one gesture. Not those that are near: they leave at once ({@link Correspondence}).
 */
@Component
@RequiredArgsConstructor
public class Keeping {

    private record Place(String circonscriptionUai, String about, String title) {}

    private final MailBundles bundles;
    private final ThreadLocal<Place> current = new ThreadLocal<>();

    /**
     * Letters written by the work, in its transaction, are kept.
     *
     * @param about the page of what changes
     * @param title what changes, in French
     */
    public void during(String circonscriptionUai, String about, String title, Runnable work) {
        Place before = current.get();
        current.set(new Place(circonscriptionUai, about, title));
        try {
            work.run();
        } finally {
            restore(before);
        }
    }

    /** Letters written by the work leave as ever, wherever it is done. */
    public void without(Runnable work) {
        Place before = current.get();
        current.remove();
        try {
            work.run();
        } finally {
            restore(before);
        }
    }

    /** Where a letter is to be kept now; a bundle is made for the first one. */
    Optional<Long> bundle() {
        return Optional.ofNullable(current.get())
                .map(place -> bundles.open(place.circonscriptionUai, place.about, place.title));
    }

    /** What the reader was never told of changes something that he expects before then. */
    boolean keepsNewsOfTimeBefore(Instant end, String page, long readerId) {
        return bundles.chaseOf(page, readerId)
                .filter(latest -> latest.plus(Letter.TO_TAKE_NOTICE).isBefore(end))
                .isPresent();
    }

    /** Where earlier news of the same matter waits for a person: what follows from it waits there too. */
    Optional<Long> keptBefore(String page, long readerId) {
        return page == null ? Optional.empty() : bundles.keeps(page, readerId);
    }

    /** What is written now waits with others for a person. */
    public boolean isOn() {
        return current.get() != null;
    }

    private void restore(Place before) {
        if (before == null) {
            current.remove();
        } else {
            current.set(before);
        }
    }
}
