package fr.forment.stafflist;

import fr.forment.account.SignedIn;
import fr.forment.files.FileNames;
import fr.forment.files.TableRow;
import fr.forment.french.Refusal;
import fr.forment.people.MyPerimeter;
import fr.forment.stafflist.reading.ColumnMapping;
import fr.forment.stafflist.reading.ReadingChoices;
import fr.forment.stafflist.reading.StaffField;
import fr.forment.stafflist.reading.StaffFileKind;
import fr.forment.stafflist.reading.StaffTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a staff file in: read once, kept as cells without its private columns, then its columns are matched, and the
 * analysis begins. A file belongs to the person who brought it.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class StaffDepositService {

    private static final int SAMPLES = 3;

    private final Imports imports;
    private final ColumnMemory memory;
    private final Work work;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final Clock clock;

    /**
     * Keeps the file; when its columns are beyond doubt the analysis begins at once, otherwise {@link #choose} has to
     * come.
     *
     * @throws fr.forment.files.UnreadableFile when it is not a staff list; nothing is kept of it then
     */
    public long deposit(InputStreamSource file, String fileName) {
        me.refuseUnless(mine.seesPeople());
        try (StaffTable table = StaffTable.open(file, fileName)) {
            long id = imports.add(
                    OffsetDateTime.now(clock),
                    me.login(),
                    FileNames.shown(fileName),
                    table,
                    ColumnMapping.signature(table.columns()));
            int lines = keep(id, table);
            ColumnMapping remembered = memory.recall(ColumnMapping.signature(table.columns()), table.columns())
                    .orElse(null);
            ColumnMapping mapping =
                    remembered == null ? ColumnMapping.propose(table.kind(), table.columns()) : remembered;
            ReadingChoices choices = ReadingChoices.usual(table.kind(), null);
            boolean speaksForItself = table.kind().namesSchool()
                    && (remembered != null || !isMatchedOnScreen(table))
                    && mapping.missing(choices).isEmpty();
            imports.deposited(
                    id,
                    lines,
                    table,
                    mapping.toText(table.columns()),
                    speaksForItself ? IntakeState.EN_ANALYSE : IntakeState.A_FAIRE_CORRESPONDRE);
            if (speaksForItself) {
                work.startAnalysis(id);
            }
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What there is to choose; empty when the file is not there, is somebody else's, or waits for nothing of the kind.
     */
    @Transactional(readOnly = true)
    public Optional<MappingView> mapping(long id) {
        return mineToMatch(id).map(file -> {
            List<TableRow> first = imports.chunk(id, 0);
            return new MappingView(
                    id,
                    file.fileName(),
                    file.kind(),
                    file.header(),
                    file.discarded(),
                    file.emptied(),
                    ColumnMapping.parse(file.mapping(), file.header()),
                    ReadingChoices.usual(file.kind(), null),
                    samples(file.header(), first),
                    file.lineCount());
        });
    }

    /**
     * Settles the columns and begins the analysis.
     *
     * @param remember the next file with these titles is read the same way, for everybody of the circonscription
     * @throws Refusal when something compulsory is missing or the school is not the person's
     */
    public void choose(long id, ColumnMapping mapping, ReadingChoices choices, boolean remember) {
        StaffImport file = mineToMatch(id)
                .orElseThrow(() -> new Refusal("Ce fichier n'attend plus de correspondance de colonnes."));
        List<StaffField> missing = mapping.missing(choices);
        if (!missing.isEmpty()) {
            throw new Refusal("Il manque : "
                    + String.join(", ", missing.stream().map(StaffField::label).toList()) + ".");
        }
        if (choices.schoolUai() != null) {
            me.refuseUnless(mine.seesPeopleOfSchool(choices.schoolUai()));
        }
        String text = mapping.toText(file.header());
        if (!imports.chosen(id, text, choices)) {
            throw new Refusal("Ce fichier n'attend plus de correspondance de colonnes.");
        }
        if (remember) {
            memory.keep(file.signature(), text, choices.schoolUai());
        }
        work.startAnalysis(id);
    }

    private Optional<StaffImport> mineToMatch(long id) {
        return imports.find(id)
                .filter(file -> file.byWhom().equals(me.login()) && file.state() == IntakeState.A_FAIRE_CORRESPONDRE);
    }

    private int keep(long id, StaffTable table) throws IOException {
        List<TableRow> rows = new ArrayList<>(Lines.CHUNK);
        int lines = 0;
        int chunk = 0;
        for (TableRow row = table.next(); row != null; row = table.next()) {
            rows.add(row);
            lines++;
            if (rows.size() == Lines.CHUNK) {
                imports.addChunk(id, chunk++, rows);
                rows.clear();
            }
        }
        if (!rows.isEmpty()) {
            imports.addChunk(id, chunk, rows);
        }
        return lines;
    }

    private static boolean isMatchedOnScreen(StaffTable table) {
        return table.kind() == StaffFileKind.TABLEAU;
    }

    private static List<List<String>> samples(List<String> columns, List<TableRow> rows) {
        List<List<String>> samples = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            samples.add(rows.stream()
                    .filter(row -> row.cells().size() > at)
                    .map(row -> row.cells().get(at))
                    .filter(cell -> !cell.isBlank())
                    .distinct()
                    .limit(SAMPLES)
                    .toList());
        }
        return samples;
    }
}
