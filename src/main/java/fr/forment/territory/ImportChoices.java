package fr.forment.territory;

/**
 * What a person decided after reading the preview.
 *
 * @param goodRowsOnly go on although lines are in error, leaving those aside
 * @param closeMissing close the schools that the file no longer mentions
 */
public record ImportChoices(boolean goodRowsOnly, boolean closeMissing) {
}
