package fr.forment.overview.board;

import fr.forment.database.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts and lists what is asked first, for any number of circonscriptions: one statement for all figures. */
@Component
@RequiredArgsConstructor
public class Board {

    private static final String COUNTS = Arrays.stream(BoardQuestion.values())
            .map(each -> "SELECT '" + each.name() + "' AS question, place, COUNT(*) AS n FROM (" + each.rows() + ") "
                    + each.name() + " GROUP BY place")
            .collect(Collectors.joining("\nUNION ALL\n"));

    private final JdbcClient jdbc;
    private final Clock clock;

    /** By question, then by circonscription; nothing where nothing is. */
    public Map<BoardQuestion, Map<String, Integer>> counts(Collection<String> places) {
        Map<BoardQuestion, Map<String, Integer>> found = new EnumMap<>(BoardQuestion.class);
        for (BoardQuestion each : BoardQuestion.values()) {
            found.put(each, new HashMap<>());
        }
        if (!places.isEmpty()) {
            in(jdbc.sql(COUNTS), places).query(row -> {
                found.get(BoardQuestion.valueOf(row.getString("question")))
                        .put(row.getString("place"), row.getInt("n"));
            });
        }
        return found;
    }

    /** What waits longest first. */
    public Slice<BoardRow> rows(BoardQuestion question, Collection<String> places, int page) {
        int total = in(jdbc.sql("SELECT COUNT(*) FROM (" + question.rows() + ") q"), places)
                .query(Integer.class)
                .single();
        return Slice.read(
                page,
                total,
                (from, size) ->
                        ordered(question, places, " OFFSET " + from + " ROWS FETCH NEXT " + size + " ROWS ONLY"));
    }

    public List<BoardRow> all(BoardQuestion question, Collection<String> places) {
        return places.isEmpty() ? List.of() : ordered(question, places, "");
    }

    private List<BoardRow> ordered(BoardQuestion question, Collection<String> places, String part) {
        return new ArrayList<>(
                in(jdbc.sql(question.rows() + " ORDER BY since, link, school_uai, module_code, code" + part), places)
                        .query(BoardRow.class)
                        .list());
    }

    private JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement, Collection<String> places) {
        LocalDate today = LocalDate.now(clock);
        LocalDateTime now = LocalDateTime.now(clock);
        return statement
                .param("places", places)
                .param("today", today)
                .param("held", today)
                .param("now", now)
                .param("soon", now.plusDays(14))
                .param("month", today.minusDays(30))
                .param("quarter", today.minusDays(90))
                .param("lapse", LocalDate.of(today.getYear() + (today.getMonthValue() > 8 ? 1 : 0), 8, 31));
    }
}
