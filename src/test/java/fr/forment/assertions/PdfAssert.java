package fr.forment.assertions;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** A paper as PDF, as veraPDF judges it and as people read it. */
public final class PdfAssert extends AbstractAssert<PdfAssert, byte[]> {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    PdfAssert(byte[] file) {
        super(file, PdfAssert.class);
    }

    /** No rule of PDF/UA-1 fails: it is read aloud in its order, with its titles and the headers of its tables. */
    public PdfAssert isAccessible() {
        return keeps(PDFAFlavour.PDFUA_1);
    }

    /** No rule of PDF/A-3U fails: it holds all that it needs to be shown. */
    public PdfAssert isKept() {
        return keeps(PDFAFlavour.PDFA_3_U);
    }

    public PdfAssert hasPages(int fewest) {
        Assertions.assertThat(read(PDDocument::getNumberOfPages)).as("pages").isGreaterThanOrEqualTo(fewest);
        return this;
    }

    /** On every page. */
    public PdfAssert saysOnEachPage(String text) {
        int pages = read(PDDocument::getNumberOfPages);
        for (int page = 1; page <= pages; page++) {
            Assertions.assertThat(text(page, page)).as("page " + page).contains(text);
        }
        return this;
    }

    /** What a header of a table says stands on one page only, for who listens. @param cells so many there are */
    public PdfAssert namesEachHeaderOnce(int cells) {
        List<Long> pages = read(document -> {
            List<Long> found = new ArrayList<>();
            headers(document.getDocumentCatalog().getStructureTreeRoot().getKids(), false, found);
            return found;
        });
        Assertions.assertThat(pages)
                .as("header cells, and on how many pages each is read")
                .hasSize(cells);
        Assertions.assertThat(pages).containsOnly(1L);
        return this;
    }

    private static void headers(List<Object> kids, boolean inHeader, List<Long> found) {
        for (Object kid : kids) {
            if (kid instanceof PDStructureElement element) {
                boolean header = inHeader || "THead".equals(element.getStructureType());
                long pages = element.getKids().stream()
                        .filter(each -> !(each instanceof PDStructureElement))
                        .map(each -> each instanceof PDMarkedContentReference reference && reference.getPage() != null
                                ? reference.getPage().getCOSObject()
                                : element.getPage().getCOSObject())
                        .distinct()
                        .count();
                if (header && pages > 0) {
                    found.add(pages);
                }
                headers(element.getKids(), header, found);
            }
        }
    }

    /** In this order, whatever stands between. */
    public PdfAssert says(String... texts) {
        Assertions.assertThat(text(1, Integer.MAX_VALUE)).containsSubsequence(texts);
        return this;
    }

    public PdfAssert doesNotSay(String... texts) {
        Assertions.assertThat(text(1, Integer.MAX_VALUE)).doesNotContain(texts);
        return this;
    }

    /** No two letters stand in one sign, which only some readers take apart: who seeks the word would not find it. */
    public PdfAssert spellsEachLetter() {
        var signs = new StringBuilder();
        read(document -> new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition sign) {
                signs.append(sign.getUnicode());
                super.processTextPosition(sign);
            }
        }.getText(document));
        Assertions.assertThat(signs.toString()).as("as it stands in the file").isNotEmpty();
        Assertions.assertThat(signs.toString()).doesNotContainPattern("[\uFB00-\uFB06]");
        return this;
    }

    /** Lines and unbroken spaces count as spaces. */
    private String text(int from, int to) {
        return read(document -> {
            var reader = new PDFTextStripper();
            reader.setStartPage(from);
            reader.setEndPage(to);
            return reader.getText(document).replaceAll("[\\s\\p{Z}]+", " ");
        });
    }

    private PdfAssert keeps(PDFAFlavour flavour) {
        isNotNull();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(actual), flavour)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
            List<String> failed = result.getTestAssertions().stream()
                    .filter(rule -> rule.getStatus() == TestAssertion.Status.FAILED)
                    .map(rule -> rule.getRuleId().getClause() + "-"
                            + rule.getRuleId().getTestNumber() + ": " + rule.getMessage())
                    .distinct()
                    .toList();
            Assertions.assertThat(failed).as(flavour.getId()).isEmpty();
            Assertions.assertThat(result.isCompliant()).as(flavour.getId()).isTrue();
            Assertions.assertThat(result.getTotalAssertions())
                    .as("rules looked at")
                    .isGreaterThan(100);
        } catch (ValidationException | ModelParsingException | EncryptedPdfException | IOException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    private <T> T read(Reading<T> reading) {
        isNotNull();
        try (PDDocument document = Loader.loadPDF(actual)) {
            return reading.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }
}
