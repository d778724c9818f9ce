package fr.forment.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;

/**
 * Workbooks for tests, the same in each of the formats that are read: each written by another hand than the one that
 * reads it.
 */
public enum Books {
    XLSX {
        @Override
        public byte[] of(Sheet... sheets) {
            var bytes = new ByteArrayOutputStream();
            try (var book = new org.dhatim.fastexcel.Workbook(bytes, "FormENT", "1.0")) {
                for (Sheet sheet : sheets) {
                    Worksheet to = book.newWorksheet(sheet.name);
                    if (sheet.hidden) {
                        to.setVisibilityState(VisibilityState.HIDDEN);
                    }
                    sheet.each((row, column, value) -> put(to, row, column, value));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private void put(Worksheet to, int row, int column, Object value) {
            if (value instanceof Formula formula) {
                to.formula(row, column, formula.text);
            } else if (value instanceof LocalDate day) {
                to.value(row, column, day);
                to.style(row, column).format("dd/mm/yyyy").set();
            } else if (value instanceof Number number) {
                to.value(row, column, number);
            } else if (value instanceof Boolean truth) {
                to.value(row, column, truth);
            } else {
                to.value(row, column, value.toString());
            }
        }
    },
    XLS {
        @Override
        public byte[] of(Sheet... sheets) {
            var bytes = new ByteArrayOutputStream();
            try (var book = new HSSFWorkbook()) {
                HSSFCellStyle day = book.createCellStyle();
                day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
                for (Sheet sheet : sheets) {
                    HSSFSheet to = book.createSheet(sheet.name);
                    book.setSheetHidden(book.getSheetIndex(to), sheet.hidden);
                    sheet.each((row, column, value) -> {
                        var line = to.getRow(row) == null ? to.createRow(row) : to.getRow(row);
                        put(line.createCell(column), day, value);
                    });
                }
                book.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private void put(HSSFCell to, HSSFCellStyle day, Object value) {
            if (value instanceof Formula formula) {
                to.setCellFormula(formula.text);
            } else if (value instanceof LocalDate date) {
                to.setCellValue(date);
                to.setCellStyle(day);
            } else if (value instanceof Number number) {
                to.setCellValue(number.doubleValue());
            } else if (value instanceof Boolean truth) {
                to.setCellValue(truth);
            } else {
                to.setCellValue(value.toString());
            }
        }
    },
    ODS {
        @Override
        public byte[] of(Sheet... sheets) {
            StringBuilder tables = new StringBuilder();
            for (Sheet sheet : sheets) {
                tables.append("<table:table table:style-name=\"")
                        .append(sheet.hidden ? "hidden" : "shown")
                        .append("\" table:name=\"")
                        .append(escaped(sheet.name))
                        .append("\"><table:table-column/>");
                for (List<?> row : sheet.rows) {
                    tables.append("<table:table-row>");
                    row.forEach(value -> tables.append(cell(value)));
                    tables.append("<table:table-cell table:number-columns-repeated=\"")
                            .append(16_384 - row.size())
                            .append("\"/></table:table-row>");
                }
                tables.append(
                        "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row></table:table>");
            }
            return ods(tables.toString());
        }

        private String cell(Object value) {
            if (value instanceof Formula formula) {
                return "<table:table-cell table:formula=\"of:=" + escaped(formula.text)
                        + "\" office:value-type=\"float\" office:value=\"1\"/>";
            } else if (value instanceof LocalDate day) {
                return "<table:table-cell office:value-type=\"date\" office:date-value=\"" + day + "\"><text:p>le "
                        + day + "</text:p></table:table-cell>";
            } else if (value instanceof Number number) {
                return "<table:table-cell office:value-type=\"float\" office:value=\"" + number + "\"><text:p>environ "
                        + number + "</text:p></table:table-cell>";
            } else if (value instanceof Boolean truth) {
                return "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"" + truth
                        + "\"><text:p>VRAI ?</text:p></table:table-cell>";
            }
            return value == null || value.toString().isEmpty()
                    ? "<table:table-cell/>"
                    : "<table:table-cell office:value-type=\"string\"><text:p>" + escaped(value.toString())
                            + "</text:p></table:table-cell>";
        }
    };

    /** Written as a formula of the format. */
    public record Formula(String text) {}

    /** @param rows cells as text, number, day, truth or formula; null for none */
    public record Sheet(String name, boolean hidden, List<? extends List<?>> rows) {

        public static Sheet of(String name, List<? extends List<?>> rows) {
            return new Sheet(name, false, rows);
        }

        private interface Cell {
            void put(int row, int column, Object value);
        }

        private void each(Cell cell) {
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    if (rows.get(row).get(column) != null) {
                        cell.put(row, column, rows.get(row).get(column));
                    }
                }
            }
        }
    }

    public abstract byte[] of(Sheet... sheets);

    /** @param tables the sheets as LibreOffice writes them */
    public static byte[] ods(String tables) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
        parts.put(
                "content.xml",
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                                + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"><office:automatic-styles>"
                                + "<style:style style:name=\"shown\"><style:table-properties table:display=\"true\"/></style:style>"
                                + "<style:style style:name=\"hidden\"><style:table-properties table:display=\"false\"/></style:style>"
                                + "</office:automatic-styles><office:body><office:spreadsheet>" + tables
                                + "</office:spreadsheet></office:body></office:document-content>")
                        .getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replace("\t", "<text:tab/>")
                .replace("  ", " <text:s/>");
    }
}
