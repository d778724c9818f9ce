package fr.forment.overview.board;

/**
 * Whom the figures of some circonscriptions ({@code :places}) are about, as relations to read from: the columns of an
 * agent and {@code place}, the circonscription where he counts, which is his school's, or his own where that has none.
 * A condition on that {@code COALESCE} would say the same, but no index answers it: everybody of everywhere is read
 * then, whoever asks.
 */
final class PlacePeople {

    private static final String THERE = """
            SELECT i.*, j.circonscription_uai AS place FROM school j JOIN agent i ON i.school_uai = j.uai WHERE j.circonscription_uai IN (:places)
            UNION ALL
            SELECT i.*, i.circonscription_uai FROM agent i LEFT JOIN school j ON j.uai = i.school_uai
             WHERE i.circonscription_uai IN (:places) AND j.circonscription_uai IS NULL""";

    static final String OF_PLACES = "(" + THERE + ")";

    /** And whoever belongs to no circonscription, with no place: he counts where he goes. */
    static final String OF_PLACES_OR_NONE = "(" + THERE + """

            UNION ALL
            SELECT i.*, i.circonscription_uai FROM agent i WHERE i.school_uai IS NULL AND i.circonscription_uai IS NULL
            UNION ALL
            SELECT i.*, i.circonscription_uai FROM school j JOIN agent i ON i.school_uai = j.uai
             WHERE j.circonscription_uai IS NULL AND i.circonscription_uai IS NULL)""";

    private PlacePeople() {}
}
