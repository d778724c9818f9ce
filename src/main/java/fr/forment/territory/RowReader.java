package fr.forment.territory;

import fr.forment.files.CsvColumn;
import fr.forment.files.CsvDates;
import fr.forment.files.CsvRow;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the fields of one line, mending what spreadsheets break (lost leading zeros, decimal commas, French dates). A
 * wrong value in a compulsory field is an error; in an optional one it is left out with a warning.
 */
public final class RowReader {

    private static final Pattern INTEGER = Pattern.compile("(\\d{1,7})([.,]0+)?");

    private final CsvRow row;
    private final ImportFindings found;
    private boolean good = true;

    public RowReader(CsvRow row, ImportFindings found) {
        this.row = row;
        this.found = found;
    }

    /** False once a compulsory field was wrong. */
    public boolean isGood() {
        return good;
    }

    public String uai(CsvColumn column) {
        return Uai.read(row.get(column))
                .map(Uai::value)
                .orElseGet(
                        () -> refuse(
                                column,
                                row.get(column).isEmpty()
                                        ? "L’identifiant (UAI) manque."
                                        : "Cet identifiant (UAI) n’existe pas : il compte 7 chiffres et une lettre de contrôle. Recopiez-le depuis l’annuaire."));
    }

    String required(CsvColumn column, int max) {
        String value = row.get(column);
        if (value.isEmpty()) {
            return refuse(column, "Cette valeur manque : complétez la ligne.");
        }
        return value.length() <= max
                ? value
                : refuse(column, "Cette valeur dépasse " + max + " caractères : raccourcissez-la.");
    }

    String departement(CsvColumn column) {
        return Departement.readCode(row.get(column))
                .orElseGet(
                        () -> refuse(
                                column,
                                "Le code du département manque ou ne se lit pas : écrivez-le sur trois caractères, par exemple 035."));
    }

    /** Null if empty; cut if too long. */
    String optional(CsvColumn column, int max) {
        String value = row.get(column);
        return value.isEmpty() ? null : value.substring(0, Math.min(max, value.length()));
    }

    /** A postal or INSEE code: five characters, leading zeros restored. */
    String fiveCharacters(CsvColumn column) {
        String value = row.get(column).replace(" ", "");
        if (value.isEmpty()) {
            return null;
        }
        String code = "0".repeat(Math.max(0, 5 - value.length())) + value;
        return code.matches("\\d[0-9AB]\\d{3}")
                ? code
                : leaveOut(column, "Ce code ne compte pas 5 chiffres : il est laissé vide.");
    }

    Integer integer(CsvColumn column) {
        String value = row.get(column);
        var matcher = INTEGER.matcher(value);
        if (matcher.matches()) {
            return Integer.valueOf(matcher.group(1));
        }
        return value.isEmpty() ? null : leaveOut(column, "Ce n’est pas un nombre entier : il est laissé vide.");
    }

    public Integer requiredInteger(CsvColumn column) {
        var matcher = INTEGER.matcher(row.get(column));
        return matcher.matches()
                ? Integer.valueOf(matcher.group(1))
                : refuse(column, "Un nombre entier est attendu ici : corrigez la valeur.");
    }

    Double decimal(CsvColumn column, double limit) {
        String value = row.get(column);
        if (value.isEmpty()) {
            return null;
        }
        try {
            double number = Double.parseDouble(value.replace(',', '.'));
            if (Math.abs(number) <= limit) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of bounds
        }
        return leaveOut(column, "Cette coordonnée ne se lit pas : elle est laissée vide.");
    }

    LocalDate date(CsvColumn column) {
        String value = row.get(column);
        Optional<LocalDate> date = CsvDates.read(value);
        return value.isEmpty() || date.isPresent()
                ? date.orElse(null)
                : leaveOut(
                        column, "Cette date ne se lit pas : écrivez 2026-09-01 ou 01/09/2026. Elle est laissée vide.");
    }

    boolean flag(CsvColumn column) {
        return row.get(column).matches("(?i)1|1[.,]0+|oui|vrai|true|x");
    }

    <T> T refuse(CsvColumn column, String message) {
        good = false;
        found.error(row, column, message);
        return null;
    }

    private <T> T leaveOut(CsvColumn column, String message) {
        found.warn(row, column, message);
        return null;
    }
}
