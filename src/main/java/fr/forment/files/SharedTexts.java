package fr.forment.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts of an .xlsx, which its cells name by number. They must be at hand while the sheet is read: kept as bytes,
 * and limited. (POI keeps each as an object, and knows them in one of the two namespaces only.)
 */
final class SharedTexts {

    /** Unpacked: some ten times what 100,000 people need. */
    static final long LIMIT = 48L << 20;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;
    private int length;

    /** Empty when there is no such text. */
    String at(int index) {
        if (index < 0 || index >= count) {
            return "";
        }
        int start = index == 0 ? 0 : ends[index - 1];
        return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    /** How a text is pronounced (rPh) is left out. */
    void read(InputStream part) throws IOException, XMLStreamException {
        try (part) {
            StringBuilder text = new StringBuilder();
            boolean inText = false;
            for (XMLStreamReader xml = Xml.reader(part); xml.hasNext(); ) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("rPh")) {
                    Xml.skip(xml);
                } else if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    inText = event == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("t");
                    if (event == XMLStreamConstants.END_ELEMENT
                            && xml.getLocalName().equals("si")) {
                        add(CellText.decode(text.toString()));
                        text.setLength(0);
                    }
                } else if (inText && xml.hasText() && text.length() <= CellText.LONGEST) {
                    text.append(xml.getText());
                }
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
