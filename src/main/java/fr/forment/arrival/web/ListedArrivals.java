package fr.forment.arrival.web;

import fr.forment.account.SignedIn;
import fr.forment.database.Slice;
import fr.forment.people.MyPerimeter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Which arrivals and departures the reader sees, a page at a time: a département has thousands, so the database
 * chooses, counts and cuts. As {@link ArrivalPages} and {@link DeparturePages} say of one of them.
 */
@Component
@RequiredArgsConstructor
class ListedArrivals {

    /** Of the whole of a place, and of those who moved on no more than of anybody else who works elsewhere. */
    private static final String ARRIVALS = """
            FROM arrival r JOIN agent a ON a.id = r.agent_id LEFT JOIN school s ON s.uai = r.school_uai
             WHERE %1$s AND (a.id = :me OR %2$s AND (a.school_uai IN (:schools) OR a.circonscription_uai IN (:circonscriptions)
                   OR a.departement_code IN (:departements) OR CAST(:everything AS BOOLEAN)))""";

    private static final String DEPARTURES =
            "FROM departure r LEFT JOIN school s ON s.uai = r.school_uai WHERE %1$s AND %2$s";

    private static final String OF_THE_PLACE = "(r.school_uai IN (:schools) OR r.circonscription_uai IN (%s))";
    private static final String SEEN_THERE =
            "(r.school_uai IN (:schools) OR CASE WHEN r.school_uai IS NULL THEN r.circonscription_uai ELSE s.circonscription_uai END IN (%s))";

    /** Asked for as a whole: a list of all would be compared one by one, row after row. */
    private static final String OF_DEPARTEMENTS =
            "SELECT c.uai FROM circonscription c WHERE c.uai IN (:circonscriptions) OR c.departement_code IN (:departements) OR CAST(:everything AS BOOLEAN)";

    private final JdbcClient jdbc;
    private final MyPerimeter mine;
    private final SignedIn me;

    /** Ids, the last first. */
    Slice<Long> arrivals(boolean openOnly, int page) {
        return read(ARRIVALS, openOnly, page);
    }

    /** Ids, the last first. */
    Slice<Long> departures(boolean openOnly, int page) {
        return read(DEPARTURES, openOnly, page);
    }

    private Slice<Long> read(String which, boolean openOnly, int page) {
        MyPerimeter.Sight sight = mine.sight();
        boolean wide = sight.everything() || !sight.departements().isEmpty();
        String circonscriptions = wide ? OF_DEPARTEMENTS : ":circonscriptions";
        String rows = which.formatted(OF_THE_PLACE.formatted(circonscriptions), SEEN_THERE.formatted(circonscriptions))
                + (openOnly ? " AND r.open_agent_id IS NOT NULL" : "");
        int total = about(sight, "SELECT COUNT(*) " + rows).query(Integer.class).single();
        return Slice.read(page, total, (from, size) -> about(
                        sight,
                        "SELECT r.id " + rows + " ORDER BY r.id DESC OFFSET " + from + " ROWS FETCH NEXT " + size
                                + " ROWS ONLY")
                .query(Long.class)
                .list());
    }

    private StatementSpec about(MyPerimeter.Sight sight, String statement) {
        return jdbc.sql(statement)
                .param("me", me.agentId() == null ? -1L : me.agentId())
                .param("schools", orNone(sight.schools()))
                .param("circonscriptions", orNone(sight.circonscriptions()))
                .param("departements", orNone(sight.departements()))
                .param("everything", sight.everything());
    }

    /** SQL has no empty list. */
    private static Collection<String> orNone(Set<String> some) {
        return some.isEmpty() ? List.of("") : some;
    }
}
