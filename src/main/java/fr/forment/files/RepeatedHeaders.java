package fr.forment.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * The header of a table that goes on stands on each of its pages, and is read aloud once. The library names each of its
 * copies in the structure of the file: here only the first one stays, the others become artifacts of the page.
 */
final class RepeatedHeaders {

    private static final String HEADER = "THead";
    private static final COSName MARK = COSName.getPDFName("MCID");
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");
    private static final COSName PAGINATION = COSName.getPDFName("Pagination");

    private final PDDocument document;
    /** Numbers of marked content that is to be read no more, by page. */
    private final Map<COSDictionary, Set<Integer>> copies = new IdentityHashMap<>();

    private RepeatedHeaders(PDDocument document) {
        this.document = document;
    }

    /** The same file where nothing is repeated. */
    static byte[] readOnce(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new RepeatedHeaders(document).mended(file);
        }
    }

    private byte[] mended(byte[] file) throws IOException {
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        if (root == null) {
            return file;
        }
        walk(root.getKids(), false);
        if (copies.isEmpty()) {
            return file;
        }
        for (PDPage page : document.getPages()) {
            Set<Integer> marks = copies.get(page.getCOSObject());
            if (marks != null) {
                forget(root, page, marks);
                makeArtifacts(page, marks);
            }
        }
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private void walk(List<Object> kids, boolean inHeader) {
        for (Object kid : kids) {
            if (kid instanceof PDStructureElement element) {
                boolean header = inHeader || HEADER.equals(element.getStructureType());
                if (header) {
                    keepFirst(element);
                }
                walk(element.getKids(), header);
            }
        }
    }

    /** What stands on another page than the first piece of the element is a copy. */
    private void keepFirst(PDStructureElement element) {
        COSDictionary first = null;
        COSArray kept = new COSArray();
        boolean repeated = false;
        for (Object kid : element.getKids()) {
            if (kid instanceof PDStructureElement other) {
                kept.add(other);
                continue;
            }
            PDPage page = page(kid, element);
            Integer mark = mark(kid);
            if (page != null && mark != null) {
                first = first == null ? page.getCOSObject() : first;
                if (first != page.getCOSObject()) {
                    copies.computeIfAbsent(page.getCOSObject(), some -> new HashSet<>())
                            .add(mark);
                    repeated = true;
                    continue;
                }
            }
            kept.add(
                    kid instanceof PDMarkedContentReference reference
                            ? reference.getCOSObject()
                            : kid instanceof Integer number ? COSInteger.get(number) : (COSBase) kid);
        }
        if (repeated) {
            element.getCOSObject().setItem(COSName.K, kept);
        }
    }

    private static PDPage page(Object kid, PDStructureElement element) {
        PDPage own = kid instanceof PDMarkedContentReference reference ? reference.getPage() : null;
        return own == null ? element.getPage() : own;
    }

    private static Integer mark(Object kid) {
        return kid instanceof PDMarkedContentReference reference
                ? Integer.valueOf(reference.getMCID())
                : kid instanceof Integer number ? number : null;
    }

    /** The way back, from the content of a page to its element. */
    private static void forget(PDStructureTreeRoot root, PDPage page, Set<Integer> marks) {
        COSArray elements =
                elements(root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE), page.getStructParents());
        marks.stream()
                .filter(mark -> elements != null && mark < elements.size())
                .forEach(mark -> elements.set(mark, COSNull.NULL));
    }

    private static COSArray elements(COSDictionary node, int key) {
        if (node == null) {
            return null;
        }
        COSArray numbers = node.getCOSArray(COSName.NUMS);
        for (int at = 0; numbers != null && at + 1 < numbers.size(); at += 2) {
            if (numbers.getInt(at) == key && numbers.getObject(at + 1) instanceof COSArray found) {
                return found;
            }
        }
        COSArray kids = node.getCOSArray(COSName.KIDS);
        for (int at = 0; kids != null && at < kids.size(); at++) {
            COSArray found = kids.getObject(at) instanceof COSDictionary kid ? elements(kid, key) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void makeArtifacts(PDPage page, Set<Integer> marks) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        for (int at = 2; at < tokens.size(); at++) {
            if (tokens.get(at) instanceof Operator operator
                    && operator.getName().equals(OperatorName.BEGIN_MARKED_CONTENT_SEQ)
                    && tokens.get(at - 1) instanceof COSDictionary properties
                    && marks.contains(properties.getInt(MARK))) {
                var pagination = new COSDictionary();
                pagination.setItem(COSName.TYPE, PAGINATION);
                tokens.set(at - 2, ARTIFACT);
                tokens.set(at - 1, pagination);
            }
        }
        var content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(content);
    }
}
