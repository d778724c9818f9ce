package fr.forment.resource;

import fr.forment.catalogue.Format;
import fr.forment.territory.Uai;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a session names as its place: the UAI of a school, a room with its commune ({@link Room#place()}), a town where
 * somebody has still to book a room, the link of a video conference, or none.
 */
public final class MeetingPlace {

    private static final String UAI = "[0-9]{7}[A-Z]";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern NAME = Pattern.compile("\\p{L}");
    private static final String COMMUNE = ", ";
    private static final Pattern BEHIND = Pattern.compile(".*\\(([^()]+)\\)\\s*");

    private static final Pattern ADDRESS =
            Pattern.compile("\\p{Alpha}:/|\\bwww\\.|[\\p{Alnum}-]\\.\\p{Alpha}{2,}/", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 300;

    private MeetingPlace() {}

    /**
     * It holds an address of the web, alone or among words, however typed: where people meet on their screens. It lets
     * in, so it is for whoever is expected.
     */
    public static boolean isLink(String place) {
        return ADDRESS.matcher(place).find();
    }

    /** As typed: https, a host, nobody's password in it; empty when it is none. */
    public static Optional<String> link(String typed) {
        String link = typed == null ? "" : typed.strip();
        try {
            URI read = new URI(link);
            return "https".equalsIgnoreCase(read.getScheme())
                            && read.getHost() != null
                            && read.getUserInfo() == null
                            && link.length() <= LONGEST
                    ? Optional.of(link)
                    : Optional.empty();
        } catch (URISyntaxException odd) {
            return Optional.empty();
        }
    }

    /** For whoever is not expected there: the link lets in. */
    public static String masked(String place) {
        return isLink(place) ? Format.DISTANCE.label() + " (adresse réservée aux personnes inscrites)" : place;
    }

    /**
     * Why nobody can be told to come there, in French; empty where one can. Whether a school of that UAI exists is not
     * asked here.
     */
    public static Optional<String> problem(String typed) {
        String place = typed.strip();
        String number = BLANKS.matcher(place).replaceAll("").toUpperCase(Locale.ROOT);
        if (number.matches(UAI) && !Uai.isValid(number)) {
            return Optional.of("« " + place
                    + " » n'est le numéro (UAI) d'aucune école : vérifiez-le, ou écrivez la salle avec sa commune.");
        }
        if (number.matches(UAI) && !number.equals(place)) {
            return Optional.of("Écrivez le numéro de l'école sans espace, en majuscules : « " + number + " ».");
        }
        boolean noName = !isLink(place)
                && (place.startsWith(",")
                        || place.endsWith(",")
                        || !place.isEmpty() && !NAME.matcher(place).find());
        return noName
                ? Optional.of("Écrivez la salle avec sa commune, par exemple « Salle des fêtes, Redon ».")
                : Optional.empty();
    }

    /** Only the town is known, or a room of no town. */
    public static boolean isTown(String place) {
        return !place.matches(UAI)
                && !place.contains(COMMUNE)
                && !BEHIND.matcher(place).matches()
                && !place.equals(Format.DISTANCE.label())
                && !isLink(place);
    }

    /** Neither a school nor a town nor a screen: a room outside of schools, listed or not. */
    public static boolean isRoom(String place) {
        return !isTown(place) && !place.matches(UAI) && !place.equals(Format.DISTANCE.label()) && !isLink(place);
    }

    /**
     * Of a room or a town, « Mairie, Redon » or « Mairie (Redon) »; a link is in none, anything else stays what it is.
     */
    public static String commune(String place) {
        if (isLink(place)) {
            return Format.DISTANCE.label();
        }
        Matcher behind = BEHIND.matcher(place);
        if (behind.matches()) {
            return behind.group(1);
        }
        return place.substring(place.lastIndexOf(COMMUNE) < 0 ? 0 : place.lastIndexOf(COMMUNE) + COMMUNE.length());
    }

    /**
     * Zone where people of several schools meet: the RPI of the school that receives them, else the commune.
     *
     * @param rpi code of that of the school, null if none; with {@code commune}, null where the place is no school
     */
    public static String sector(String place, Format format, String rpi, String commune) {
        if (format == Format.DISTANCE || isLink(place)) {
            return Format.DISTANCE.label();
        }
        if (commune == null) {
            return commune(place);
        }
        return rpi == null || rpi.isBlank() ? commune : "RPI " + rpi;
    }

    /** For whoever prepares it: a room has still to be found. */
    public static String toBook(String place) {
        return isTown(place) ? place + ", salle à réserver" : place;
    }

    /** For whoever comes: the room will be told. */
    public static String toBeTold(String place) {
        return isTown(place) ? place + " (salle à préciser)" : place;
    }
}
