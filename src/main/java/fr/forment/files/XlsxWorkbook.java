package fr.forment.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCComplianceFlags;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;

/**
 * A workbook of Excel since 2007: POI opens the package and follows its relations, the cells are read as they stream
 * by.
 */
final class XlsxWorkbook implements Workbook {

    private final ZipParts parts;
    private final OPCPackage book;
    private final PackagePart workbook;
    private final List<String> names = new ArrayList<>();
    private final List<PackagePart> sheets = new ArrayList<>();
    private final List<Boolean> days = new ArrayList<>();
    private final SharedTexts texts = new SharedTexts();
    private boolean since1904;

    XlsxWorkbook(ZipParts parts) throws IOException, XMLStreamException, OpenXML4JException {
        this.parts = parts;
        book = OPCPackage.open(parts, OPCComplianceFlags.disableAll());
        workbook = book.getPart(PackagingURIHelper.createPartName("/xl/workbook.xml"));
        Xml.each(stream(workbook, ZipParts.SMALL), (name, xml) -> {
            if (name.equals("sheet")
                    && !Xml.attribute(xml, "state").toLowerCase().contains("hidden")) {
                show(Xml.attribute(xml, "name"), workbook.getRelationship(Xml.attribute(xml, "id")));
            } else if (name.equals("workbookPr")) {
                since1904 = Set.of("1", "true").contains(Xml.attribute(xml, "date1904"));
            }
        });
        if (sheets.isEmpty() || sheets.contains(null)) {
            throw Spoilt.corrupt();
        }
        readStyles(related("styles"));
        PackagePart strings = related("sharedStrings");
        if (strings != null) {
            texts.read(stream(strings, SharedTexts.LIMIT));
        }
    }

    @Override
    public List<String> sheets() {
        return names;
    }

    @Override
    public SheetRows open(int sheet, long limit) throws IOException {
        return Spoilt.reading(
                () -> new XlsxRows(stream(sheets.get(sheet), limit), this::text, this::number), Spoilt::corrupt);
    }

    @Override
    public void close() throws IOException {
        book.revert();
        parts.close();
    }

    /** Empty when there is no such text. */
    String text(int number) {
        return texts.at(number);
    }

    String number(String written, int style) {
        return CellText.number(written, style < days.size() && days.get(style), since1904);
    }

    /** A diagram on a sheet of its own is none of ours. */
    private void show(String name, PackageRelationship where) throws OpenXML4JException {
        if (where == null || !where.getRelationshipType().endsWith("/chartsheet")) {
            names.add(SheetLine.name(CellText.decode(name)));
            sheets.add(part(where));
            Workbook.refuseMany(sheets.size());
        }
    }

    /** By the end of its type: strict and transitional workbooks differ in the rest. Null when there is none. */
    private PackagePart related(String kind) throws OpenXML4JException {
        for (PackageRelationship each : workbook.getRelationships()) {
            if (each.getRelationshipType().endsWith("/" + kind)) {
                return part(each);
            }
        }
        return null;
    }

    private PackagePart part(PackageRelationship where) throws OpenXML4JException {
        return where == null ? null : book.getPart(PackagingURIHelper.createPartName(where.getTargetURI()));
    }

    private InputStream stream(PackagePart part, long limit) throws IOException {
        parts.limited(limit);
        return part.getInputStream();
    }

    /** Which cell styles show a day. */
    private void readStyles(PackagePart styles) throws IOException, XMLStreamException, OpenXML4JException {
        Map<String, String> codes = new HashMap<>();
        boolean[] inCells = new boolean[1];
        if (styles != null) {
            Xml.each(stream(styles, ZipParts.SMALL), (name, xml) -> {
                switch (name) {
                    case "numFmt" -> codes.put(Xml.attribute(xml, "numFmtId"), Xml.attribute(xml, "formatCode"));
                    case "cellXfs" -> inCells[0] = true;
                    case "cellStyles", "dxfs" -> inCells[0] = false;
                    case "xf" -> {
                        if (inCells[0]) {
                            String id = Xml.attribute(xml, "numFmtId");
                            days.add(CellText.showsDay(Xml.number(id), codes.get(id)));
                        }
                    }
                    default -> {}
                }
            });
        }
    }
}
