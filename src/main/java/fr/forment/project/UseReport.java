package fr.forment.project;

import java.time.LocalDate;

/**
 * How the ENT is used some time after the opening, as the director says.
 *
 * @param daysAfter 30 or 90
 * @param activeClasses classes that use it each week; null without answer
 * @param parentAccounts percent of the families with an activated account; null without answer
 */
public record UseReport(
        int daysAfter, LocalDate reportedOn, Integer activeClasses, Integer parentAccounts, String difficulties) {

    public boolean isAnswered() {
        return activeClasses != null;
    }
}
