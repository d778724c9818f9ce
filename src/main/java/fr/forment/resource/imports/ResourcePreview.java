package fr.forment.resource.imports;

import fr.forment.files.ImportProblem;
import java.util.List;

/**
 * What a file would change, or has changed.
 *
 * @param changes what is new, line by line
 * @param known lines that say what is known already
 * @param problems lines that cannot be written, with how to mend them
 */
public record ResourcePreview(String title, List<Change> changes, int known, List<ImportProblem> problems) {

    /** One line that is written. */
    public record Change(long line, String text) {}
}
