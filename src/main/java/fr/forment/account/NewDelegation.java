package fr.forment.account;

import fr.forment.french.Names;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Who is to decide for which IEN, when and why.
 *
 * @param giverId the absent IEN
 * @param lastDay included
 */
public record NewDelegation(
        String circonscriptionUai,
        long giverId,
        long delegateId,
        LocalDate firstDay,
        LocalDate lastDay,
        String motive) {

    /** A school year: longer, and the circonscription needs another IEN rather than a delegate. */
    static final int LONGEST_DAYS = 366;

    private static final int LONGEST_MOTIVE = 200;

    public NewDelegation {
        motive = Names.clean(motive);
    }

    /** What is wrong with it by itself, in French. */
    public Optional<String> objection(LocalDate today) {
        if (firstDay == null || lastDay == null) {
            return Optional.of("Donnez le premier et le dernier jour, par exemple 12/10/2026.");
        }
        if (firstDay.isBefore(today)) {
            return Optional.of("Le premier jour est passé : une délégation commence aujourd'hui ou plus tard.");
        }
        if (motive.isEmpty() || motive.length() > LONGEST_MOTIVE) {
            return Optional.of("Dites pourquoi, en " + LONGEST_MOTIVE
                    + " caractères au plus (congé, formation, intérim…), sans détail privé.");
        }
        return tooLong(firstDay, lastDay);
    }

    public static Optional<String> tooLong(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return Optional.of("Le dernier jour ne peut pas précéder le premier.");
        }
        return ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS
                ? Optional.of("Une délégation dure un an au plus : au-delà, un autre IEN reçoit la circonscription.")
                : Optional.empty();
    }
}
