package fr.forment.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxSheetTest {

    @Test
    void keepsTheTypeOfEveryCell() throws IOException {
        Row row = only(List.of(
                "Évrard",
                12,
                new BigDecimal("1.5"),
                LocalDate.of(2026, 3, 2),
                LocalDateTime.of(2026, 3, 2, 14, 30),
                true));

        assertThat(row.getCellText(0)).isEqualTo("Évrard");
        assertThat(row.getCell(1).getType()).isEqualTo(CellType.NUMBER);
        assertThat(row.getCellAsNumber(1)).contains(BigDecimal.valueOf(12));
        assertThat(row.getCellAsNumber(2)).contains(new BigDecimal("1.5"));
        assertThat(row.getCellAsDate(3)).contains(LocalDate.of(2026, 3, 2).atStartOfDay());
        assertThat(row.getCellAsDate(4)).contains(LocalDateTime.of(2026, 3, 2, 14, 30));
        assertThat(row.getCellText(5)).isEqualTo("oui");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+33", "-1+1", "@SUM(A1)", "\t=1", "|calc"})
    void noTextIsAFormula(String typed) throws IOException {
        Row row = only(List.of(typed, -1));

        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(0).getFormula()).isNull();
        assertThat(row.getCell(0).asString()).isEqualTo("'" + typed);
        assertThat(row.getCellAsNumber(1))
                .as("a number is not taken for typed text")
                .contains(BigDecimal.valueOf(-1));
    }

    @Test
    void whatIsTypedLikeACodeHidesNoFormula() throws IOException {
        assertThat(only(List.of("_x003D_1+1")).getCell(0).asString()).isEqualTo("_x005F_x003D_1+1");
        assertThat(only(List.of("a_x000d_b")).getCell(0).asString()).isEqualTo("a_x005F_x000d_b");
        assertThat(only(List.of("x_x00_1")).getCell(0).asString()).isEqualTo("x_x00_1");
    }

    @Test
    void leavesAnUnknownValueEmpty() throws IOException {
        assertThat(only(Arrays.asList("a", null, 3)).getCellText(1)).isEmpty();
    }

    @Test
    void holdsSeveralSheetsUnderNamesASpreadsheetAccepts() throws IOException {
        byte[] file = XlsxBook.of(
                new XlsxSheet("Grille", List.of("n"), List.of(List.of(1))),
                new XlsxSheet("Écarts [école/liste]: ce qui ne va pas ensemble", List.of("n"), List.of()));

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly("Grille", "Écarts  école liste   ce qui ne");
        }
    }

    private static Row only(List<?> cells) throws IOException {
        byte[] file = XlsxBook.of(
                new XlsxSheet("Feuille", cells.stream().map(cell -> "c").toList(), List.of(cells)));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getFirstSheet().read().get(1);
        }
    }
}
