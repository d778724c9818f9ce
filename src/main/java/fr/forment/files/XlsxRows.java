package fr.forment.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The lines of a sheet of an .xlsx. */
final class XlsxRows implements SheetRows {

    private final InputStream sheet;
    private final XMLStreamReader xml;
    private final IntFunction<String> texts;
    private final BiFunction<String, Integer, String> numbers;
    private final SheetLine line = new SheetLine();

    /**
     * @param texts of the workbook, by number
     * @param numbers in the style of that number
     */
    XlsxRows(InputStream sheet, IntFunction<String> texts, BiFunction<String, Integer, String> numbers)
            throws XMLStreamException {
        this.sheet = sheet;
        this.xml = Xml.reader(sheet);
        this.texts = texts;
        this.numbers = numbers;
    }

    @Override
    public TableRow next() throws IOException {
        return Spoilt.reading(this::row, Spoilt::corrupt);
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }

    private TableRow row() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                line.begin(Xml.number(Xml.attribute(xml, "r")));
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                line.put(line.place(column(Xml.attribute(xml, "r"))), cell());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")
                    && line.isFilled()) {
                return line.row();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("sheetData")) {
                return null;
            }
        }
        return null;
    }

    /** From the cell's address, "BC12" being column 54; without one it follows the cell before. */
    private int column(String address) {
        int column = 0;
        for (int i = 0;
                i < address.length() && Character.isLetter(address.charAt(i)) && column <= SheetLine.MAX_COLUMNS;
                i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column == 0 ? line.end() : column - 1;
    }

    /**
     * Left at the end of the cell, or within one that is longer than any may be. How its name is pronounced (rPh) is no
     * text of it.
     */
    private String cell() throws XMLStreamException {
        String type = Xml.attribute(xml, "t");
        int style = Math.max(0, Xml.number(Xml.attribute(xml, "s")));
        StringBuilder value = new StringBuilder();
        StringBuilder formula = null;
        StringBuilder current = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> current = formula = new StringBuilder();
                    case "v", "t" -> current = value;
                    case "rPh" -> Xml.skip(xml);
                    default -> current = null;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                current = null;
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            } else if (current != null && xml.hasText()) {
                current.append(xml.getText());
                if (current.length() > CellText.LONGEST) {
                    return current.toString();
                }
            }
        }
        return formula != null ? "=" + formula : text(type, style, value.toString());
    }

    private String text(String type, int style, String value) {
        return switch (type) {
            case "s" -> texts.apply(Xml.number(value.strip()));
            case "b" -> CellText.yesNo(value.strip().equals("1"));
            case "", "n" -> numbers.apply(value.strip(), style);
            default -> CellText.decode(value);
        };
    }
}
