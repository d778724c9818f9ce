package fr.forment.project.readiness;

import fr.forment.french.French;
import fr.forment.project.Vague;
import java.time.LocalDate;

/** How an opening that has not taken place yet is said: a day that has gone by is never announced as one to come. */
public final class PlannedOpening {

    private PlannedOpening() {}

    /** Of a vague, in French, without a full stop. */
    public static String ofVague(Vague vague, LocalDate today) {
        String day = French.date(vague.opensOn());
        return vague.isBeforeOpening() && vague.opensOn().isBefore(today)
                ? gone(day) + ", aucune école n'est ouverte"
                : "Ouverture prévue le " + day;
    }

    /** Of a school whose ENT is not open, in French, without a full stop. */
    public static String ofSchool(LocalDate day, LocalDate today) {
        return day.isBefore(today)
                ? gone(French.day(day)) + ", et l'ENT de l'école n'est pas encore ouvert"
                : "Ouverture prévue le " + French.day(day);
    }

    private static String gone(String day) {
        return "Ouverture qui était prévue le " + day + " : ce jour est passé";
    }
}
