package fr.forment.staff.file;

import java.util.List;
import java.util.Map;

/** Which column of a file tells which field. Columns are counted from 0, as {@link StaffTable#columns()} lists them. */
public record ColumnMapping(Map<StaffField, Integer> columns) {

    /** What the titles say by themselves; fields nobody recognises are left out. */
    public static ColumnMapping propose(StaffFileKind kind, List<String> columns) {
        throw new UnsupportedOperationException();
    }

    /** By column title, so that it can be remembered and serves a file whose columns moved. */
    public String toText(List<String> columns) {
        throw new UnsupportedOperationException();
    }

    /** A remembered mapping; fields whose column is not in this file are left out. */
    public static ColumnMapping parse(String text, List<String> columns) {
        throw new UnsupportedOperationException();
    }

    /** The same for files with the same titles, in any order: 64 hexadecimal digits. */
    public static String signature(List<String> columns) {
        throw new UnsupportedOperationException();
    }

    /** Fields without which no line can be read, given the choices; empty when the mapping will do. */
    public List<StaffField> missing(ReadingChoices choices) {
        throw new UnsupportedOperationException();
    }
}
