package fr.forment.stafflist;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.forment.files.TableRow;
import fr.forment.stafflist.reading.SheetsRead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Titles and cells as text of the database. */
final class Cells {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Cells() {}

    static String write(List<String> titles) {
        return text(titles);
    }

    static List<String> read(String text) {
        return text == null ? List.of() : value(text, new TypeReference<>() {});
    }

    static String writeRows(List<TableRow> rows) {
        return text(rows);
    }

    static List<TableRow> readRows(String text) {
        return value(text, new TypeReference<>() {});
    }

    static String writeSheets(SheetsRead sheets) {
        return text(sheets);
    }

    static SheetsRead readSheets(String text) {
        return text == null ? SheetsRead.NONE : value(text, new TypeReference<>() {});
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T value(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
