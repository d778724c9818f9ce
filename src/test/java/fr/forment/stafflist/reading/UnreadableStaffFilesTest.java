package fr.forment.stafflist.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.files.Books;
import fr.forment.files.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.InputStreamSource;

/**
 * What people bring by mistake or by malice: one sentence in French, with the place where there is one; no other
 * exception, no file left.
 */
class UnreadableStaffFilesTest {

    private static final byte[] BOOK = Samples.zip(Samples.workbook());

    static Stream<Arguments> texts() {
        String header = Samples.HEADER;
        String line = Samples.HELENE;
        return Stream.of(
                Arguments.of("empty", Samples.text(""), "Le fichier est vide : il ne contient pas un seul caractère."),
                Arguments.of("blank", Samples.text("\r\n  \r\n"), "Le fichier est vide"),
                Arguments.of("only a mark", Samples.text("\uFEFF"), "Le fichier est vide"),
                Arguments.of("only separators", Samples.text(";;;\n;;;\n"), "Le fichier est vide"),
                Arguments.of(
                        "only titles",
                        Samples.text(header),
                        "Le fichier ne contient que des titres de colonnes et aucune personne"),
                Arguments.of(
                        "prose",
                        Samples.text("Bonjour à tous\nvoici la liste\n"),
                        "pas de titres de colonnes séparés par"),
                Arguments.of(
                        "no title line",
                        Samples.text("liste;\nPetit;\nGrand;\n"),
                        "aucune de ses premières lignes n'a deux cases remplies"),
                Arguments.of(
                        "cut",
                        Samples.text(header + line + line.substring(0, 30)),
                        "La dernière ligne (ligne 3) est incomplète : 4 cases au lieu de 10."),
                Arguments.of(
                        "open quote",
                        Samples.text(header + line + "0350122T;\"Le Gall;Hélène;;adjoint;100;;;;\r\n" + line),
                        "Un guillemet ouvert à la ligne 3 n'est jamais fermé"),
                Arguments.of(
                        "stray quote",
                        Samples.text(header + line + "0350122T;\"Le\" Gall;Hélène;;adjoint;100;;;;\r\n"),
                        "La ligne 3 ne se lit pas : un guillemet y est mal placé"),
                Arguments.of(
                        "endless line",
                        Samples.text(header + line + "0350122T;" + "x".repeat(100_000) + ";;;;;;;;\r\n"),
                        "La ligne 3 ne se lit pas"),
                Arguments.of(
                        "10,000 columns",
                        Samples.text(titles(10_000) + "\n"),
                        "La ligne 1 compte 10000 titres de colonnes"),
                Arguments.of(
                        "100,000 columns",
                        Samples.text(titles(100_000) + "\n"),
                        "La ligne 1 compte plus de 16384 colonnes ; une liste de personnels en compte 200 au plus."),
                Arguments.of(
                        "17,000 columns below",
                        Samples.text(header + line + "x;".repeat(17_000) + "\n"),
                        "La ligne 3 compte plus de 16384 colonnes"),
                Arguments.of(
                        "endless cell",
                        Samples.text(header + line + "0350122T;" + "x".repeat(40_000) + ";;;;;;;;\r\n"),
                        "La ligne 3, colonne B, contient une case de plus de 32767 caractères"),
                Arguments.of(
                        "PNG",
                        Samples.text("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR", ISO_8859_1),
                        "Ce fichier est une image"),
                Arguments.of(
                        "JPEG",
                        Samples.text("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0", ISO_8859_1),
                        "Ce fichier est une image"),
                Arguments.of(
                        "photo of a telephone",
                        Samples.text("\0\0\0\u0018ftypheic\0", ISO_8859_1),
                        "Ce fichier est une image"),
                Arguments.of(
                        "twins",
                        Samples.text("uai;nom;prenom;fonction;Nom\n0350122T;A;B;adjoint;C\n"),
                        "Deux colonnes portent le même titre « Nom » : les colonnes B et E de la ligne 1."),
                Arguments.of(
                        "endless title",
                        Samples.text("uai;nom;" + "x".repeat(201) + "\na;b;c\n"),
                        "le titre de la colonne C dépasse 200 caractères"),
                Arguments.of(
                        "NUL byte",
                        Samples.text(header + line + "0350122T;Le\0Gall;Hélène;;adjoint;100;;;;\r\n"),
                        "la ligne 3 contient un octet nul (caractère 12)"),
                Arguments.of(
                        "NUL in UTF-16",
                        Samples.text(
                                "\uFEFF" + header + line + "0350122T;Le\0Gall;Hélène;;adjoint;100;;;;\r\n", UTF_16LE),
                        "La ligne 3, colonne B, contient un caractère nul"),
                Arguments.of(
                        "too many lines",
                        Samples.text(header + "0350122T;A;B;;PES;;;;;\n".repeat(StaffTable.MAX_LINES + 1)),
                        "dépasse 200000 lignes"),
                Arguments.of("too large", repeated(Samples.HELENE, 200L << 20), "Ce fichier dépasse 30 Mo"),
                Arguments.of("PDF", Samples.text("%PDF-1.7 ..."), "Ce fichier est un document PDF"),
                Arguments.of(
                        "web page",
                        Samples.text("\uFEFF\n <!DOCTYPE html><html></html>"),
                        "Ce fichier est une page web ou un fichier XML"),
                Arguments.of(
                        "web page in UTF-16",
                        Samples.text("\uFEFF<html></html>", UTF_16LE),
                        "Ce fichier est une page web"),
                Arguments.of(
                        "JSON", Samples.text("[{\"nom\": \"Petit\", \"uai\": 1}]"), "Ce fichier est au format JSON"),
                Arguments.of("RTF", Samples.text("{\\rtf1\\ansi nom;prenom}"), "RTF"),
                Arguments.of(
                        "old workbook",
                        Samples.text("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", ISO_8859_1),
                        "ancien format d'Excel (.xls)"),
                Arguments.of(
                        "parents",
                        Samples.file("onde-responsables.csv"),
                        "la colonne « Nom d'usage enfant » le montre"),
                Arguments.of(
                        "pupils",
                        Samples.text("Nom élève;Prénom élève;Niveau\nA;B;CP\n"),
                        "la colonne « Nom élève » le montre"),
                Arguments.of(
                        "INE",
                        Samples.text("Nom;Prénom;Fonction;INE\nA;B;C;D\n"),
                        "Ce fichier est une liste d'élèves ou de responsables légaux"),
                Arguments.of(
                        "pupils without the word",
                        Samples.text("Nom;Prénom;Classe;Niveau;Date de naissance\nA;B;CP;CP;01/02/2019\n"),
                        "« Classe » et « Date de naissance », sans aucune fonction, le montrent"),
                Arguments.of(
                        "pupils, shortened",
                        Samples.text("Nom;Prénom;Né(e) le;Cycle\nA;B;01/02/2019;2\n"),
                        "ajoutez au tableau une colonne « Fonction »."),
                Arguments.of(
                        "parents without the word",
                        Samples.text("Nom d'usage responsable;Prénom responsable;Courriel responsable\nA;B;c@d.fr\n"),
                        "« Nom d'usage responsable », sans aucune fonction"),
                Arguments.of(
                        "legal guardians",
                        Samples.text("Nom;Prénom;Responsable légal 1\nA;B;C\n"),
                        "rien n'en a été gardé"));
    }

