package fr.forment.staff.file;

import java.util.List;

/** The recommended staff file, as it is offered to fill in. */
public final class StaffTemplate {

    /** Its titles, in order. The last one is for the person who fills it in: it is never read. */
    public static final List<String> COLUMNS = List.of("uai", "nom", "prenom", "courriel_professionnel", "fonction", "quotite", "date_arrivee",
            "date_depart", "constellation", "commentaire");

    private StaffTemplate() {
    }
}
