package fr.forment.hours;

import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import java.time.LocalDate;

/**
 * Hours of the 18 that something else than French, maths and the ENT took: "Animation EPS", or hours done before coming
 * here.
 *
 * @param minutes 1 to 12 h
 */
public record OutsideHours(String label, LocalDate day, int minutes) {

    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_DAY = 12 * 60;

    public OutsideHours {
        label = Names.clean(label);
        if (label.isEmpty()) {
            throw new Refusal("Indiquez ce qui a pris ces heures, par exemple « Animation EPS ».");
        }
        if (label.length() > LONGEST_LABEL) {
            throw new Refusal("L'intitulé compte au plus " + LONGEST_LABEL + " caractères : raccourcissez-le.");
        }
        if (day == null) {
            throw new Refusal("Indiquez la date, par exemple 14/01/2027.");
        }
        if (minutes < 1 || minutes > LONGEST_DAY) {
            throw new Refusal("La durée va de 1 minute à 12 h : pour davantage, ajoutez une ligne par date.");
        }
    }

    String describe() {
        return label + ", " + French.numeric(day) + ", " + French.duration(minutes);
    }
}
