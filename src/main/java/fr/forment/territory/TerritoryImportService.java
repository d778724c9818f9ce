package fr.forment.territory;

import fr.forment.files.CsvFile;
import fr.forment.files.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a public file in: first a preview that writes nothing, then everything or nothing. */
@Service
@Transactional
@RequiredArgsConstructor
public class TerritoryImportService {

    private final List<FileImport> imports;
    private final ImportJournal journal;
    private final GroundTables ground;

    /**
     * @param departement code of the only département to take, or null for all
     * @param reach of who brings the file
     * @throws UnreadableFile if nothing can be taken from the file
     */
    @Transactional(readOnly = true)
    public ImportReport preview(InputStreamSource file, String departement, ImportReach reach) {
        return importOf(file).prepare(file, departement, reach).report();
    }

    /**
     * Saves the good lines, unless there are errors that nobody accepted, or something known would be taken away
     * without a yes to just that: then the report says {@code saved == false}. The perimeter is the one of this moment,
     * whatever the preview showed; imports are written one after the other, so that none decides on what another is
     * changing.
     *
     * @param by who brings the file
     * @throws UnreadableFile if nothing can be taken from the file
     */
    public ImportReport apply(
            InputStreamSource file,
            String fileName,
            String departement,
            ImportChoices choices,
            String by,
            ImportReach reach) {
        ground.takeTurn();
        FileImport.Prepared prepared = importOf(file).prepare(file, departement, reach);
        ImportReport report = prepared.report();
        if (report.hasErrors() && !choices.goodRowsOnly() || !report.isTakenBy(choices)) {
            return report;
        }
        prepared.write(choices);
        journal.add(report, choices.closeMissing() && report.canCloseMissing(), fileName, by);
        return report.asSaved();
    }

    private FileImport importOf(InputStreamSource source) {
        try (CsvFile file = CsvFile.open(source)) {
            return imports.stream()
                    .filter(candidate -> candidate.recognises(file))
                    .findFirst()
                    .orElseThrow(
                            () -> new UnreadableFile(
                                    "Les titres des colonnes ne sont ni ceux de l’annuaire de l’éducation,"
                                            + " ni ceux des effectifs par école, ni ceux du calendrier scolaire : vérifiez que c’est le bon fichier."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
