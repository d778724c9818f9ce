package fr.forment.evaluation;

/**
 * Whether a text that somebody wrote without a name has been read by whoever answers for it, and may be read by others.
 */
public enum Review {
    A_LIRE,
    MONTRE,
    ECARTE
}
