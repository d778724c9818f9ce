package fr.forment.resource;

import fr.forment.database.Slice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rooms people named, by commune and name, and the places they lost. */
@Repository
@RequiredArgsConstructor
public class Rooms {

    private static final String SELECT = "SELECT * FROM training_room";
    private static final String OF_CIRCONSCRIPTION = " WHERE circonscription_uai = :uai";
    private static final String BY_PLACE = " ORDER BY commune, name, id";

    private final JdbcClient jdbc;

    public Optional<Room> find(long id) {
        return jdbc.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query(Room.class)
                .optional();
    }

    public List<Room> of(String circonscriptionUai) {
        return jdbc.sql(SELECT + OF_CIRCONSCRIPTION + BY_PLACE)
                .param("uai", circonscriptionUai)
                .query(Room.class)
                .list();
    }

    /** Those there are, and the places that were lost, which take nobody from then on. */
    public List<MeetingRoom> withThoseLost(String circonscriptionUai) {
        return Stream.<MeetingRoom>concat(of(circonscriptionUai).stream(), lost(circonscriptionUai).stream())
                .toList();
    }

    /** Places without a listed room that were lost, or will be. */
    public List<LostPlace> lost(String circonscriptionUai) {
        return jdbc.sql("SELECT place, commune, lost_from FROM lost_place" + OF_CIRCONSCRIPTION
                        + " ORDER BY commune, place")
                .param("uai", circonscriptionUai)
                .query(LostPlace.class)
                .list();
    }

    public Slice<Room> page(String circonscriptionUai, int page) {
        int total = jdbc.sql("SELECT COUNT(*) FROM training_room" + OF_CIRCONSCRIPTION)
                .param("uai", circonscriptionUai)
                .query(Integer.class)
                .single();
        return Slice.read(page, total, (from, size) -> jdbc.sql(
                        SELECT + OF_CIRCONSCRIPTION + BY_PLACE + " OFFSET :from ROWS FETCH FIRST :size ROWS ONLY")
                .param("uai", circonscriptionUai)
                .param("from", from)
                .param("size", size)
                .query(Room.class)
                .list());
    }
}
