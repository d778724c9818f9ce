package fr.forment.resource;

/** What the journal calls the rooms of a circonscription, for who writes it and who reads which are gone. */
final class RoomHistory {

    /** The resources of a circonscription. */
    static final String KIND = "RESOURCE";

    /** A room that is not listed any more. */
    static final String REMOVED = "Salle retirée";

    /** One that is called otherwise than before, or has other places. */
    static final String CHANGED = "Salle modifiée";

    private RoomHistory() {}
}
