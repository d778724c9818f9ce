package fr.forment.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A workbook of LibreOffice. Its sheets stand one behind the other in one part: opened in their order they are read in
 * one go. (The libraries for this format keep the whole document in memory.)
 */
final class OdsWorkbook implements Workbook {

    private static final String CONTENT = "content.xml";

    private final ZipParts parts;
    private final List<String> names = new ArrayList<>();
    /** Of each sheet that is shown, its place among all. */
    private final List<Integer> places = new ArrayList<>();

    private InputStream content;
    private XMLStreamReader xml;
    private OdsRows rows;
    private int at;

    OdsWorkbook(ZipParts parts) throws IOException, XMLStreamException {
        this.parts = parts;
        if (!parts.has(CONTENT)) {
            throw Spoilt.ods();
        }
        restart();
        Set<String> hidden = new HashSet<>();
        String style = "";
        for (int place = 0; xml.hasNext(); ) {
            String name = xml.next() == XMLStreamConstants.START_ELEMENT ? xml.getLocalName() : "";
            if (name.equals("style")) {
                style = Xml.attribute(xml, "name");
            } else if (name.equals("table-properties")
                    && Xml.attribute(xml, "display").equals("false")) {
                hidden.add(style);
                Workbook.refuseMany(hidden.size());
            } else if (name.equals("table")) {
                if (!hidden.contains(Xml.attribute(xml, "style-name"))) {
                    names.add(SheetLine.name(Xml.attribute(xml, "name")));
                    places.add(place);
                }
                Workbook.refuseMany(++place);
                Xml.skip(xml);
            } else if (name.equals("tracked-changes")) {
                Xml.skip(xml);
            }
        }
        if (names.isEmpty()) {
            throw Spoilt.ods();
        }
        restart();
    }

    @Override
    public List<String> sheets() {
        return names;
    }

    /** The limit is that of the whole part: to come to a sheet all before it must be passed. */
    @Override
    public SheetRows open(int sheet, long limit) throws IOException {
        return Spoilt.reading(() -> find(places.get(sheet)), Spoilt::ods);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }

    private OdsRows find(int place) throws IOException, XMLStreamException {
        if (at > place) {
            restart();
        }
        if (rows != null) {
            rows.finish();
        }
        while (xml.hasNext()) {
            String name = xml.next() == XMLStreamConstants.START_ELEMENT ? xml.getLocalName() : "";
            if (name.equals("table") && at++ == place) {
                rows = new OdsRows(xml);
                return rows;
            }
            if (name.equals("table") || name.equals("tracked-changes")) {
                Xml.skip(xml);
            }
        }
        throw Spoilt.ods();
    }

    private void restart() throws IOException, XMLStreamException {
        if (content != null) {
            content.close();
        }
        content = parts.limited(WHOLE).part(CONTENT);
        xml = Xml.reader(content);
        rows = null;
        at = 0;
    }
}
