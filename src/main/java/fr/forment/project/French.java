package fr.forment.project;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How dates read in sentences. */
final class French {

    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRANCE);

    private French() {
    }
}
