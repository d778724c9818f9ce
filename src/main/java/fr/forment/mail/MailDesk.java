package fr.forment.mail;

import fr.forment.database.Slice;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox as the operator sees it, and what he does with it: one mail or many, each in its history. A page costs the
 * same however many mails there are.
 */
@Component
@RequiredArgsConstructor
public class MailDesk {

    private static final Duration LATE = Duration.ofMinutes(15);
    /** Held by hand; a draft has its own date, in school days. */
    private static final Duration LONG_HELD = Duration.ofDays(2);

    private static final String KIND = "MAIL";
    private static final int CHUNK = 500;
    private static final String WANTED = """
            %s AND (:search = '%%' OR LOWER(to_address) LIKE :search ESCAPE '!' OR LOWER(to_name) LIKE :search ESCAPE '!'
                    OR LOWER(subject) LIKE :search ESCAPE '!')""";

    private final JdbcClient jdbc;
    private final MailBox box;
    private final Journal journal;
    private final AddressBook people;
    private final Clock clock;

    /** How many mails each filter leaves, counted up to {@link Slice#FAR}, in one statement. */
    public Map<DeskFilter, Long> counts() {
        Map<DeskFilter, Long> counts = count(Arrays.stream(DeskFilter.values())
                .filter(filter -> filter != DeskFilter.A_REGARDER && filter != DeskFilter.TOUS)
                .toList());
        counts.put(DeskFilter.A_REGARDER, sum(counts, DeskFilter::isTrouble));
        // each mail is in one of the states: the mails themselves, whose texts are long, need not be read
        counts.put(DeskFilter.TOUS, sum(counts, DeskFilter::isOfAState));
        return counts;
    }

