package fr.forment.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/**
 * One sheet of a spreadsheet workbook: a name, a header that stays in sight and is repeated on every printed page, and
 * rows whose cells keep their type (a number adds up, a date sorts). A text stays a text: what a spreadsheet would run
 * as a formula gets the apostrophe of {@link CsvSheet}, because a workbook is often saved again as CSV.
 *
 * @param rows cells are a text, a number, a date, an hour, a date with its hour, a boolean ("oui", "non") or null
 *     (empty)
 */
public record XlsxSheet(String name, List<String> header, List<? extends List<?>> rows) {

    /** What Excel refuses in the name of a sheet, and the length it allows. */
    private static final String REFUSED = "[\\[\\]:*?/\\\\']";

    private static final int LONGEST_NAME = 31;
    /** How a workbook writes a character by its number; only this reading is ever meant by the file format. */
    private static final Pattern CODE = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");
    /** Characters: a column is as wide as its longest cell, within what still reads on one page. */
    private static final int NARROWEST = 8;

    private static final int WIDEST = 60;

    private static final int SECONDS_OF_A_DAY = 86_400;

    String shownName() {
        String allowed = name.replaceAll(REFUSED, " ").strip();
        return allowed.substring(0, Math.min(LONGEST_NAME, allowed.length()));
    }

    /** The header, and how the sheet looks and prints: all that stands before its rows. */
    void begin(Worksheet sheet) {
        for (int column = 0; column < header.size(); column++) {
            sheet.value(0, column, text(header.get(column)));
            sheet.style(0, column).bold().wrapText(true).set();
            sheet.width(column, width(column));
        }
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    void end(Worksheet sheet, int written) {
        if (written > 0) {
            sheet.setAutoFilter(0, 0, written, header.size() - 1);
        }
    }

    static void write(Worksheet sheet, int row, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            write(sheet, row, column, cells.get(column));
        }
    }

    private static void write(Worksheet sheet, int row, int column, Object cell) {
        if (cell == null) {
            return;
        }
        if (cell instanceof BigDecimal number) {
            sheet.value(row, column, number);
        } else if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (cell instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
        } else if (cell instanceof LocalTime time) {
            sheet.value(row, column, (double) time.toSecondOfDay() / SECONDS_OF_A_DAY);
            sheet.style(row, column).format("hh:mm").set();
        } else if (cell instanceof Boolean yes) {
            sheet.value(row, column, yes ? "oui" : "non");
        } else {
            sheet.value(row, column, text(cell.toString()));
        }
    }

    /** What was typed like the code of a character stays as it was typed, and none can hide a formula. */
    private static String text(String typed) {
        return CODE.matcher(CsvSheet.harmless(typed)).replaceAll("_x005F_$1");
    }

    private int width(int column) {
        int longest = rows.stream()
                .limit(200)
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .mapToInt(cell -> cell instanceof LocalDateTime
                        ? 16
                        : cell == null ? 0 : cell.toString().length())
                .max()
                .orElse(0);
        return Math.max(
                NARROWEST, Math.min(WIDEST, Math.max(longest, header.get(column).length()) + 2));
    }
}
