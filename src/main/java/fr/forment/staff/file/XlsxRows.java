package fr.forment.staff.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import fr.forment.territory.UnreadableFile;
import org.springframework.core.io.InputStreamSource;

/** The lines of the first sheet of a workbook. Nothing is computed: a cell with a formula is handed out as the formula. */
final class XlsxRows implements RowSource {

    /** Unpacked: 200,000 lines of a dozen columns, with room for their styles. */
    private static final long LIMIT = 400L << 20;
    private static final int MAX_COLUMNS = 16_384;

    private final XlsxPackage book;
    private final InputStream sheet;
    private final XMLStreamReader xml;
    private final XlsxCell cell;
    private long line;

    private XlsxRows(XlsxPackage book) throws IOException, XMLStreamException {
        this.book = book;
        XlsxParts parts = XlsxParts.of(book);
        this.cell = new XlsxCell(SharedTexts.of(book, parts.strings()), parts);
        this.sheet = book.part(parts.sheet(), LIMIT);
        this.xml = XlsxParts.reader(sheet);
    }

    static XlsxRows open(InputStreamSource source) throws IOException {
        XlsxPackage book = XlsxPackage.open(source);
        try {
            return reading(() -> new XlsxRows(book));
        } catch (RuntimeException | IOException e) {
            book.close();
            throw e;
        }
    }

    @Override
    public StaffTable.Row next() throws IOException {
        return reading(this::row);
    }

    @Override
    public boolean isPositional() {
        return false;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        book.close();
    }

    private StaffTable.Row row() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                line = lineNumber();
                cells.clear();
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = column(cells.size());
                String value = cell.read(xml);
                if (value.length() > XlsxCell.LONGEST) {
                    throw new UnreadableFile("La ligne " + line + ", colonne " + TableHeader.letters(column) + ", contient une case de plus de "
                            + XlsxCell.LONGEST + " caractères, ce qu'aucun tableur n'écrit : ce classeur a été fabriqué ou abîmé.");
                }
                if (!value.isEmpty()) {
                    put(cells, column, value);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")
                    && cells.stream().anyMatch(value -> !value.isBlank())) {
                return new StaffTable.Row(line, List.copyOf(cells));
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
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
            throw new UnreadableFile("La ligne " + line + " compte plus de " + MAX_COLUMNS + " colonnes : ce n'est pas une liste de personnels.");
        }
        return place;
    }

    private interface Step<T> {
        T take() throws IOException, XMLStreamException;
    }

    /** Whatever a spoilt workbook does to the parser, the person is told that it is spoilt. */
    private static <T> T reading(Step<T> step) throws IOException {
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
