package fr.forment.stafflist.reading;

import fr.forment.files.Books;
import fr.forment.files.TableRow;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.core.io.FileSystemResource;

/**
 * Lines per second and peak heap of reading 100,000 people as CSV and as a workbook. Not a test: run its {@code main},
 * with -Xmx64m to see that memory does not follow the file. With "old": 65,000 people in an .xls and an .ods, which
 * takes more to write than to read.
 */
public final class StaffReadingBenchmark {

    private static final int LINES = 100_000;

    private StaffReadingBenchmark() {}

    public static void main(String[] args) throws IOException {
        if (args.length > 0) {
            others();
            return;
        }
        Path csv = Files.createTempFile("people", ".csv");
        Path xlsx = Files.createTempFile("people", ".xlsx");
        try {
            write(csv, xlsx);
            for (int round = 0; round < 3; round++) {
                measure("CSV", csv);
                measure("XLSX", xlsx);
            }
        } finally {
            Files.delete(csv);
            Files.delete(xlsx);
        }
    }

    private static void others() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row <= 65_000; row++) {
            rows.add(List.of(cells(row)));
        }
        for (Books format : List.of(Books.ODS, Books.XLS)) {
            Path file = Files.createTempFile("people", "." + format);
            try {
                Files.write(file, format.of(Books.Sheet.of("Personnels", rows)));
                for (int round = 0; round < 3; round++) {
                    measure(format.name(), file);
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void measure(String what, Path file) throws IOException {
        System.gc();
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        long good = 0;
        try (StaffTable table = StaffTable.open(new FileSystemResource(file), "people")) {
            LineReader reader = new LineReader(
                    table.columns(), ColumnMapping.propose(table.kind(), table.columns()), ReadingChoices.none());
            for (TableRow row = table.next(); row != null; row = table.next()) {
                good += reader.read(row.line(), row.cells()).line() == null ? 0 : 1;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.printf(
                "%-4s %,d bytes, %,d good lines, %.2f s, %,.0f lines/s, peak heap %,d MB of %,d MB%n",
                what,
                Files.size(file),
                good,
                seconds,
                good / seconds,
                peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void write(Path csv, Path xlsx) throws IOException {
        try (OutputStream text = Files.newOutputStream(csv);
                OutputStream out = Files.newOutputStream(xlsx);
                Workbook book = new Workbook(out, "b", null)) {
            Worksheet sheet = book.newWorksheet("Personnels");
            StringBuilder lines = new StringBuilder();
            for (int row = 0; row <= LINES; row++) {
                String[] cells = cells(row);
                lines.append(String.join(";", cells)).append("\r\n");
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
                if (row % 1000 == 0) {
                    text.write(lines.toString().getBytes(StandardCharsets.UTF_8));
                    lines.setLength(0);
                    sheet.flush();
                }
            }
            text.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String[] cells(int row) {
        return row == 0
                ? StaffTemplate.COLUMNS.toArray(String[]::new)
                : new String[] {
                    "0350122T",
                    "Nom" + row,
                    "Prénom" + row % 3000,
                    "personne" + row + "@exemple.invalid",
                    "adjoint",
                    "80",
                    "01/09/2026",
                    "",
                    "non",
                    "une remarque de plus"
                };
    }
}
