package fr.forment.attendance;

import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.french.TypedHours;
import fr.forment.session.halfday.HalfDay;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A partial presence as people type it: when somebody came or left, or for how long. */
public record TypedPresence(String arrival, String departure, String duration) {

    private static final String HOW = " Écrivez par exemple 9 h, 9:00 ou 14 h 30.";

    public boolean isEmpty() {
        return !saysHours() && isEmpty(duration);
    }

    /**
     * @param who names the person in a refusal
     * @throws Refusal for what is no hour, no duration, or not within the half-day
     */
    public int minutes(HalfDay halfDay, String who) {
        if (isEmpty()) {
            throw new Refusal(
                    who + " : indiquez l'heure d'arrivée ou de départ, ou la durée de la présence partielle.");
        }
        int minutes = isEmpty(duration) ? between(halfDay, who) : lasting(who);
        if (minutes >= halfDay.minutes() && isWithin(halfDay, TypedHours.time(duration))) {
            throw new Refusal(
                    who + " : " + Typed.quoted(duration)
                            + " est-il l'heure d'arrivée ou de départ ? Écrivez-la dans ce champ ; la durée s'écrit par exemple 1 h 30 ou 45 min.");
        }
        if (minutes < 1 || minutes >= halfDay.minutes()) {
            throw new Refusal(who + " : une présence partielle dure de 1 à " + (halfDay.minutes() - 1)
                    + " minutes sur cette demi-journée (" + halfDay.hours() + ").");
        }
        if (!isEmpty(duration) && saysHours() && between(halfDay, who) != minutes) {
            throw new Refusal(who + " : de l'arrivée au départ, il y a " + French.duration(between(halfDay, who))
                    + ", et la durée dit " + French.duration(minutes) + ". Corrigez, ou gardez l'une des deux.");
        }
        return minutes;
    }

    private boolean saysHours() {
        return !isEmpty(arrival) || !isEmpty(departure);
    }

    private static boolean isEmpty(String typed) {
        return Names.clean(Typed.text(typed)).isEmpty();
    }

    /** The hours of a presence whose {@link #minutes} are right; none where only a duration was typed. */
    public SaidHours hours() {
        return saysHours()
                ? new SaidHours(
                        TypedHours.time(arrival).orElse(null),
                        TypedHours.time(departure).orElse(null))
                : SaidHours.UNSAID;
    }

    /** « 10 h 15 » of a morning from 9 h to 12 h is a moment of it, longer than the whole of it lasts. */
    private static boolean isWithin(HalfDay halfDay, Optional<LocalTime> time) {
        return time.filter(at -> !at.isBefore(halfDay.startsAt().toLocalTime())
                        && !at.isAfter(halfDay.endsAt().toLocalTime()))
                .isPresent();
    }

    /** A number alone is of minutes. */
    private int lasting(String who) {
        String text = Names.clean(Typed.text(duration));
        if (text.matches("\\d{1,4}")) {
            return Integer.parseInt(text);
        }
        return TypedHours.minutes(text, who);
    }

    private int between(HalfDay halfDay, String who) {
        LocalTime start = halfDay.startsAt().toLocalTime();
        LocalTime end = halfDay.endsAt().toLocalTime();
        LocalTime from = time(arrival, start, who);
        LocalTime until = time(departure, end, who);
        from = from.isBefore(start) ? start : from;
        until = until.isAfter(end) ? end : until;
        if (!from.isBefore(until)) {
            throw new Refusal(who + " : l'arrivée et le départ doivent tenir dans la demi-journée (" + halfDay.hours()
                    + "), l'arrivée avant le départ.");
        }
        return (int) ChronoUnit.MINUTES.between(from, until);
    }

    private static LocalTime time(String typed, LocalTime otherwise, String who) {
        return isEmpty(typed)
                ? otherwise
                : TypedHours.time(typed)
                        .orElseThrow(
                                () -> new Refusal(who + " : " + Typed.quoted(typed) + " n'est pas une heure." + HOW));
    }
}
