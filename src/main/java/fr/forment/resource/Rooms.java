package fr.forment.resource;

import fr.forment.database.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rooms people named, by commune and name. */
@Repository
@RequiredArgsConstructor
public class Rooms {

    private static final String SELECT = "SELECT * FROM training_room";
    private static final String OF_CIRCONSCRIPTION = " WHERE circonscription_uai = :uai";
    private static final String BY_PLACE = " ORDER BY commune, name, id";

    /** How the history tells a room, {@link Room#words}: its name, its commune, its places. */
    private static final Pattern WORDS = Pattern.compile("(.+), ([^,]+), \\d[\\d\\s\\h]* places?\\b.*", Pattern.DOTALL);

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

    /**
     * Those there are, and those that were taken off or called otherwise since, with no places: whoever still stands
     * there has lost his room, while a place nobody ever listed is one that somebody knows.
     */
    public List<Room> withThoseGone(String circonscriptionUai) {
        List<Room> all = new ArrayList<>(of(circonscriptionUai));
        Set<String> known = all.stream().map(Room::place).collect(Collectors.toCollection(HashSet::new));
        jdbc
                .sql("SELECT before FROM journal WHERE kind = '" + RoomHistory.KIND
                        + "' AND subject = :uai AND what IN ('" + RoomHistory.REMOVED + "', '" + RoomHistory.CHANGED
                        + "') ORDER BY id")
                .param("uai", circonscriptionUai)
                .query(String.class)
                .list()
                .stream()
                .map(WORDS::matcher)
                .filter(Matcher::matches)
                .filter(words -> known.add(words.group(1) + ", " + words.group(2)))
                .forEach(words -> all.add(new Room(
                        0,
                        0,
                        circonscriptionUai,
                        words.group(1),
                        null,
                        words.group(2),
                        0,
                        null,
                        null,
                        null,
                        null,
                        null)));
        return List.copyOf(all);
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
