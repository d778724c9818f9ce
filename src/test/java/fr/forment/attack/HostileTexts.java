package fr.forment.attack;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.forment.FollowedLinks;
import fr.forment.people.Agent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes hostile text into every column that holds what people typed, and opens whatever a person finds by following
 * links: pages, tables, agendas. Nothing of it may have become markup, a formula or a property. What was written is
 * taken back.
 */
@Component
public class HostileTexts {

    /** Breaks out of an attribute, a tag, a Markdown text, a paragraph of a mail, a cell and a line of an agenda. */
    private static final String TEXT =
            "=1+1\"'><img src=zz onerror=zz>[k](https://zz.invalid)\n\nhttps://zz.invalid\n- z\nATTACH:zz";
    /** What such columns are called. Codes, keys and states of ours are not among them; who typed them is nobody. */
    private static final Pattern TYPED = Pattern.compile(
            "last_name|first_name|name|commune|.*title|label|note|tutorial|changes|.*text|.*remarks|findings|difficulties|why|.*reason|.*motive|left_because|place"
                    + "|said|needs|complements|calendar|line|phone|file_name|by_whom|actor|problem|owner|causes|figure|equipment");

    private static final Set<String> OTHERS =
            Set.of("outbox_mail", "academie", "departement", "school_calendar", "role_grant");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FollowedLinks links;
    private final List<String> found = new ArrayList<>();
    private final Map<String, Integer> opened = new HashMap<>();

    HostileTexts(JdbcClient jdbc, TransactionTemplate transaction, FollowedLinks links) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.links = links;
    }

    /** Fails with all that was found. */
    public void everywhere(List<Agent> readers) {
        transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            assertThat(write()).as("columns written to").hasSizeGreaterThan(40);
            readers.forEach(this::follow);
        });
        assertThat(opened.keySet())
                .as("kinds of pages opened")
                .hasSizeGreaterThan(60)
                .anyMatch(path -> path.endsWith(".ics"))
                .anyMatch(path -> path.contains("csv"))
                .anyMatch(path -> path.contains("xlsx"));
        assertThat(found).as("text that became something else").isEmpty();
    }

    private Set<String> write() {
        Set<String> written = new TreeSet<>();
        jdbc.sql("""
                SELECT LOWER(table_name) AS t, LOWER(column_name) AS c, character_maximum_length AS longest FROM information_schema.columns
                WHERE table_schema = 'PUBLIC' AND data_type = 'CHARACTER VARYING'""")
                .query((row, n) -> {
                    String table = row.getString("t");
                    if (TYPED.matcher(row.getString("c")).matches()
                            && !table.startsWith("act_")
                            && !table.startsWith("flyway")
                            && !OTHERS.contains(table)) {
                        written.add(table + "." + row.getString("c") + " " + row.getLong("longest"));
                    }
                    return table;
                })
                .list();
        written.forEach(column -> {
            String[] parts = column.split("[. ]");
            jdbc.sql("UPDATE \"%s\" SET \"%s\" = ? WHERE \"%s\" IS NOT NULL"
                            .formatted(parts[0].toUpperCase(), parts[1].toUpperCase(), parts[1].toUpperCase()))
                    .param(TEXT.substring(0, (int) Math.min(TEXT.length(), Long.parseLong(parts[2]))))
                    .update();
        });
        jdbc.sql("UPDATE journal SET before = ?, after = ? WHERE kind IN ('CAMPAIGN', 'MODULE')") // of others: codes
                .params(TEXT, TEXT)
                .update();
        return written;
    }

    private void follow(Agent reader) {
        try {
            links.of(reader, this::look);
        } catch (Exception broken) {
            found.add(reader.function() + " was stopped: " + broken);
        }
    }

    private void look(String path, MockHttpServletResponse answer) {
        try {
            opened.merge(FollowedLinks.kind(path), 1, Integer::sum);
            if (answer.getStatus() >= 500) {
                found.add(path + " answers " + answer.getStatus());
            }
            String type = String.valueOf(answer.getContentType());
            if (type.startsWith("text/html")) {
                page(path, Jsoup.parse(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)));
            } else if (type.startsWith("text/csv")) {
                csv(path, answer.getContentAsByteArray());
            } else if (type.contains("spreadsheet")) {
                workbook(path, answer.getContentAsByteArray());
            } else if (type.startsWith("text/calendar")) {
                answer.getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.matches("[ A-Z].*") || line.startsWith("ATTACH"))
                        .forEach(line -> found.add(path + ": line of an agenda " + line));
            }
        } catch (Exception broken) {
            found.add(path + " broke: " + broken);
        }
    }

    private void page(String path, Document page) {
        page.select("img[src=zz], [onerror], a[href*=zz.invalid], script:contains(zz), [href^=javascript]")
                .forEach(element -> found.add(path + ": " + element));
    }

    private void csv(String path, byte[] bytes) throws Exception {
        try (var rows = CsvReader.builder()
                .fieldSeparator(';')
                .ofCsvRecord(new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", ""))) {
            rows.forEach(row -> row.getFields().stream()
                    .filter(cell -> cell.matches("(?s)[\\s]*[=+\\-@|%].*"))
                    .forEach(cell -> found.add(path + ": formula " + cell)));
        }
    }

    private void workbook(String path, byte[] bytes) throws Exception {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            book.getSheets().forEach(sheet -> {
                try (var rows = sheet.openStream()) {
                    rows.forEach(row -> row.forEach(cell -> {
                        if (cell != null
                                && (cell.getType() == CellType.FORMULA
                                        || cell.getType() == CellType.STRING
                                                && cell.getText().matches("(?s)\\s*[=+\\-@|%].*"))) {
                            found.add(path + ": formula " + cell.getText());
                        }
                    }));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
    }
}
