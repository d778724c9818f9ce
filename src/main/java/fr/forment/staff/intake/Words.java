package fr.forment.staff.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How days are written to people. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Words() {
    }

    /** Null for no day. */
    static String day(LocalDate day) {
        return day == null ? null : DAY.format(day);
    }
}
