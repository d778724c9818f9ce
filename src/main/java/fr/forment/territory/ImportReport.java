package fr.forment.territory;

import fr.forment.files.ImportProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a file holds and what it would change, or has changed once {@link #saved}.
 *
 * @param rows lines read, header not counted
 * @param good lines that can be saved
 * @param created how many of the good lines are new
 * @param changed how many differ from what is known
 * @param closing how many schools the file announces as closing although they were open
 * @param missing schools of the perimeter known so far in the départements of the file, and absent from it
 * @param errors the first ones; {@link #errorCount} counts them all
 * @param taken in words, what is known and the file would take away: nothing of it is saved without a yes
 * @param refused the first of those that lie outside the perimeter of who brings the file; {@link #refusedCount} counts
 *     them all
 */
public record ImportReport(
        ImportKind kind,
        boolean saved,
        int rows,
        int good,
        int circonscriptions,
        List<String> departements,
        int created,
        int changed,
        int closing,
        List<School> missing,
        Map<IgnoredRow, Integer> ignored,
        int errorCount,
        List<ImportProblem> errors,
        int warningCount,
        List<ImportProblem> warnings,
        int refusedCount,
        List<ImportProblem> refused,
        List<String> taken) {

    public static ImportReport of(ImportKind kind, ImportFindings found, int good, int created, int changed) {
        return new ImportReport(
                kind,
                false,
                found.rows(),
                good,
                0,
                List.of(),
                created,
                changed,
                0,
                List.of(),
                found.ignored(),
                found.errorCount(),
                found.errors(),
                found.warningCount(),
                found.warnings(),
                found.refusedCount(),
                found.refused(),
                List.of());
    }

    public ImportReport withGround(int circonscriptions, List<String> departements, int closing, List<School> missing) {
        return with(saved, circonscriptions, departements, closing, missing, taken);
    }

    public ImportReport taking(List<String> what) {
        return with(saved, circonscriptions, departements, closing, missing, List.copyOf(what));
    }

    private ImportReport with(
            boolean written, int ground, List<String> where, int ending, List<School> absent, List<String> lost) {
        return new ImportReport(
                kind,
                written,
                rows,
                good,
                ground,
                where,
                created,
                changed,
                ending,
                absent,
                ignored,
                errorCount,
                errors,
                warningCount,
                warnings,
                refusedCount,
                refused,
                lost);
    }

    ImportReport asSaved() {
        return with(true, circonscriptions, departements, closing, missing, taken);
    }

    public int unchanged() {
        return good - created - changed;
    }

    public boolean hasErrors() {
        return errorCount > 0;
    }

    /** The same for the same list: who says yes to it says which one he saw. */
    public String fingerprint() {
        return UUID.nameUUIDFromBytes(String.join("\n", taken).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    boolean isTakenBy(ImportChoices choices) {
        return taken.isEmpty() || fingerprint().equals(choices.taken());
    }

    /** Something is left to write, or to say that it is as known. */
    public boolean canBeSaved() {
        return good > 0 || refusedCount == 0;
    }

    /** Absent schools may be among the lines in error: they are closed only by a file without error. */
    public boolean canCloseMissing() {
        return !hasErrors() && !missing.isEmpty();
    }

    /** So many absences look like an extract rather than like closures. */
    public boolean looksPartial() {
        return missing.size() > 5 && missing.size() * 10 > good;
    }
}
