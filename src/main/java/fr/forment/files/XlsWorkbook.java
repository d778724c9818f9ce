package fr.forment.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;

/** A workbook of Excel 97 to 2003, record by record as POI hands them out. */
final class XlsWorkbook implements Workbook {

    private static final String STREAM = "Workbook";
    /** Excel had 65,536 lines; POI needs some 150 bytes for each text. */
    private static final int MOST_TEXTS = 400_000;

    private static final int MOST_STYLES = 65_536;

    private final Path file;
    private final POIFSFileSystem container;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> styles = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private SSTRecord texts;
    private boolean since1904;

    XlsWorkbook(Path file) throws IOException {
        this.file = file;
        container = new POIFSFileSystem(file.toFile(), true);
        try {
            readGlobals(sheetsInside());
            if (names.isEmpty()) {
                throw Spoilt.xls();
            }
        } catch (IOException | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    @Override
    public List<String> sheets() {
        return names;
    }

    /** Nothing is packed here: a sheet is no larger than the file. */
    @Override
    public SheetRows open(int sheet, long limit) throws IOException {
        return Spoilt.reading(() -> new XlsRows(stream(starts.get(sheet)), this::text, this::number), Spoilt::xls);
    }

    @Override
    public void close() throws IOException {
        container.close();
        Files.deleteIfExists(file);
    }

    String text(int number) {
        return number < 0 || texts == null || number >= texts.getNumUniqueStrings()
                ? ""
                : CellText.whole(texts.getString(number).getString());
    }

    String number(BigDecimal value, int style) {
        int format = style < styles.size() ? styles.get(style) : 0;
        return CellText.number(value, CellText.showsDay(format, formats.get(format)), since1904);
    }

    private DocumentInputStream stream(int start) throws IOException {
        DocumentInputStream in = container.createDocumentInputStream(STREAM);
        in.skip(start);
        return in;
    }

    /**
     * Where sheets of cells begin. Looks at the heads of all records: the texts are counted before POI makes an object
     * of each, and what a password hides is not even tried.
     */
    private Set<Integer> sheetsInside() throws IOException {
        Set<Integer> places = new HashSet<>();
        long count = 0;
        try (DocumentInputStream in = stream(0)) {
            for (int at = 0, length; in.available() >= 4; at += 4 + length) {
                int kind = in.readUShort();
                length = in.readUShort();
                byte[] data = in.readNBytes(Math.min(length, 8));
                in.skip(length - data.length);
                if (kind == FilePassRecord.sid) {
                    throw Spoilt.xls();
                } else if (kind == BOFRecord.sid
                        && data.length >= 4
                        && LittleEndian.getUShort(data, 2) == BOFRecord.TYPE_WORKSHEET) {
                    places.add(at);
                    Workbook.refuseMany(places.size());
                } else if (kind == SSTRecord.sid && data.length == 8) {
                    count += Math.max(0, LittleEndian.getInt(data, 4));
                }
            }
        }
        if (count > MOST_TEXTS) {
            throw ZipParts.oversized();
        }
        return places;
    }

    private void readGlobals(Set<Integer> places) throws IOException {
        try (DocumentInputStream in = stream(0)) {
            RecordFactoryInputStream records = new RecordFactoryInputStream(in, false);
            for (Record record = records.nextRecord(); !(record instanceof EOFRecord); record = records.nextRecord()) {
                if (record instanceof BoundSheetRecord sheet && places.contains(sheet.getPositionOfBof())) {
                    show(sheet);
                } else if (record instanceof FormatRecord format) {
                    formats.put(format.getIndexCode(), format.getFormatString());
                } else if (record instanceof ExtendedFormatRecord style) {
                    styles.add((int) style.getFormatIndex());
                } else if (record instanceof SSTRecord shared) {
                    texts = shared;
                } else if (record instanceof DateWindow1904Record days) {
                    since1904 = days.getWindowing() == 1;
                } else if (record == null || styles.size() > MOST_STYLES) {
                    throw Spoilt.xls();
                }
            }
        }
    }

    private void show(BoundSheetRecord sheet) {
        if (!sheet.isHidden() && !sheet.isVeryHidden()) {
            names.add(SheetLine.name(sheet.getSheetname()));
            starts.add(sheet.getPositionOfBof());
            Workbook.refuseMany(starts.size());
        }
    }
}
