package fr.forment.incident;

import fr.forment.french.French;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened, in a phrase that history and amendment keep. */
final class HappeningWords {

    private static final int MOST_NAMES = 5;

    private HappeningWords() {}

    static String of(Happening happening, Function<Long, String> person, Function<String, String> place) {
        return switch (happening.what()) {
            case RESSOURCES -> "Ce que disent les ressources (absences, fermetures, salles, habilitations)";
            case RETARD -> "Sessions en retard : nouvelles dates, toutes ensemble";
            case ABSENCE -> "Absence : " + person.apply(happening.people().get(0)) + ", " + days(happening);
            case FERMETURE -> "Fermeture : " + schools(happening, place) + ", " + days(happening);
            case GREVE -> strike(happening, person, place);
            case DEPART ->
                "Départ d'une école : " + place.apply(happening.schools().get(0));
            case ARRIVEE ->
                "Arrivée d'une école : " + place.apply(happening.schools().get(0));
            case SALLE ->
                "Salle perdue : " + place.apply(happening.place()) + ", à partir du " + French.date(happening.from());
        };
    }

    private static String days(Happening happening) {
        return happening.lastDay().equals(happening.from())
                ? "le " + French.day(happening.from())
                : "du " + French.date(happening.from()) + " au " + French.date(happening.lastDay());
    }

    private static String schools(Happening happening, Function<String, String> place) {
        return happening.everywhere() ? "toutes les écoles de la circonscription" : names(happening.schools(), place);
    }

    /** Of who works, a strike is nobody's to write down: history and letters say that they are away. */
    private static String strike(Happening happening, Function<Long, String> person, Function<String, String> place) {
        String away = names(happening.people(), person);
        if (!happening.everywhere() && happening.schools().isEmpty()) {
            return "Absence : " + away + ", " + days(happening);
        }
        return "Grève : " + schools(happening, place) + (away.isEmpty() ? "" : " ; absence : " + away) + ", "
                + days(happening);
    }

    private static <T> String names(List<T> some, Function<T, String> name) {
        return some.stream().limit(MOST_NAMES).map(name).collect(Collectors.joining(", "))
                + (some.size() > MOST_NAMES ? " et " + (some.size() - MOST_NAMES) + " autres" : "");
    }
}
