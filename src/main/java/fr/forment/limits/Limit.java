package fr.forment.limits;

import java.time.Duration;
import java.util.Locale;

/**
 * What is limited, and how: so many tries within a time are free; then comes a wait of one minute, and after each few
 * tries more one that is twice as long, a quarter of an hour at the most. {@code forment.limits.sign-in-place=200} sets
 * the free tries of one of them.
 */
public enum Limit {

    /** Wrong passwords for one person, from browsers in which that person never signed in. */
    SIGN_IN_NAME(5, 1, Duration.ofMinutes(15)),
    /**
     * Wrong passwords from one place for whomever. A rectorat is one place: those of known browsers and of people who
     * then sign in do not count.
     */
    SIGN_IN_PLACE(50, 10, Duration.ofMinutes(15)),
    /** Wrong passwords for one person from one browser in which that person signed in before. */
    SIGN_IN_DEVICE(5, 1, Duration.ofMinutes(15)),
    /** Wrong present passwords of who wants to change it. */
    PRESENT_PASSWORD(5, 1, Duration.ofMinutes(15)),
    /** Links asked for from one place: a whole school may ask on its first day. */
    LINK_ASKED(30, 5, Duration.ofHours(1)),
    /** Links opened from one place that never were, or are no longer. */
    LINK_GUESSED(30, 10, Duration.ofMinutes(15)),
    /** Numbers of attestations asked about from one place that are none. */
    ATTESTATION_GUESSED(20, 5, Duration.ofMinutes(15)),
    /** Answers of families to one school from one form. */
    FAMILY_VISITOR(6, 1, Duration.ofMinutes(15)),
    /**
     * Answers of families to one school from one place: the school's own network on a parents' evening, or a telephone
     * company.
     */
    FAMILY_PLACE(40, 10, Duration.ofMinutes(15));

    static final long FIRST_WAIT = Duration.ofMinutes(1).toMillis();
    static final long LONGEST_WAIT = Duration.ofMinutes(15).toMillis();

    final int free;
    final int step;
    final long window;

    Limit(int free, int step, Duration window) {
        this.free = free;
        this.step = step;
        this.window = window.toMillis();
    }

    String setting() {
        return "forment.limits." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
