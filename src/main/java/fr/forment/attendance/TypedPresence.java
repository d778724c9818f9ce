package fr.forment.attendance;

import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.french.TypedHours;
import fr.forment.session.halfday.HalfDay;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A partial presence as people type it: when somebody came or left, or for how long. */
public record TypedPresence(String arrival, String departure, String duration) {

    private static final String HOW = " Écrivez par exemple 9 h, 9:00 ou 14 h 30.";

    public boolean isEmpty() {
        return Names.clean(arrival).isEmpty()
                && Names.clean(departure).isEmpty()
                && Names.clean(duration).isEmpty();
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
        int minutes = Names.clean(duration).isEmpty() ? between(halfDay, who) : lasting(who);
        if (minutes >= halfDay.minutes() && isWithin(halfDay, TypedHours.time(duration))) {
            throw new Refusal(
                    who + " : « " + Names.clean(duration)
                            + " » est-il l'heure d'arrivée ou de départ ? Écrivez-la dans ce champ ; la durée s'écrit par exemple 1 h 30 ou 45 min.");
        }
        if (minutes < 1 || minutes >= halfDay.minutes()) {
            throw new Refusal(who + " : une présence partielle dure de 1 à " + (halfDay.minutes() - 1)
                    + " minutes sur cette demi-journée (" + halfDay.hours() + ").");
        }
        return minutes;
    }

    /** The hours of a presence whose {@link #minutes} are right; none where a duration was typed. */
    public SaidHours hours() {
        return Names.clean(duration).isEmpty()
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
        String text = Names.clean(duration);
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
        String text = Names.clean(typed);
        return text.isEmpty()
                ? otherwise
                : TypedHours.time(text)
                        .orElseThrow(() -> new Refusal(who + " : « " + text + " » n'est pas une heure." + HOW));
    }
}
