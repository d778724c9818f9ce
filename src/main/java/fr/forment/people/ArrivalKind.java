package fr.forment.people;

/** Why a person is being registered. */
public enum ArrivalKind {
    /** Joins now: the house is told, so that the newcomer's path can start. */
    NEWCOMER,
    /** Was there before FormENT: an initial list makes no newcomers. */
    ALREADY_THERE
}
