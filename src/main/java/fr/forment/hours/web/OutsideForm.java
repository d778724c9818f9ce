package fr.forment.hours.web;

import fr.forment.files.CsvDates;
import fr.forment.french.Refusal;
import fr.forment.french.TypedHours;
import fr.forment.hours.OutsideHours;
import java.io.Serializable;
import java.util.UUID;

/**
 * Hours outside as somebody types them.
 *
 * @param formulaire a number of its own for each form shown, so that sending one twice enters one line
 * @param version of the line that is corrected
 */
record OutsideForm(String intitule, String date, String duree, String formulaire, Integer version)
        implements Serializable {

    static OutsideForm empty() {
        return new OutsideForm("", "", "", UUID.randomUUID().toString(), null);
    }

    UUID number() {
        try {
            return UUID.fromString(formulaire == null ? "" : formulaire);
        } catch (IllegalArgumentException forged) {
            throw new Refusal("Ce formulaire n'est plus valable : rechargez la page, puis recommencez.");
        }
    }

    /** @throws Refusal saying which field is wrong and how to mend it */
    OutsideHours hours() {
        var day = CsvDates.read(date == null ? "" : date.strip())
                .orElseThrow(() -> new Refusal("La date n'est pas lisible : écrivez-la par exemple 14/01/2027."));
        Integer minutes = TypedHours.minutes(duree, "La durée");
        if (minutes == null) {
            throw new Refusal("Indiquez la durée, par exemple 1 h 30.");
        }
        return new OutsideHours(intitule, day, minutes);
    }
}
