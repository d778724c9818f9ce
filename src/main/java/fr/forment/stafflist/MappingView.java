package fr.forment.stafflist;

import fr.forment.stafflist.reading.ColumnMapping;
import fr.forment.stafflist.reading.ReadingChoices;
import fr.forment.stafflist.reading.StaffFileKind;
import java.util.List;

/**
 * What the page on columns shows of a deposited file.
 *
 * @param discarded titles of the columns that were dropped before anything was kept
 * @param emptied cells emptied for what they looked like, column by column
 * @param proposed the remembered mapping for such a file, otherwise what the titles say
 * @param samples for each column up to three different values
 */
public record MappingView(
        long id,
        String fileName,
        StaffFileKind kind,
        List<String> columns,
        List<String> discarded,
        List<String> emptied,
        ColumnMapping proposed,
        ReadingChoices usual,
        List<List<String>> samples,
        int lines) {}
