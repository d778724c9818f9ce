package fr.forment.worklist;

import java.time.OffsetDateTime;

/**
 * What somebody has typed into the form of an open task and not sent yet.
 *
 * @param processId of which process the task is, and {@code businessKey} of which case; null where the case has no key
 * @param revision counts the saves, from 1
 * @param by login of who saved it last
 * @param contents JSON object, key of the field to value
 */
public record FormDraft(
        String taskId,
        String processId,
        String businessKey,
        int revision,
        OffsetDateTime at,
        String by,
        String contents) {

    /** Characters of a draft: several times the longest form. */
    public static final int MOST = 20_000;
}
