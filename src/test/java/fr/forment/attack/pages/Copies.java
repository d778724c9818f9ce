package fr.forment.attack.pages;

import fr.forment.attack.OnePlace;
import fr.forment.attack.Thing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows made out of those a place has, by the database itself: each about somebody, some school, some day of its own.
 */
class Copies {

    final JdbcClient jdbc;
    final OnePlace place;
    final String circo;
    final int made;
    final int more;
    /**
     * Each of these is a query: so many numbers, new people, new teachers of schools, new schools, numbered {@code x}.
     */
    final String numbers;

    String people;
    String pupils;
    String schools;

    /** @param made how many of each were made before */
    Copies(JdbcClient jdbc, OnePlace place, int made, int more) {
        this.jdbc = jdbc;
        this.place = place;
        this.circo = place.circo().uai();
        this.made = made;
        this.more = more;
        this.numbers = "SELECT x FROM SYSTEM_RANGE(%d, %d)".formatted(made + 1, made + more);
    }

    Copies(Copies others) {
        this(others.jdbc, others.place, others.made, others.more);
        this.people = others.people;
        this.pupils = others.pupils;
        this.schools = others.schools;
    }

    long last(String table) {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM " + table)
                .query(Long.class)
                .single();
    }

    /** @param each rows that the copies are made for, one each: {@code r} in the values */
    void copy(String table, String which, String each, Map<String, String> values) {
        Map<String, String> columns = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT column_name FROM information_schema.columns
                WHERE table_name = UPPER(?) AND is_identity = 'NO' ORDER BY ordinal_position""").param(table).query(String.class).list().forEach(column -> columns.put(column, "o." + column));
        values.forEach((column, value) -> columns.put(column.toUpperCase(), value));
        jdbc.sql("INSERT INTO %s (%s) SELECT %s FROM %s o CROSS JOIN (%s) r WHERE %s"
                        .formatted(
                                table,
                                String.join(", ", columns.keySet()),
                                String.join(", ", columns.values()),
                                table,
                                each,
                                which))
                .update();
    }

    String is(String column, Thing thing) {
        return "o." + column + " = " + place.of(thing);
    }

    /** By one of the new people. */
    String signed() {
        return "COALESCE((SELECT login FROM account WHERE agent_id = (SELECT MAX(id) - MOD(r.x, %d) FROM agent)), 'x')"
                .formatted(more);
    }

    /** The first line about something, told of each of these too. */
    void copyLine(String kind, Thing about, String each, Map<String, String> values) {
        copy(
                "journal",
                "o.id = (SELECT MIN(id) FROM journal WHERE kind = '%s' AND subject = '%s')"
                        .formatted(kind, place.of(about)),
                each,
                values);
    }

    /** New lines about something, by one of the new people each. */
    void lines(String kind, String subject, String what, String after) {
        jdbc.sql("""
                INSERT INTO journal (kind, subject, at, by_whom, what, before, after)
                SELECT '%s', '%s', CURRENT_TIMESTAMP, %s, '%s', 'a', '%s' FROM (%s) r""".formatted(kind, subject, signed(), what, after, numbers)).update();
    }

    static String later(String column) {
        return "DATEADD(DAY, r.x * 7, " + column + ")";
    }
}
