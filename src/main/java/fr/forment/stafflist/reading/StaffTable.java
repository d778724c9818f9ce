package fr.forment.stafflist.reading;

import fr.forment.files.TableRow;
import fr.forment.files.TotalLine;
import fr.forment.files.UnreadableFile;
import fr.forment.french.French;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.core.io.InputStreamSource;

/**
 * An opened staff file, CSV or XLSX, as rows of text. Private columns (home address, phones, birth date…) are dropped
 * here and never handed out, and so are such cells under an innocent title. Streams: memory does not grow with the
 * file.
 */
public final class StaffTable implements Closeable {

    /** Larger than any real list of a département. */
    public static final int MAX_LINES = 200_000;

    public static final long MAX_BYTES = FileStart.MAX_BYTES;

    private final RowSource source;
    private final TableHeader header;
    private final PrivateCells privacy;
    private long lines;
    private TableRow cut;
    private final List<SheetsRead.Part> sheets = new ArrayList<>();

    private StaffTable(RowSource source) throws IOException {
        this.source = source;
        this.header = TableHeader.of(titles(source));
        this.privacy = new PrivateCells(header.columns());
    }

    /**
     * @param source opened more than once
     * @param fileName as the person's computer calls it; not believed: the content says what the file is
     * @throws UnreadableFile when nothing can be taken from it, or when it is about children
     */
    public static StaffTable open(InputStreamSource source, String fileName) throws IOException {
        InputStreamSource limited = FileStart.limited(source);
        RowSource rows = FileStart.open(limited);
        try {
            return new StaffTable(rows);
        } catch (RuntimeException | IOException e) {
            rows.close();
            throw e;
        }
    }

    public StaffFileKind kind() {
        return header.kind();
    }

    /** Titles in the order of the file, without the discarded ones. */
    public List<String> columns() {
        return header.columns();
    }

    /** Titles of the columns that are private or of no use: nothing of them is handed out. */
    public List<String> discarded() {
        return header.discarded();
    }

    /** What was emptied so far because of what it looked like, column by column: "Divers : 12 numéros de téléphone". */
    public List<String> emptied() {
        return privacy.emptied();
    }

    /** As far as it was read. */
    public SheetsRead sheets() {
        return new SheetsRead(List.copyOf(sheets), source.unread(), source.mayHideMore());
    }

    /**
     * The next line that is not empty, or null at the end: cells aligned with {@link #columns()}; none when the line
     * has more or fewer cells than there are titles, for then nobody knows which cells are private.
     *
     * @throws UnreadableFile when the file turns out to be cut or endless
     */
    public TableRow next() throws IOException {
        TableRow row = source.next();
        if (row == null) {
            refuseCut();
            return null;
        }
        if (++lines > MAX_LINES) {
            throw new UnreadableFile("Le fichier dépasse " + MAX_LINES
                    + " lignes de personnes : déposez un département ou une circonscription" + " à la fois.");
        }
        refuseBinary(row);
        noteSheet();
        if (source.isPositional() && !isAligned(row.cells()) && TotalLine.is(row.cells())) {
            return total(row);
        }
        cut = source.isPositional() && row.cells().size() < header.width() ? row : null;
        return new TableRow(row.line(), isAligned(row.cells()) ? privacy.empty(header.keep(row.cells())) : List.of());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void noteSheet() {
        String sheet = source.sheet();
        if (sheet != null
                && (sheets.isEmpty() || !sheets.get(sheets.size() - 1).name().equals(sheet))) {
            sheets.add(new SheetsRead.Part(sheet, (int) lines - 1));
        }
    }

    /**
     * People type it below a list without the separators of the other lines: its word is kept, so that it is said what
     * was skipped.
     */
    private TableRow total(TableRow row) {
        List<String> cells =
                new ArrayList<>(Collections.nCopies(header.columns().size(), ""));
        cells.set(0, row.cells().stream().filter(TotalLine::isWord).findFirst().orElseThrow());
        cut = null;
        return new TableRow(row.line(), cells);
    }

    private boolean isAligned(List<String> cells) {
        return !source.isPositional()
                || cells.size() >= header.width()
                        && cells.subList(header.width(), cells.size()).stream().allMatch(String::isBlank);
    }

    private void refuseCut() {
        if (lines == 0) {
            throw new UnreadableFile(
                    "Le fichier ne contient que des titres de colonnes et aucune personne : complétez-le, puis déposez-le de"
                            + " nouveau.");
        }
        if (cut != null) {
            throw new UnreadableFile("La dernière ligne (ligne " + cut.line() + ") est incomplète : "
                    + French.count(cut.cells().size(), "case") + " au lieu de " + header.width()
                    + ". Le fichier semble coupé : exportez-le ou téléchargez-le de nouveau.");
        }
    }

    private static void refuseBinary(TableRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            if (row.cells().get(i).indexOf('\0') >= 0) {
                throw new UnreadableFile("La ligne " + row.line() + ", colonne " + TableRow.letters(i)
                        + ", contient un caractère nul : ce n'est"
                        + " pas un fichier texte. Enregistrez-le de nouveau depuis votre tableur.");
            }
        }
    }

    /** The first line with several filled cells; a name of the table may stand above it. */
    private static TableRow titles(RowSource source) throws IOException {
        TableRow row = source.next();
        if (row == null) {
            throw new UnreadableFile("Le fichier est vide : il ne contient pas une seule case remplie.");
        }
        for (int look = 0; row != null && look < WorkbookRows.TITLE_LOOK; look++) {
            refuseBinary(row);
            if (row.cells().stream().filter(cell -> !cell.isBlank()).count() > 1) {
                return row;
            }
            row = source.next();
        }
        throw new UnreadableFile(
                "Ce fichier ne contient pas de ligne de titres : aucune de ses premières lignes n'a deux cases remplies."
                        + " La première ligne doit porter les titres des colonnes.");
    }
}
