package fr.forment.files;

import fr.forment.french.Names;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column looked for by name: headers change from year to year, so case, accents, underscores and spaces do not count.
 *
 * @param title how messages call it: the name in the published file
 * @param keys folded names it may bear, the title's included
 */
public record CsvColumn(String title, List<String> keys) {

    public static CsvColumn named(String title, String... otherNames) {
        return new CsvColumn(
                title,
                Stream.concat(Stream.of(title), Stream.of(otherNames))
                        .map(CsvColumn::key)
                        .toList());
    }

    static String key(String header) {
        return Names.fold(header).replace(" ", "");
    }
}
