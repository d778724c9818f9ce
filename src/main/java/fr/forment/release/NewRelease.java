package fr.forment.release;

import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import java.time.LocalDate;
import java.util.Set;

/** A version of the ENT to announce, and the modules whose training it changes (codes). */
public record NewRelease(
        String circonscriptionUai,
        String label,
        LocalDate serviceOn,
        String note,
        Set<String> modules,
        String tutorial) {

    public NewRelease {
        label = Typed.text(label).replaceFirst("(?iu)^version(?=\\s)\\s+", ""); // the house says the word itself
        note = Typed.text(note);
        tutorial = Typed.text(tutorial);
        if (circonscriptionUai == null || circonscriptionUai.isBlank()) {
            throw new Refusal("Choisissez la circonscription.");
        }
        if (label.isEmpty() || label.length() > 60) {
            throw new Refusal("Donnez un nom à la version (60 caractères au plus).");
        }
        if (serviceOn == null) {
            throw new Refusal("Indiquez la date de mise en service.", "serviceOn");
        }
        if (serviceOn.getYear() < 2000 || serviceOn.getYear() > 2099) {
            throw new Refusal("Vérifiez l'année de la mise en service.", "serviceOn");
        }
        if (note.isEmpty() || note.length() > 4000) {
            throw new Refusal("Décrivez ce qui change (4 000 caractères au plus).");
        }
        if (!tutorial.isEmpty()) {
            tutorial = Links.typed(tutorial, "du tutoriel", "tutorial");
        }
        modules = Set.copyOf(modules);
    }
}
