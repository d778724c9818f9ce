package fr.forment.evaluation;

import java.time.LocalDate;

/** A link somebody received. Knows whether it was used, never what was answered. */
public record Invitation(
        long id,
        QuestionnaireKind kind,
        long versionId,
        Followed followed,
        long agentId,
        LocalDate expiresOn,
        boolean used) {

    boolean isOpenOn(LocalDate day) {
        return !used && !day.isAfter(expiresOn);
    }
}
