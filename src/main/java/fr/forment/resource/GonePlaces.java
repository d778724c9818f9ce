package fr.forment.resource;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes which places are lost, and which are not any more. */
@Repository
@RequiredArgsConstructor
class GonePlaces {

    private static final String ONE = " WHERE circonscription_uai = ? AND place = ?";

    private final JdbcClient jdbc;

    /** False where it was known to be lost by then. */
    boolean note(String circonscriptionUai, LostPlace place) {
        int later = jdbc.sql("UPDATE lost_place SET lost_from = ?" + ONE + " AND lost_from > ?")
                .params(place.lostFrom(), circonscriptionUai, place.place(), place.lostFrom())
                .update();
        boolean known = later > 0
                || jdbc.sql("SELECT COUNT(*) FROM lost_place" + ONE)
                                .params(circonscriptionUai, place.place())
                                .query(Integer.class)
                                .single()
                        > 0;
        if (!known) {
            jdbc.sql("INSERT INTO lost_place (circonscription_uai, place, commune, lost_from) VALUES (?, ?, ?, ?)")
                    .params(circonscriptionUai, place.place(), place.commune(), place.lostFrom())
                    .update();
        }
        return later > 0 || !known;
    }

    /** False where nobody said it was lost. */
    boolean found(String circonscriptionUai, String place) {
        return jdbc.sql("DELETE FROM lost_place" + ONE)
                        .params(circonscriptionUai, place)
                        .update()
                > 0;
    }
}
