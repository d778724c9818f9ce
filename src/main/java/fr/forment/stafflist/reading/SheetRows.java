package fr.forment.stafflist.reading;

import fr.forment.files.UnreadableFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The lines of one sheet that have a filled cell. Nothing is computed: a cell with a formula is handed out as the
 * formula.
 */
final class SheetRows implements Closeable {

    private static final int MAX_COLUMNS = 16_384;

    private final InputStream sheet;
    private final XMLStreamReader xml;
    private final XlsxCell cell;
    private long line;

    /** @param limit what the sheet may swell to */
    SheetRows(XlsxPackage book, String part, XlsxCell cell, long limit) throws IOException, XMLStreamException {
        this.sheet = book.part(part, limit);
        this.xml = XlsxParts.reader(sheet);
        this.cell = cell;
    }

    /** Null at the end. */
    StaffTable.Row next() throws IOException {
        return reading(this::row);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }

    private StaffTable.Row row() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                line = lineNumber();
                cells.clear();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                int column = column(cells.size());
                String value = cell.read(xml);
                if (value.length() > XlsxCell.LONGEST) {
                    throw new UnreadableFile("La ligne " + line + ", colonne " + TableHeader.letters(column)
                            + ", contient une case de plus de " + XlsxCell.LONGEST
                            + " caractères, ce qu'aucun tableur n'écrit : ce classeur a été fabriqué ou abîmé.");
                }
                if (!value.isEmpty()) {
                    put(cells, column, value);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")
                    && cells.stream().anyMatch(value -> !value.isBlank())) {
                return new StaffTable.Row(line, List.copyOf(cells));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("sheetData")) {
                return null;
            }
        }
        return null;
    }

    private static void put(List<String> cells, int column, String value) {
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value);
    }

    /** Rows may leave their number out; one that goes back is not believed. */
    private long lineNumber() {
        return Math.max(line + 1, XlsxParts.number(XlsxParts.attribute(xml, "r")));
    }

    /** From the cell's address, "BC12" being column 54; without one it follows the cell before. */
    private int column(int following) {
        String address = XlsxParts.attribute(xml, "r");
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)) && column <= MAX_COLUMNS; i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        int place = column == 0 ? following : column - 1;
        if (place < 0 || place >= MAX_COLUMNS) {
            throw new UnreadableFile("La ligne " + line + " compte plus de " + MAX_COLUMNS
                    + " colonnes : ce n'est pas une liste de personnels.");
        }
        return place;
    }

    interface Step<T> {
        T take() throws IOException, XMLStreamException;
    }

    /** Whatever a spoilt workbook does to the parser, the person is told that it is spoilt. */
    static <T> T reading(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (UnreadableFile known) {
            throw known;
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof UnreadableFile known ? known : XlsxPackage.corrupt();
        } catch (ZipException | EOFException | RuntimeException e) {
            throw XlsxPackage.corrupt();
        }
    }
}
