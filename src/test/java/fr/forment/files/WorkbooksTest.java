package fr.forment.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.files.Books.Formula;
import fr.forment.files.Books.Sheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ByteArrayResource;

/** A workbook reads the same whatever program wrote it. */
class WorkbooksTest {

    @ParameterizedTest
    @EnumSource(Books.class)
    void readsWhatAPersonSees(Books format) {
        Sheet sheet = Sheet.of(
                "Personnels",
                List.of(List.of(
                        "Évrard",
                        12,
                        new BigDecimal("0.8"),
                        LocalDate.of(2026, 9, 1),
                        true,
                        new Formula("SUM(A1:B1)"))));
        List<String> cells = read(format.of(sheet)).get(0).get(0).cells();

        assertThat(cells.subList(0, 5)).containsExactly("Évrard", "12", "0.8", "2026-09-01", "oui");
        assertThat(cells.get(5)).as("nothing is computed").startsWith("=SUM(").endsWith(")");
    }

    @ParameterizedTest
    @EnumSource(Books.class)
    void keepsLinesAndColumnsInTheirPlaces(Books format) {
        List<List<Object>> rows = List.of(
                List.of("titre"),
                List.of(),
                Arrays.asList(null, "", "c", null),
                List.of("  "),
                Arrays.asList(null, "b"));

        assertThat(read(format.of(Sheet.of("Une", rows))).get(0))
                .containsExactly(
                        new TableRow(1, List.of("titre")),
                        new TableRow(3, List.of("", "", "c")),
                        new TableRow(5, List.of("", "b")));
    }

    @ParameterizedTest
    @EnumSource(Books.class)
    void readsEverySheetThatIsShownInAnyOrder(Books format) throws IOException {
        byte[] bytes = format.of(
                Sheet.of("Directions", List.of(List.of("un"), List.of("deux"))),
                new Sheet("Listes", true, List.of(List.of("caché"))),
                Sheet.of("Vide", List.of()),
                Sheet.of("Adjoints & AESH", List.of(List.of("trois"))));

        try (Workbook book = Workbooks.open(new ByteArrayResource(bytes), format != Books.XLS)) {
            assertThat(book.sheets()).containsExactly("Directions", "Vide", "Adjoints & AESH");
            for (int round = 0; round < 2; round++) {
                try (SheetRows first = book.open(0, Workbook.WHOLE)) {
                    assertThat(first.next().cells()).as("left in the middle").containsExactly("un");
                }
                assertThat(lines(book, 2)).extracting(TableRow::cells).containsExactly(List.of("trois"));
                assertThat(lines(book, 1)).isEmpty();
                assertThat(lines(book, 0)).extracting(TableRow::cells).containsExactly(List.of("un"), List.of("deux"));
            }
        }
    }

    /** Whatever bytes: lines or one sentence, and nothing left behind. */
    @ParameterizedTest
    @EnumSource(Books.class)
    void aSpoiltWorkbookIsLinesOrARefusal(Books format) throws IOException {
        byte[] whole = format.of(
                Sheet.of(
                        "Une",
                        List.of(List.of("a", 1, LocalDate.of(2026, 9, 1)), List.of("b", 2.5, new Formula("A1+1")))),
                Sheet.of("Deux", List.of(List.of("c"))));
        List<Path> before = leftovers();
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(20_260_901 + seed);
            byte[] spoilt = random.nextInt(3) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = random.nextInt(6); i >= 0 && spoilt.length > 0; i--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(open(spoilt, format != Books.XLS))
                        .as("seed %d", seed)
                        .isNotEmpty();
            } catch (UnreadableFile no) {
                assertThat(no.getMessage()).as("seed %d", seed).endsWith(".");
            }
        }
        assertThat(leftovers()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Books.class)
    void refusesMoreColumnsThanASpreadsheetHas(Books format) {
        if (format == Books.ODS) {
            byte[] wide = Books.ods(
                    "<table:table table:name=\"Une\"><table:table-row><table:table-cell table:number-columns-repeated=\"999999\">"
                            + "<text:p>a</text:p></table:table-cell></table:table-row></table:table>");
            assertThatThrownBy(() -> read(wide))
                    .isInstanceOf(UnreadableFile.class)
                    .hasMessageContaining("La ligne 1 compte plus de 16384 colonnes");
        } else {
            List<Integer> widest = Stream.iterate(0, i -> i + 1)
                    .limit(format == Books.XLS ? 256 : 16_384)
                    .collect(Collectors.toList());
            assertThat(read(format.of(Sheet.of("Une", List.of(widest))))
                            .get(0)
                            .get(0)
                            .cells())
                    .hasSize(widest.size());
        }
    }

    static List<List<TableRow>> read(byte[] bytes) {
        return open(bytes, bytes[0] == 'P');
    }

    private static List<List<TableRow>> open(byte[] bytes, boolean zipped) {
        try (Workbook book = Workbooks.open(new ByteArrayResource(bytes), zipped)) {
            List<List<TableRow>> sheets = new ArrayList<>();
            for (int sheet = 0; sheet < book.sheets().size(); sheet++) {
                sheets.add(lines(book, sheet));
            }
            return sheets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TableRow> lines(Workbook book, int sheet) throws IOException {
        List<TableRow> lines = new ArrayList<>();
        try (SheetRows rows = book.open(sheet, Workbook.WHOLE)) {
            for (TableRow row = rows.next(); row != null && lines.size() < 10_000; row = rows.next()) {
                lines.add(row);
            }
        }
        return lines;
    }

    private static List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .matches("forment" + ProcessHandle.current().pid() + "-\\d+\\.xlsx?"))
                    .sorted()
                    .toList();
        }
    }
}
