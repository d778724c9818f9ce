package fr.forment.family;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.french.TypedHours;
import java.time.LocalDate;
import java.time.LocalTime;

/** What a direction says of a meeting, read as people type it. */
public record NewMeeting(LocalDate heldOn, LocalTime startsAt, String place, Integer headCount) {

    private static final int LONGEST_PLACE = 120;
    private static final int MOST_PARENTS = 2000;

    /**
     * @param today a count is of a meeting that has been held; no meeting is further than a year
     * @throws Refusal that says what to mend
     */
    public static NewMeeting read(String day, String time, String place, String headCount, LocalDate today) {
        String asked = "Indiquez le jour de la réunion, à moins d'un an d'aujourd'hui.";
        LocalDate heldOn = Typed.date(day, asked, "jour");
        if (!heldOn.isAfter(today.minusYears(1)) || !heldOn.isBefore(today.plusYears(1))) {
            throw new Refusal(asked, "jour");
        }
        LocalTime startsAt = time.isBlank()
                ? null
                : TypedHours.time(time).orElseThrow(() -> new Refusal(TypedHours.advice(time), "heure"));
        String where = Typed.required(
                place, LONGEST_PLACE, "Indiquez le lieu de la réunion, par exemple « salle de motricité ».");
        Integer came = headCount.isBlank()
                ? null
                : Typed.number(headCount)
                        .filter(number -> number >= 0 && number <= MOST_PARENTS)
                        .orElseThrow(() -> new Refusal(
                                "Le nombre de parents venus s'écrit en chiffres, de 0 à " + French.number(MOST_PARENTS)
                                        + ".",
                                "nombre"));
        if (came != null && heldOn.isAfter(today)) {
            throw new Refusal(
                    "Cette réunion n'a pas encore eu lieu : indiquez le nombre de parents venus quand elle sera passée.",
                    "nombre");
        }
        return new NewMeeting(heldOn, startsAt, where, came);
    }
}
