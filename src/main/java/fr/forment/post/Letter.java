package fr.forment.post;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What to write, whoever reads it.
 *
 * @param template below {@code templates/mail/}, without ending: "campaign/invited"
 * @param key what makes it unique for one reader: "needsSurvey:invite:4711"
 * @param model further variables of the template
 * @param path page or task it leads to, from the root of the application: "/besoins/4711"; null when there is none
 * @param notAfter last day it is of use; null when it always is
 * @param way how it travels when not as all do
 */
public record Letter(String template, String key, Map<String, Object> model, String path, LocalDate notAfter, Way way) {

    /** In a model: what the letter says of its matter, for whoever asks what its reader was last told. */
    public static final String TELLS = "dit";

    static final Duration TO_TAKE_NOTICE = Duration.ofDays(2);
    /**
     * Who changes a thing twice within that time writes of it once, and what many cases tell one reader in one moment
     * leaves as one letter.
     */
    static final Duration BREATH = Duration.ofMinutes(1);

    private static final Pattern PAGE = Pattern.compile("^(/[a-z-]+/\\d+)(?:/.*)?$");

    /**
     * @param latest it leaves at once when the hours of school would let it leave later than this; null: they are kept
     * @param secretUntil until when a one-use link in it opens something; null: it holds none
     * @param toThisAddress is about the address itself, and does not follow the person to another one
     * @param cancels leaves at once, unless letters are kept: then it is kept as all others are
     * @param settles leaves a breath later: a further change of the same thing takes it back, and says all; what is
     *     told of other cases in the same moment goes with it
     */
    record Way(Instant latest, Instant secretUntil, boolean toThisAddress, boolean cancels, boolean settles) {

        static final Way OF_ALL = new Way(null, null, false, false, false);
    }

    public Letter(String template, String key, Map<String, Object> model, String path, LocalDate notAfter) {
        this(template, key, model, path, notAfter, Way.OF_ALL);
    }

    /**
     * Undoes or changes what somebody is to come to at that moment: with less than two days left, neither evening nor
     * holiday holds it back.
     */
    public Letter undoing(Instant moment) {
        return with(
                new Way(moment.minus(TO_TAKE_NOTICE), way.secretUntil, way.toThisAddress, way.cancels, way.settles));
    }

    /** Whatever the day and the hour. */
    public Letter atOnce() {
        return with(new Way(Instant.EPOCH, way.secretUntil, way.toThisAddress, false, false));
    }

    /**
     * Says how something is after a change: who changes it again at once is waited for. Also of what a timer tells of
     * many cases at one hour.
     */
    public Letter settling() {
        return with(new Way(way.latest, way.secretUntil, way.toThisAddress, way.cancels, true));
    }

    /** Kept for a person, who changes nothing more once it is let go. */
    Letter settled() {
        return with(new Way(way.latest, way.secretUntil, way.toThisAddress, way.cancels, false));
    }

    /**
     * Calls off what somebody was to come to at that moment: at once, whatever the day and the hour. Where what changes
     * is kept for a person to let go, this is kept too, unless it is near.
     */
    public Letter cancelling(Instant moment) {
        Letter near = undoing(moment);
        return near.with(new Way(near.way.latest, near.way.secretUntil, near.way.toThisAddress, true, false));
    }

    /** Its text is wiped from the outbox once the link serves no more. */
    public Letter withSecretUntil(Instant end) {
        return with(new Way(way.latest, end, way.toThisAddress, way.cancels, way.settles));
    }

    /** For a letter about an address itself. */
    public Letter toThisAddress() {
        return with(new Way(way.latest, way.secretUntil, true, way.cancels, way.settles));
    }

    /** When it leaves, if it may leave then at the earliest by the hours of school. */
    Instant departure(Instant opening, Instant now) {
        if (way.latest != null && opening.isAfter(way.latest)) {
            return now; // near: nothing holds it back, not even a breath
        }
        return way.settles && opening.isBefore(now.plus(BREATH)) ? now.plus(BREATH) : opening;
    }

    /** Opens something, or somebody is waiting for it: kept by nobody. */
    boolean leavesByItself() {
        return way.secretUntil != null || way.toThisAddress || Instant.EPOCH.equals(way.latest);
    }

    boolean cancels() {
        return way.cancels;
    }

    /** What it changes takes place before then. */
    boolean isAboutTimeBefore(Instant end) {
        return way.latest != null && way.latest.plus(TO_TAKE_NOTICE).isBefore(end);
    }

    /** As a summons does: of use until a day, and telling how its matter stands. */
    boolean saysWhatIsToCome() {
        return notAfter != null && way.latest != null && model.containsKey(TELLS);
    }

    /** The page of what it is about; null when its path is none, such as that of a link. */
    String about() {
        var page = PAGE.matcher(path == null ? "" : path);
        return page.matches() ? page.group(1) : null;
    }

    private Letter with(Way other) {
        return new Letter(template, key, model, path, notAfter, other);
    }
}
