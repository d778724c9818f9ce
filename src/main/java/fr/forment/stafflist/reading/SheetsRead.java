package fr.forment.stafflist.reading;

import java.util.List;

/**
 * Which sheets of a workbook were read and which were not.
 *
 * @param read in the order of their lines; empty for a CSV file
 * @param unread names of visible sheets whose titles differ
 * @param mayHideMore an unread sheet may hold people: nobody is absent because he is not in the others
 */
public record SheetsRead(List<Part> read, List<String> unread, boolean mayHideMore) {

    /** @param from how many lines of people stand before its first one */
    public record Part(String name, int from) {}

    public static final SheetsRead NONE = new SheetsRead(List.of(), List.of(), false);

    /** The sheet of this line of people; empty when there is only one. */
    public String of(int seq) {
        return read.size() < 2
                ? ""
                : read.stream()
                        .filter(part -> part.from() <= seq)
                        .reduce((first, second) -> second)
                        .map(Part::name)
                        .orElse("");
    }

    /** "ligne 5", or "ligne 5 de la feuille « Adjoints »". */
    public String line(int seq, long line) {
        String sheet = of(seq);
        return "ligne " + line + (sheet.isEmpty() ? "" : " de la feuille « " + sheet + " »");
    }
}
