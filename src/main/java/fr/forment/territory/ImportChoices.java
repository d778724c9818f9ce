package fr.forment.territory;

/**
 * What a person decided after reading the preview.
 *
 * @param goodRowsOnly go on although lines are in error, leaving those aside
 * @param closeMissing close the schools that the file no longer mentions
 * @param taken what the preview said would be taken away, as {@link ImportReport#fingerprint} writes it; null without
 *     that word
 */
public record ImportChoices(boolean goodRowsOnly, boolean closeMissing, String taken) {

    /** Nothing that is known may be taken away. */
    public ImportChoices(boolean goodRowsOnly, boolean closeMissing) {
        this(goodRowsOnly, closeMissing, null);
    }
}
