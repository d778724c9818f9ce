package fr.forment.stafflist.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts of a workbook, which its cells name by number. They must be at hand while the sheet is read: kept as bytes,
 * a third of what as many strings would weigh, and limited.
 */
final class SharedTexts {

    /** Unpacked: some ten times what 100,000 people need. */
    private static final long LIMIT = 48L << 20;

    private byte[] bytes = new byte[1 << 16];
    private int[] ends = new int[1 << 12];
    private int count;
    private int length;

    static SharedTexts of(XlsxPackage book, String part) throws IOException, XMLStreamException {
        SharedTexts texts = new SharedTexts();
        try (InputStream in = part == null ? null : book.part(part, LIMIT)) {
            if (in != null) {
                texts.read(XlsxParts.reader(in));
            }
        }
        return texts;
    }

    /** Empty when there is no such text. */
    String at(String number) {
        int index = XlsxParts.number(number);
        if (index < 0 || index >= count) {
            return "";
        }
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean inReading = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = xml.getLocalName().equals("t");
                    inReading |= xml.getLocalName().equals("rPh");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    inReading &= !xml.getLocalName().equals("rPh");
                    if (xml.getLocalName().equals("si")) {
                        add(XlsxText.decode(text.toString()));
                        text.setLength(0);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText && !inReading && text.length() <= XlsxCell.LONGEST) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
    }

    private void add(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (length + encoded.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + bytes.length / 2, length + encoded.length));
        }
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count + count / 2);
        }
        ends[count++] = length;
    }
}
