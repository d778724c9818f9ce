package fr.forment.files;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The lines of a sheet of an .ods, which writes once what is repeated: lines and cells are handed out as often as it
 * says.
 */
final class OdsRows implements SheetRows {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    /** Of all lines together: 200,000 lines of a hundred columns. A few bytes may ask for more. */
    private static final long MOST_CELLS = 20_000_000;

    private final XMLStreamReader xml;
    private final SheetLine line = new SheetLine();
    private int repeated;
    private long cells;
    private boolean ended;

    /** @param xml at the start of the sheet */
    OdsRows(XMLStreamReader xml) {
        this.xml = xml;
    }

    @Override
    public TableRow next() throws IOException {
        return Spoilt.reading(this::row, Spoilt::ods);
    }

    /** The workbook holds what is open. */
    @Override
    public void close() {}

    /** Goes to the end of the sheet. */
    void finish() throws XMLStreamException {
        while (!ended) {
            step();
        }
    }

    private TableRow row() throws XMLStreamException {
        if (repeated > 0) {
            repeated--;
            line.pass(1);
            return counted();
        }
        while (!ended) {
            if (step().equals("table-row")) {
                int times = times("number-rows-repeated");
                readLine();
                if (line.isFilled()) {
                    repeated = times - 1;
                    return counted();
                }
                count();
                line.pass(times - 1);
            }
        }
        return null;
    }

    /** The name of an element that begins and may hold lines; empty otherwise. */
    private String step() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table")) {
            ended = true;
        } else if (event == XMLStreamConstants.START_ELEMENT) {
            if (xml.getLocalName().equals("table") || xml.getLocalName().equals("shapes")) {
                Xml.skip(xml);
            } else {
                return xml.getLocalName();
            }
        }
        return "";
    }

    private TableRow counted() {
        count();
        return line.row();
    }

    /** Lines of blanks cost as much as others. */
    private void count() {
        cells += line.end();
        if (cells > MOST_CELLS) {
            throw ZipParts.oversized();
        }
    }

    private void readLine() throws XMLStreamException {
        line.begin(0);
        int column = 0;
        for (int event = xml.next();
                event != XMLStreamConstants.END_ELEMENT || !xml.getLocalName().equals("table-row");
                event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                int times = times("number-columns-repeated");
                String value = cell();
                for (int i = 0; i < times && !value.isEmpty(); i++) {
                    line.put(column + i, value);
                }
                column = Math.min(column + times, SheetLine.MAX_COLUMNS);
            }
        }
    }

    private int times(String attribute) {
        return Math.max(1, Xml.number(Xml.attribute(xml, attribute)));
    }

    /** Left at the end of the cell, or within one that is longer than any may be. */
    private String cell() throws XMLStreamException {
        String formula = Xml.attribute(xml, "formula");
        String type = office("value-type");
        String value = office(
                type.equals("string") || type.equals("boolean") || type.equals("date") ? type + "-value" : "value");
        String text = text();
        if (text.length() > CellText.LONGEST || type.isEmpty() && formula.isEmpty()) {
            return text;
        }
        if (!formula.isEmpty()) {
            return formula.substring(Math.max(0, formula.indexOf('=')));
        }
        return switch (type) {
            case "float", "percentage", "currency" -> CellText.number(value.strip(), false, false);
            case "boolean" -> CellText.yesNo(value.equals("true"));
            case "date" -> value.substring(0, Math.min(10, value.length()));
            default -> value.isEmpty() ? text : value;
        };
    }

    private String office(String attribute) {
        String value = xml.getAttributeValue(OFFICE, attribute);
        return value == null ? "" : value;
    }

    /** The paragraphs of a cell; its remarks and drawings are no text of it. */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int paragraphs = 0;
        for (int event = xml.next(), depth = 0;
                event != XMLStreamConstants.END_ELEMENT || depth > 0;
                event = xml.next()) {
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                boolean goesOn = depth > 0
                        ? !name.equals("annotation") && !name.equals("ruby-text") && !name.equals("frame")
                        : name.equals("p");
                if (goesOn) {
                    text.append(depth == 0 && paragraphs++ > 0 ? "\n" : sign(name));
                    depth++;
                } else {
                    Xml.skip(xml);
                }
            } else if (depth > 0 && xml.hasText()) {
                text.append(xml.getText());
            }
            if (text.length() > CellText.LONGEST) {
                break;
            }
        }
        return text.toString();
    }

    private String sign(String name) {
        return switch (name) {
            case "s" -> " ".repeat(Math.min(times("c"), CellText.LONGEST));
            case "tab" -> "\t";
            case "line-break" -> "\n";
            default -> "";
        };
    }
}