    static Stream<Arguments> workbooks() {
        String titles = Samples.row("UAI", "Nom", "Prénom", "Fonction");
        return Stream.of(
                Arguments.of(
                        "cut",
                        Samples.bytes(Arrays.copyOf(BOOK, BOOK.length / 2)),
                        "Ce classeur est incomplet ou abîmé"),
                Arguments.of(
                        "followed by something",
                        Samples.bytes((new String(BOOK, ISO_8859_1) + "<script>").getBytes(ISO_8859_1)),
                        "Ce fichier contient autre chose à la suite du classeur"),
                Arguments.of(
                        "plain archive",
                        Samples.bytes(Samples.zip(Map.of("liste.csv", new byte[] {1}))),
                        "Ce fichier est une archive ZIP"),
                Arguments.of(
                        "LibreOffice",
                        Samples.bytes(Samples.zip(
                                Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8)))),
                        "au format LibreOffice (.ods)"),
                Arguments.of(
                        "Word", Samples.bytes(Samples.zip(Map.of("word/document.xml", new byte[0]))), "document Word"),
                Arguments.of(
                        "binary workbook", Samples.bytes(Samples.zip(Map.of("xl/workbook.bin", new byte[0]))), ".xlsb"),
                Arguments.of(
                        "the same part twice",
                        Samples.bytes(with("xl/Workbook.xml", "<workbook/>")),
                        "deux fois la même partie"),
                Arguments.of(
                        "no sheet",
                        Samples.bytes(with("xl/workbook.xml", "<workbook><sheets/></workbook>")),
                        "incomplet ou abîmé"),
                Arguments.of(
                        "not XML",
                        Samples.bytes(with("xl/worksheets/sheet2.xml", "<worksheet><sheetData><row>")),
                        "incomplet ou abîmé"),
                Arguments.of(
                        "outer entity",
                        Samples.bytes(
                                with(
                                        "xl/worksheets/sheet2.xml",
                                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                                                + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>")),
                        "incomplet ou abîmé"),
                Arguments.of("empty sheet", Samples.bytes(Samples.workbook("")), "Le fichier est vide"),
                Arguments.of("only titles", Samples.bytes(Samples.workbook(titles)), "ne contient que des titres"),
                Arguments.of(
                        "10,000 columns",
                        Samples.bytes(
                                Samples.workbook(Samples.row(titles(10_000).split(";")))),
                        "compte 10000 titres de colonnes"),
                Arguments.of(
                        "column out of this world",
                        Samples.bytes(Samples.workbook("<row><c r=\"ZZZZZZZ1\"><v>1</v></c></row>")),
                        "plus de 16384 colonnes"),
                Arguments.of(
                        "twins",
                        Samples.bytes(Samples.workbook(Samples.row("UAI", "Nom", "Prénom", "NOM"))),
                        "les colonnes B et D de la ligne 1"),
                Arguments.of(
                        "pupils",
                        Samples.bytes(Samples.workbook(Samples.row("Nom élève", "Prénom"))),
                        "liste d'élèves"),
                Arguments.of(
                        "bomb in the sheet",
                        Samples.bytes(bomb("xl/worksheets/sheet2.xml", "<worksheet><sheetData>", 410)),
                        "démesuré"),
                Arguments.of(
                        "bomb of one cell",
                        Samples.bytes(bomb(
                                "xl/worksheets/sheet2.xml",
                                "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>",
                                410)),
                        "colonne B, contient"),
                Arguments.of(
                        "endless cell",
                        Samples.bytes(Samples.workbook(titles + Samples.row("0350122T", "x".repeat(40_000)))),
                        "La ligne 2, colonne B, contient une case de plus de 32767 caractères"),
                Arguments.of(
                        "bomb in the texts", Samples.bytes(bomb("xl/sharedStrings.xml", "<sst>", 60)), "démesuré"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"texts", "workbooks"})
    void saysWhyInOneSentence(String what, InputStreamSource source, String sentence) throws IOException {
        long before = leftovers();
        assertThatThrownBy(() -> drain(source))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(sentence)
                .satisfies(no -> assertThat(no.getMessage()).endsWith("."));
        assertThat(leftovers()).as("temporary files").isEqualTo(before);
    }

    static Stream<Arguments> sheets() {
        List<String> wide = IntStream.range(0, 250).mapToObj(i -> "t" + i).toList();
        return Stream.of(Books.values())
                .flatMap(format -> Stream.of(
                        Arguments.of(format, List.of(), "Le fichier est vide"),
                        Arguments.of(format, List.of(List.of("UAI", "Nom", "Prénom")), "ne contient que des titres"),
                        Arguments.of(format, List.of(List.of("Nom élève", "Prénom")), "liste d'élèves"),
                        Arguments.of(
                                format, List.of(List.of("UAI", "Nom", "NOM")), "les colonnes B et C de la ligne 1"),
                        Arguments.of(format, List.of(wide), "La ligne 1 compte 250 titres de colonnes")));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("sheets")
    void saysTheSameOfEveryFormat(Books format, List<List<Object>> rows, String sentence) {
        byte[] book = format.of(Books.Sheet.of("Liste", rows));
        assertThatThrownBy(() -> drain(Samples.bytes(book)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void theNameOfAFileIsNotBelieved() throws IOException {
        try (StaffTable table = StaffTable.open(Samples.file("tableau-secretaire.xlsx"), "../../liste.csv")) {
            assertThat(table.columns()).contains("Fonction (2026)");
        }
    }

    private static void drain(InputStreamSource source) throws IOException {
        try (StaffTable table = StaffTable.open(source, "liste")) {
            while (table.next() != null) {
                assertThat(table.columns()).isNotEmpty();
            }
        }
    }

    private static long leftovers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .matches("forment" + ProcessHandle.current().pid() + "-\\d+\\.xlsx"))
                    .count();
        }
    }

    private static String titles(int count) {
        return IntStream.range(0, count).mapToObj(i -> "t" + i).collect(Collectors.joining(";"));
    }

    private static byte[] with(String part, String content) {
        Map<String, byte[]> parts = Samples.workbook();
        parts.put(part, content.getBytes(UTF_8));
        return Samples.zip(parts);
    }

    /** A part that unpacks to so many megabytes of blanks. */
    private static byte[] bomb(String part, String start, int megabytes) {
        Map<String, byte[]> parts = Samples.workbook();
        parts.remove(part);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> known : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(known.getKey()));
                zip.write(known.getValue());
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(start.getBytes(UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < megabytes; i++) {
                zip.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A long file that is nowhere as a whole. */
    private static InputStreamSource repeated(String line, long size) {
        byte[] piece = line.repeat(1000).getBytes(UTF_8);
        return () -> {
            InputStream header = new ByteArrayInputStream(Samples.HEADER.getBytes(UTF_8));
            return new SequenceInputStream(header, new InputStream() {
                private long at;

                @Override
                public int read() {
                    return at++ < size ? piece[(int) (at % piece.length)] : -1;
                }
            });
        };
    }
}
