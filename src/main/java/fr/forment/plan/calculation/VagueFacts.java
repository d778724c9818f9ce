package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.List;

/**
 * Schools that open on the same day.
 *
 * @param opensOn the day they are meant to open
 * @param lastOpening the day the last of them opened, or is now expected to
 * @param begun its sessions are open already: new ones open as soon as the plan is approved
 */
public record VagueFacts(int rank, LocalDate opensOn, LocalDate lastOpening, boolean begun, List<String> schoolUais) {

    public VagueFacts(int rank, LocalDate opensOn, List<String> schoolUais) {
        this(rank, opensOn, opensOn, false, schoolUais);
    }
}
