package fr.forment.stafflist.reading;

import fr.forment.files.CsvDates;
import fr.forment.french.Names;
import fr.forment.territory.Uai;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a visit to a spreadsheet does to values, undone where only one value can have been meant; empty where it is
 * anybody's guess.
 */
final class Repairs {

    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)[.,](\\d+)[eE]\\+?(\\d{1,2})");
    private static final Pattern FRENCH = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})");
    private static final Pattern WORDED = Pattern.compile("(?:[a-z]+ )?(\\d{1,2})(?:er)? ([a-z]+) (\\d{4})");
    private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");
    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    /** Days as spreadsheets count them, 2000 to 2099: other numbers are no dates of ours. */
    private static final Pattern SERIAL = Pattern.compile("(3[6-9]|[4-6]\\d|7[0-2])\\d{3}");

    private Repairs() {}

    /** A lost leading zero, a lost letter (it follows from the digits), 3,50122E+05 while no digit was rounded away. */
    static Optional<Uai> uai(String written) {
        Optional<Uai> plain = Uai.read(written);
        if (plain.isPresent()) {
            return plain;
        }
        String digits = written.replace(" ", "");
        Matcher scientific = SCIENTIFIC.matcher(digits);
        if (scientific.matches()) {
            int lost =
                    Integer.parseInt(scientific.group(3)) - scientific.group(2).length();
            digits = lost == 0 ? scientific.group(1) + scientific.group(2) : "";
        }
        return digits.matches("\\d{6,7}") ? Uai.ofNumber(digits) : Optional.empty();
    }

    /**
     * 01/09/2026, 1/9/26, 1.9.2026, 2026-09-01, with or without a time, 1er septembre 2026, or a spreadsheet's number
     * of the day.
     */
    static Optional<LocalDate> date(String written) {
        String day = TIME.matcher(written).replaceFirst("");
        Matcher french = FRENCH.matcher(day);
        if (french.matches()) {
            return of(year(french.group(3)), Integer.parseInt(french.group(2)), Integer.parseInt(french.group(1)));
        }
        Matcher worded = WORDED.matcher(Names.fold(day));
        if (worded.matches()) {
            return of(
                    Integer.parseInt(worded.group(3)),
                    MONTHS.indexOf(worded.group(2)) + 1,
                    Integer.parseInt(worded.group(1)));
        }
        if (SERIAL.matcher(day).matches()) {
            return Optional.of(DAY_ZERO.plusDays(Integer.parseInt(day)));
        }
        return CsvDates.read(day).filter(date -> date.getYear() >= 1900 && date.getYear() < 2200);
    }

    private static int year(String written) {
        return written.length() == 2 ? 2000 + Integer.parseInt(written) : Integer.parseInt(written);
    }

    private static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return year < 1900 || year >= 2200 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