    /** Up to {@link Slice#FAR}, as each of them. */
    private static long sum(Map<DeskFilter, Long> counts, Predicate<DeskFilter> which) {
        return Math.min(
                Slice.FAR + 1L,
                counts.entrySet().stream()
                        .filter(each -> which.test(each.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum());
    }

    /** Of what should be looked at: those there are. */
    public Map<DeskFilter, Long> troubles() {
        Map<DeskFilter, Long> counts = count(
                Arrays.stream(DeskFilter.values()).filter(DeskFilter::isTrouble).toList());
        counts.values().removeIf(number -> number == 0);
        return counts;
    }

    private Map<DeskFilter, Long> count(List<DeskFilter> filters) {
        String columns =
                filters.stream().map(filter -> counted(filter.condition())).collect(Collectors.joining(", "));
        return moments("SELECT " + columns)
                .query((row, n) -> {
                    var counts = new EnumMap<DeskFilter, Long>(DeskFilter.class);
                    for (int i = 0; i < filters.size(); i++) {
                        counts.put(filters.get(i), row.getLong(i + 1));
                    }
                    return counts;
                })
                .single();
    }

    /** What has left only grows, and counting all of it would cost more each year. */
    private static String counted(String where) {
        return "(SELECT COUNT(*) FROM (SELECT 1 AS one FROM outbox_mail WHERE " + where + " FETCH FIRST "
                + (Slice.FAR + 1) + " ROWS ONLY) up_to)";
    }

    /**
     * What should be looked at first, then what was written last.
     *
     * @param counts what {@link #counts} says: without a search nothing is counted twice
     */
    public Slice<QueuedMail> page(DeskFilter filter, String search, int number, Map<DeskFilter, Long> counts) {
        String where = WANTED.formatted(filter.condition());
        String first = where + " AND " + DeskFilter.TROUBLED;
        String rest = where + " AND " + DeskFilter.TROUBLED + " IS NOT TRUE";
        boolean all = search.isBlank();
        int[] of = searching("SELECT " + counted(first) + ", " + (all ? "0" : counted(rest)), search)
                .query((row, n) -> new int[] {row.getInt(1), row.getInt(2)})
                .single();
        if (all) {
            of[1] = Math.max(0, counts.get(filter).intValue() - of[0]);
        }
        return Slice.beginning(number, Math.min(of[0] + of[1], Slice.FAR + 1), (from, size) -> {
            int troubled = Math.max(0, Math.min(size, of[0] - from));
            List<QueuedMail> rows = new ArrayList<>();
            if (troubled > 0) {
                rows.addAll(rows(first, "COALESCE(sent_at, not_before) DESC, id DESC", search, from, troubled));
            }
            if (troubled < size && of[1] > 0) {
                rows.addAll(rows(rest, "id DESC", search, Math.max(0, from - of[0]), size - troubled));
            }
            return rows;
        });
    }

    private List<QueuedMail> rows(String where, String order, String search, int from, int size) {
        return searching(
                        "SELECT * FROM outbox_mail WHERE " + where + " ORDER BY " + order
                                + " OFFSET :skipped ROWS FETCH FIRST :size ROWS ONLY",
                        search)
                .param("skipped", from)
                .param("size", size)
                .query(box::readable)
                .list();
    }

    private StatementSpec searching(String statement, String search) {
        return moments(statement).param("search", like(search));
    }

    /** Returns how many of them it could be done with. */
    @Transactional
    public int act(DeskAction action, Collection<Long> ids, String login) {
        return ids.isEmpty() ? 0 : doIt(action, "id IN (:ids)", Map.of("ids", ids), login);
    }

    /** The same with all that a filter and a search leave, on every page. */
    @Transactional
    public int actOnAll(DeskAction action, DeskFilter filter, String search, String login) {
        return doIt(action, WANTED.formatted(filter.condition()), Map.of("search", like(search)), login);
    }

    /** The keeper lets his drafts go, or drops them. */
    @Transactional
    public int actAsKeeper(DeskAction action, long id, String login) {
        return doIt(
                action, "id = :id AND keeper = :keeper AND state = 'HELD'", Map.of("id", id, "keeper", login), login);
    }

    /** Rows that somebody else holds, such as a round that leaves, are what they are: left alone. */
    private int doIt(DeskAction action, String which, Map<String, ?> params, String login) {
        int done = 0;
        List<Long> some;
        do {
            some = moments("SELECT id FROM outbox_mail WHERE " + which + " AND " + action.from()
                            + " ORDER BY id FETCH FIRST " + CHUNK + " ROWS ONLY FOR UPDATE SKIP LOCKED")
                    .params(params)
                    .query(Long.class)
                    .list();
            if (!some.isEmpty()) {
                moments("UPDATE outbox_mail SET " + action.change() + " WHERE id IN (:some)")
                        .param("some", some)
                        .update();
                journal.addAll(told(some, login, action.done()));
                done += some.size();
            }
        } while (some.size() == CHUNK);
        return done;
    }

    /** What people did with a mail by hand, with their names; oldest first. */
    public List<JournalEntry> historyOf(long mailId) {
        List<JournalEntry> entries = journal.of(KIND, mailId);
        Map<String, String> names =
                people.namesOf(entries.stream().map(JournalEntry::byWhom).toList());
        return entries.stream()
                .map(entry -> entry.by(names.get(entry.byWhom())))
                .toList();
    }

    static List<JournalEntry> told(List<Long> mailIds, String login, String what) {
        return mailIds.stream()
                .map(id -> JournalEntry.of(KIND, id).by(login).what(what))
                .toList();
    }

    /** Statements name the moments they need. */
    private StatementSpec moments(String statement) {
        Instant now = clock.instant();
        var spec = jdbc.sql(statement);
        for (var moment : Map.of("now", now, "late", now.minus(LATE), "chase", now.plus(LONG_HELD))
                .entrySet()) {
            if (statement.contains(":" + moment.getKey())) {
                spec = spec.param(moment.getKey(), Timestamp.from(moment.getValue()));
            }
        }
        return spec;
    }

    private static String like(String search) {
        return "%" + search.strip().toLowerCase().replaceAll("[!%_]", "!$0") + (search.isBlank() ? "" : "%");
    }
}
