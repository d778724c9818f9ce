package fr.forment.family;

/** Whether a text of a family has been read by the school or the team, and may be read by others. */
public enum Review {
    A_LIRE,
    MONTRE,
    ECARTE
}
