package fr.forment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is said to the database meanwhile, as the database itself counts it (H2's statistics of queries). */
@Component
public class Statements {

    /** The session's own and the sign-in limiter's: the same on every page. */
    private static final Pattern AROUND = Pattern.compile(
            "(?is).*\\b(web_session\\w*|attempt)\\b.*|\\s*(SET|COMMIT|ROLLBACK)\\b.*|.*query_statistics.*");

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public interface Asking<T> {

        T answer() throws Exception;
    }

    /** Each statement as often as it was said. */
    public record Counted<T>(T answer, List<String> said) {

        /** Those that were said most first, without what they were asked with: why a test fails. */
        public String told() {
            return said.stream()
                    .map(sql -> sql.replaceAll("\\s+", " ")
                            .replaceAll("\\{1: .*", "")
                            .replaceAll("(\\?, )+", ""))
                    .collect(Collectors.groupingBy(sql -> sql, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .map(each -> "%n%4d %s".formatted(each.getValue(), each.getKey()))
                    .collect(Collectors.joining());
        }
    }

    public <T> Counted<T> during(Asking<T> asking) throws Exception {
        jdbc.sql("SET QUERY_STATISTICS_MAX_ENTRIES 10000").update();
        jdbc.sql("SET QUERY_STATISTICS FALSE").update(); // begins anew
        jdbc.sql("SET QUERY_STATISTICS TRUE").update();
        try {
            return new Counted<>(asking.answer(), said());
        } finally {
            jdbc.sql("SET QUERY_STATISTICS FALSE").update();
        }
    }

    private List<String> said() {
        record Line(String sql, int times) {}
        return jdbc
                .sql("SELECT sql_statement, execution_count FROM information_schema.query_statistics")
                .query((row, n) -> new Line(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .filter(line -> !AROUND.matcher(line.sql()).matches())
                .flatMap(line -> Collections.nCopies(line.times(), line.sql()).stream())
                .toList();
    }
}
