package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/**
 * A table on a telephone: its cells stand one below the other ({@code class="stack"}) and each says what it is
 * ({@code data-label}), for the titles of the columns are not seen.
 */
class TelephoneTablesTest {

    private static final Path PAGES = Path.of("src/main/resources/templates");
    /** Not pages: papers of A4, letters. */
    private static final Set<String> OTHERS = Set.of("paper", "mail");
    /** For a sheet laid down or to be signed by hand: they scroll sideways. */
    private static final Set<String> SHEETS = Set.of("signatures", "dense");

    @Test
    void everyTableIsReadOnATelephone() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".html"))
                    .filter(each ->
                            !OTHERS.contains(PAGES.relativize(each).getName(0).toString()))
                    .sorted()
                    .toList()) {
                Document page = Jsoup.parse(Files.readString(file), "", Parser.xmlParser());
                page.select("table").stream()
                        .filter(table -> !table.hasAttr("th:replace"))
                        .filter(table -> SHEETS.stream().noneMatch(table::hasClass))
                        .forEach(table -> read(file.getFileName().toString(), table, found));
            }
        }
        assertThat(found).as("cells that nobody understands at 360 px").isEmpty();
    }

    private static void read(String file, Element table, List<String> found) {
        if (!table.hasClass("stack")) {
            found.add(file + ": a table that does not stack: "
                    + table.select("th").eachText());
            return;
        }
        table.select("tbody td, tfoot td").stream()
                .filter(cell ->
                        !cell.hasAttr("data-label") && !cell.attr("th:attr").contains("data-label"))
                .filter(cell -> !cell.hasAttr("colspan"))
                .filter(cell -> cell.hasAttr("th:text") || !cell.text().isBlank())
                .filter(cell -> cell.select("button, input, a.button, label").isEmpty()) // says itself what it does
                .forEach(cell -> found.add(
                        file + ": " + cell.outerHtml().lines().findFirst().orElse("")));
    }
}
