package fr.forment.resource;

import fr.forment.catalogue.Format;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a session names as its place: the UAI of a school, a room with its commune ({@link Room#place()}), a town where
 * somebody has still to book a room, or none.
 */
public final class MeetingPlace {

    private static final String UAI = "[0-9]{7}[A-Z]";
    private static final String COMMUNE = ", ";
    private static final Pattern BEHIND = Pattern.compile(".*\\(([^()]+)\\)\\s*");

    private MeetingPlace() {}

    /** Only the town is known. */
    public static boolean isTown(String place) {
        return !place.matches(UAI) && !place.contains(COMMUNE) && !place.equals(Format.DISTANCE.label());
    }

    /** A room that is on no list any more, or never was. */
    public static boolean isUnknown(String place, Collection<String> rooms) {
        return !place.matches(UAI) && place.contains(COMMUNE) && !rooms.contains(place);
    }

    /** Of a room or a town, « Mairie, Redon » or « Mairie (Redon) »; anything else stays what it is. */
    public static String commune(String place) {
        Matcher behind = BEHIND.matcher(place);
        if (behind.matches()) {
            return behind.group(1);
        }
        return place.substring(place.lastIndexOf(COMMUNE) < 0 ? 0 : place.lastIndexOf(COMMUNE) + COMMUNE.length());
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
