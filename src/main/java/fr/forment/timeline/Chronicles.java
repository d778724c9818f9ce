package fr.forment.timeline;

import fr.forment.account.MyClock;
import fr.forment.account.Signatures;
import fr.forment.french.Names;
import fr.forment.territory.PlainTexts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads timelines, newest first, a page from a key on: about six statements, however long one is. */
@Component
@RequiredArgsConstructor
public class Chronicles {

    static final int PAGE = 50;
    /** Words are looked for in what people read, hence here and not in the database: in so many lines, the newest. */
    static final int SEARCHED = 5_000;

    private static final int CHUNK = 2_000;
    private static final Pattern KEY = Pattern.compile("(-?\\d{1,18})_([\\w ]{1,40})_(\\S{1,64})");

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final PlainTexts texts;
    private final MyClock clock;

    /**
     * @param total lines that answer to the filter: as many as the export has
     * @param next key of the next page; null on the last one
     * @param cut whether words were looked for in the newest lines only
     */
    public record Page(List<ChronicleLine> rows, long total, String next, boolean cut) {}

    private record Key(Instant at, String source, String id) {

        /** Empty for what no page ever gave: the first page is shown. */
        static Optional<Key> of(String text) {
            Matcher found = KEY.matcher(text == null ? "" : text);
            return found.matches()
                    ? Optional.of(new Key(
                            Instant.EPOCH.plus(Long.parseLong(found.group(1)), ChronoUnit.MICROS),
                            found.group(2),
                            found.group(3)))
                    : Optional.empty();
        }

        boolean isBefore(ChronicleLine row) {
            int order = at.compareTo(row.at());
            order = order != 0 ? order : source.compareTo(row.source());
            return (order != 0 ? order : id.compareTo(row.id())) > 0;
        }
    }

    /** @param after key of the last line seen; anything else: the first page */
    public Page page(Chronicle of, ChronicleFilter filter, String after) {
        Optional<Key> key = Key.of(after);
        if (filter.hasWords()) {
            List<ChronicleLine> newest = read(of, filter, Optional.empty(), SEARCHED + 1);
            List<ChronicleLine> found = found(of, filter, newest);
            List<ChronicleLine> rows = found.stream()
                    .filter(row -> key.isEmpty() || key.get().isBefore(row))
                    .limit(PAGE + 1L)
                    .toList();
            return page(rows, found.size(), newest.size() > SEARCHED);
        }
        List<ChronicleLine> rows = read(of, filter, key, PAGE + 1);
        return page(told(of, rows), count(of, filter), false);
    }

    /** All of it, as the page shows it. */
    public List<ChronicleLine> all(Chronicle of, ChronicleFilter filter) {
        if (filter.hasWords()) {
            return found(of, filter, read(of, filter, Optional.empty(), SEARCHED + 1));
        }
        List<ChronicleLine> all = new ArrayList<>();
        Optional<Key> key = Optional.empty();
        for (List<ChronicleLine> some; !(some = read(of, filter, key, CHUNK)).isEmpty(); ) {
            all.addAll(told(of, some));
            key = Key.of(some.get(some.size() - 1).key());
        }
        return all;
    }

    private static Page page(List<ChronicleLine> rows, long total, boolean cut) {
        boolean more = rows.size() > PAGE;
        return new Page(
                more ? rows.subList(0, PAGE) : rows,
                total,
                more ? rows.get(PAGE - 1).key() : null,
                cut);
    }

    private List<ChronicleLine> found(Chronicle of, ChronicleFilter filter, List<ChronicleLine> newest) {
        List<String> asked = Stream.of(Names.fold(filter.words()).split("\\s+")).toList();
        return told(of, newest.subList(0, Math.min(newest.size(), SEARCHED))).stream()
                .filter(row -> {
                    String words = Names.fold(row.words());
                    return asked.stream().allMatch(words::contains);
                })
                .toList();
    }

    /** With the names of people and places, and codes as they are called. */
    private List<ChronicleLine> told(Chronicle of, List<ChronicleLine> rows) {
        Map<String, String> names =
                signatures.readAll(rows.stream().map(ChronicleLine::byWhom).toList());
        UnaryOperator<String> plain = texts.over(rows.stream()
                .flatMap(row -> Stream.of(row.what(), row.part(), row.before(), row.after(), row.why()))
                .toList());
        UnaryOperator<String> called = text -> of.label(text) != null ? of.label(text) : plain.apply(text);
        return rows.stream()
                .map(row -> row.named(names.get(row.byWhom())).told(called))
                .toList();
    }

    private List<ChronicleLine> read(Chronicle of, ChronicleFilter filter, Optional<Key> after, int most) {
        String beyond = after.isEmpty()
                ? ""
                : " AND (t.at < :keyAt OR t.at = :keyAt AND (t.src < :keySource OR t.src = :keySource AND t.id < :keyId))";
        StatementSpec reading = filtered(
                "SELECT t.* FROM",
                of,
                filter,
                beyond + " ORDER BY t.at DESC, t.src DESC, t.id DESC FETCH FIRST " + most + " ROWS ONLY");
        after.ifPresent(key -> reading.param("keyAt", key.at().atOffset(ZoneOffset.UTC))
                .param("keySource", key.source())
                .param("keyId", key.id()));
        return reading.query((row, n) -> new ChronicleLine(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("src"),
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("what"),
                        row.getString("part"),
                        row.getString("by_whom"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("why")))
                .list();
    }

    private long count(Chronicle of, ChronicleFilter filter) {
        return filtered("SELECT COUNT(*) FROM", of, filter, "")
                .query(Long.class)
                .single();
    }

    private StatementSpec filtered(String select, Chronicle of, ChronicleFilter filter, String end) {
        StringBuilder sql = new StringBuilder(select + " (" + of.sql() + ") t WHERE 1 = 1");
        if (filter.kind() != null) {
            sql.append(" AND t.kind = :kind");
        }
        if (filter.from() != null) {
            sql.append(" AND t.at >= :from");
        }
        if (filter.to() != null) {
            sql.append(" AND t.at < :to");
        }
        StatementSpec asked = jdbc.sql(sql + end);
        for (var param : of.params().entrySet()) {
            asked = asked.param(param.getKey(), param.getValue());
        }
        if (filter.kind() != null) {
            asked = asked.param("kind", filter.kind().name());
        }
        if (filter.from() != null) {
            asked = asked.param("from", filter.from().atStartOfDay(clock.zone()).toOffsetDateTime());
        }
        if (filter.to() != null) {
            asked = asked.param(
                    "to", filter.to().plusDays(1).atStartOfDay(clock.zone()).toOffsetDateTime());
        }
        return asked;
    }
}
