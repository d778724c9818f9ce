package fr.forment.incident;

import fr.forment.french.Refusal;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened, with its dates.
 *
 * @param people who cannot train others: the one who is absent, those on strike
 * @param schools closed, on strike, gone or come
 * @param everywhere all schools of the circonscription, instead of {@code schools}
 * @param place of the room that is lost, as sessions name it
 * @param from first day, {@code until} the last; both null where a school leaves or joins
 */
public record Happening(
        Happened what,
        List<Long> people,
        List<String> schools,
        boolean everywhere,
        String place,
        LocalDate from,
        LocalDate until) {

    /** What the resources say already. */
    public static final Happening NOTHING_NEW =
            new Happening(Happened.RESSOURCES, List.of(), List.of(), false, null, null, null);

    /** Sessions that nobody was told of yet begin later than planned: the plan says which. */
    public static final Happening LATE = new Happening(Happened.RETARD, List.of(), List.of(), false, null, null, null);

    /** @throws Refusal when it is not said whole, with the field to mend */
    public Happening checked(LocalDate today) {
        switch (what) {
            case RESSOURCES, RETARD -> {}
            case ABSENCE -> {
                if (people.size() != 1) {
                    throw new Refusal("Choisissez la personne absente.", "qui");
                }
                days(today);
            }
            case FERMETURE -> {
                if (!everywhere && schools.isEmpty()) {
                    throw new Refusal("Cochez les écoles fermées, ou toutes les écoles.", "ecoles");
                }
                days(today);
            }
            case GREVE -> {
                if (!everywhere && schools.isEmpty() && people.isEmpty()) {
                    throw new Refusal("Cochez les écoles ou les personnes en grève.", "ecoles");
                }
                days(today);
            }
            case DEPART, ARRIVEE -> {
                if (schools.size() != 1) {
                    throw new Refusal("Choisissez l'école.", "ecole");
                }
            }
            case SALLE -> {
                if (place == null) {
                    throw new Refusal("Choisissez la salle ou l'école d'accueil.", "lieu");
                }
                days(today);
            }
        }
        return this;
    }

    private void days(LocalDate today) {
        if (from == null) {
            throw new Refusal("Indiquez le premier jour.", "du");
        }
        if (until != null && until.isBefore(from)) {
            throw new Refusal("Le dernier jour vient avant le premier : corrigez l'un des deux.", "au");
        }
        if (until != null && until.isBefore(today)) {
            throw new Refusal("Ces jours sont passés : aucune session à venir n'est concernée.", "au");
        }
        if (from.isAfter(today.plusYears(2)) || from.isBefore(today.minusYears(2))) {
            throw new Refusal("Ce premier jour est trop loin d'aujourd'hui : vérifiez l'année.", "du");
        }
        if (lastDay().isAfter(today.plusYears(2)) || lastDay().isAfter(from.plusYears(2))) {
            throw new Refusal("Ce dernier jour est trop lointain : vérifiez l'année.", "au");
        }
    }

    /** Every later plan has to know: it is written down where plans read it. */
    public boolean isNoted() {
        return what.isNoted();
    }

    /** The last day, where one is enough to say it. */
    public LocalDate lastDay() {
        return until == null ? from : until;
    }
}
