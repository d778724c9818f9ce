package fr.forment.stafflist.reading;

import fr.forment.french.Names;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the small parts of a workbook say: which sheets are shown and where they are, which cell styles are dates.
 *
 * @param sheets those that are shown, at least one
 * @param strings part of the shared texts, or null
 * @param dates for each cell style, whether it shows a date
 * @param since1904 true when days are counted from 1904, as old Macs did
 */
record XlsxParts(List<Sheet> sheets, String strings, List<Boolean> dates, boolean since1904) {

    private static final int LONGEST_NAME = 40;
    private static final long SMALL = 8L << 20;
    /** Number formats a workbook need not spell out: dates and times of all languages. */
    private static final Set<Integer> DATE_IDS = Set.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
            55, 56, 57, 58);

    private static final XMLInputFactory XML = factory();

    /** @param part where it is in the package */
    record Sheet(String name, String part) {}

    static XlsxParts of(XlsxPackage book) throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        Map<String, String> byType = new HashMap<>();
        Set<String> diagrams = new HashSet<>();
        each(book, "xl/_rels/workbook.xml.rels", (name, xml) -> {
            if (name.equals("Relationship")) {
                String target = path(attribute(xml, "Target"));
                targets.put(attribute(xml, "Id"), target);
                String type = attribute(xml, "Type");
                byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), target);
                if (type.endsWith("chartsheet")) {
                    diagrams.add(attribute(xml, "Id"));
                }
            }
        });
        List<Sheet> shown = new ArrayList<>();
        boolean[] since1904 = new boolean[1];
        each(book, "xl/workbook.xml", (name, xml) -> {
            if (name.equals("sheet")
                    && !attribute(xml, "state").toLowerCase().contains("hidden")
                    && !diagrams.contains(attribute(xml, "id"))) {
                shown.add(new Sheet(name(attribute(xml, "name")), targets.getOrDefault(attribute(xml, "id"), "")));
            } else if (name.equals("workbookPr")) {
                since1904[0] = Set.of("1", "true").contains(attribute(xml, "date1904"));
            }
        });
        if (shown.isEmpty() || !shown.stream().allMatch(sheet -> book.has(sheet.part()))) {
            throw XlsxPackage.corrupt();
        }
        return new XlsxParts(
                List.copyOf(shown), byType.get("sharedStrings"), dates(book, byType.get("styles")), since1904[0]);
    }

    private static String name(String written) {
        String name = Names.clean(XlsxText.decode(written));
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return XML.createXMLStreamReader(in);
    }

    /** By local name: strict and transitional workbooks differ in namespaces. Empty when it is not there. */
    static String attribute(XMLStreamReader xml, String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The number written, or -1; cells ask a million times, hence no regular expression. */
    static int number(String digits) {
        int number = digits.isEmpty() || digits.length() > 9 ? -1 : 0;
        for (int i = 0; number >= 0 && i < digits.length(); i++) {
            char digit = digits.charAt(i);
            number = digit < '0' || digit > '9' ? -1 : number * 10 + digit - '0';
        }
        return number;
    }

    private static List<Boolean> dates(XlsxPackage book, String part) throws IOException, XMLStreamException {
        Map<String, String> codes = new HashMap<>();
        List<Boolean> dates = new ArrayList<>();
        boolean[] inCells = new boolean[1];
        each(book, part, (name, xml) -> {
            switch (name) {
                case "numFmt" -> codes.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0]) {
                        String id = attribute(xml, "numFmtId");
                        dates.add(codes.containsKey(id) ? showsDate(codes.get(id)) : DATE_IDS.contains(number(id)));
                    }
                }
                default -> {}
            }
        });
        return dates;
    }

    /** Letters of a date outside quotes, brackets and escapes: "dd/mm/yyyy", "[$-40C]d mmmm yyyy". */
    private static boolean showsDate(String code) {
        String plain = code.toLowerCase().replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "");
        return !plain.contains("general")
                && !plain.contains("standard")
                && plain.matches(".*[dyaj].*")
                && !plain.matches(".*[0#].*");
    }

    private static String path(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private interface Element {
        void met(String name, XMLStreamReader xml);
    }

    private static void each(XlsxPackage book, String part, Element element) throws IOException, XMLStreamException {
        try (InputStream in = part == null ? null : book.part(part, SMALL)) {
            XMLStreamReader xml = in == null ? null : reader(in);
            while (xml != null && xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element.met(xml.getLocalName(), xml);
                }
            }
        }
    }

    /** The JDK's own parser, whatever else is on the class path; no entity is ever resolved. */
    private static XMLInputFactory factory() {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, false);
        return xml;
    }
}
