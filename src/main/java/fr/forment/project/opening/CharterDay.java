package fr.forment.project.opening;

import fr.forment.french.Refusal;
import java.time.LocalDate;

/** The day on which a school signed the rules of use: it stands in the bilan. */
final class CharterDay {

    /** Years a charter that is still signed may be old. */
    private static final int OLDEST = 10;

    private CharterDay() {}

    /** @throws Refusal of a day to come, or so long ago that the year was mistyped */
    static void check(LocalDate signedOn, LocalDate today) {
        if (signedOn.isAfter(today)) {
            throw new Refusal("La charte ne peut pas être signée à une date future.", "charterSignedOn");
        }
        if (signedOn.isBefore(today.minusYears(OLDEST))) {
            throw new Refusal(
                    "Cette charte daterait de plus de " + OLDEST + " ans : vérifiez l'année de signature.",
                    "charterSignedOn");
        }
    }
}
