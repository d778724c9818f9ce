package fr.forment.stafflist.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One cell of a sheet as the text a person sees in it: dates as 2026-09-01, numbers without noise, a formula as itself.
 */
final class XlsxCell {

    /** What Excel lets a cell hold; of a longer one no more is read than shows that it is. */
    static final int LONGEST = 32_767;
    /** What Excel keeps of a number; further digits are noise of its binary form. */
    private static final MathContext EXCEL = new MathContext(15);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DAYS_TO_1904 = 1462;
    private static final int LAST_DAY = 2_958_465;

    private final SharedTexts texts;
    private final XlsxParts parts;

    XlsxCell(SharedTexts texts, XlsxParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    /** @param xml at the start of a cell; left at its end, or within a cell that is longer than any may be */
    String read(XMLStreamReader xml) throws XMLStreamException {
        String type = XlsxParts.attribute(xml, "t");
        String style = XlsxParts.attribute(xml, "s");
        StringBuilder value = new StringBuilder();
        StringBuilder formula = null;
        StringBuilder current = null;
        boolean inReading = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                inReading |= name.equals("rPh");
                if (name.equals("f")) {
                    formula = new StringBuilder();
                }
                current = name.equals("f")
                        ? formula
                        : !inReading && (name.equals("v") || name.equals("t")) ? value : null;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                current = null;
                inReading &= !xml.getLocalName().equals("rPh");
                if (xml.getLocalName().equals("c")) {
                    break;
                }
            } else if (current != null && xml.hasText()) {
                current.append(xml.getText());
                if (current.length() > LONGEST) {
                    return current.toString();
                }
            }
        }
        return formula != null ? "=" + formula : text(type, style, value.toString());
    }

    private String text(String type, String style, String value) {
        return switch (type) {
            case "s" -> texts.at(value.strip());
            case "b" -> value.strip().equals("1") ? "oui" : "non";
            case "", "n" -> number(value.strip(), isDate(style));
            default -> XlsxText.decode(value);
        };
    }

    private boolean isDate(String style) {
        int index = Math.max(0, XlsxParts.number(style));
        return index < parts.dates().size() && parts.dates().get(index);
    }

    private String number(String value, boolean date) {
        if (!NUMBER.matcher(value).matches()) {
            return value;
        }
        BigDecimal number = new BigDecimal(value).round(EXCEL);
        int day = date && number.signum() > 0 && number.precision() - number.scale() <= 7 ? number.intValue() : 0;
        if (day > 0 && day <= LAST_DAY) {
            return DAY_ZERO.plusDays(parts.since1904() ? day + DAYS_TO_1904 : day)
                    .toString();
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
