package fr.forment.stafflist;

import fr.forment.account.AgentFunction;
import fr.forment.people.ArrivalKind;
import fr.forment.stafflist.reading.SheetsRead;
import fr.forment.stafflist.reading.StaffFileKind;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A deposited staff file. Figures are null until it is written.
 *
 * @param header titles kept
 * @param discarded titles of private columns, dropped while reading
 * @param emptied cells emptied while reading for what they looked like, column by column
 * @param sheets of a workbook, those that were read and those that were not
 * @param isWhole whoever of its places is not in the file may have left; false: the file only adds
 * @param revision grows with each analysis, answer and choice: accepting names the one that was shown
 * @param interrupted was worked on by a machine that gave no sign of life since: nothing was written
 * @param covered active people of the places it speaks of, before it
 */
public record StaffImport(
        long id,
        OffsetDateTime at,
        String byWhom,
        String fileName,
        IntakeState state,
        StaffFileKind kind,
        List<String> header,
        List<String> discarded,
        List<String> emptied,
        SheetsRead sheets,
        String signature,
        String mapping,
        String schoolUai,
        AgentFunction silentFunction,
        boolean isWhole,
        ArrivalKind arrival,
        boolean goodLinesOnly,
        String heldBecause,
        int revision,
        int lineCount,
        int stepsDone,
        int stepsTotal,
        boolean interrupted,
        String problem,
        long newestAgent,
        int covered,
        Figures figures,
        OffsetDateTime writtenAt,
        OffsetDateTime undoneAt,
        String undoneBy) {

    /** What was written. {@code refused}: lines that were left out. */
    public record Figures(int arrived, int cameBack, int changed, int moved, int gone, int refused) {}
}
