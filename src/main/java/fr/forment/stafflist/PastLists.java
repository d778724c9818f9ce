package fr.forment.stafflist;

import fr.forment.account.SignedIn;
import fr.forment.database.Slice;
import fr.forment.people.MyPerimeter;
import fr.forment.people.TeamRights;
import fr.forment.territory.Circonscription;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who imported what, when, with which figures, and what was undone: a person's own lists, and those that touch the
 * person's circonscriptions.
 */
@Component
@RequiredArgsConstructor
public class PastLists {

    /** @param byWhom a name */
    public record Entry(
            long id,
            OffsetDateTime at,
            String byWhom,
            String fileName,
            IntakeState state,
            Integer arrived,
            Integer cameBack,
            Integer changed,
            Integer moved,
            Integer gone,
            Integer refused,
            Integer addressesKept,
            String heldBecause,
            OffsetDateTime undoneAt,
            String undoneBy) {}

    private static final String SELECT = """
            SELECT i.id, i.at, COALESCE(NULLIF(TRIM(CONCAT(a.first_name, ' ', a.last_name)), ''), i.by_whom) AS by_whom, i.file_name, i.state, i.arrived,
                   i.came_back, i.changed, i.moved, i.gone, i.refused, i.addresses_kept, i.held_because, i.undone_at,
                   COALESCE(NULLIF(TRIM(CONCAT(u.first_name, ' ', u.last_name)), ''), i.undone_by) AS undone_by
            FROM staff_import i LEFT JOIN account a ON a.login = i.by_whom LEFT JOIN account u ON u.login = i.undone_by
            """;
    private static final String SEEN = """
             WHERE (i.by_whom = :me OR i.state IN ('ENREGISTRE', 'ANNULE') AND EXISTS (
                SELECT 1 FROM staff_import_place p WHERE p.import_id = i.id AND p.circonscription_uai IN (:circonscriptions)))""";

    private final JdbcClient jdbc;
    private final MyPerimeter mine;
    private final TeamRights team;
    private final SignedIn me;

    /** Newest first. */
    public Slice<Entry> latest(int page) {
        Map<String, ?> seen = Map.of("me", me.login(), "circonscriptions", circonscriptions());
        int total = jdbc.sql("SELECT COUNT(*) FROM staff_import i " + SEEN)
                .params(seen)
                .query(Integer.class)
                .single();
        return Slice.read(page, total, (from, size) -> jdbc.sql(
                        SELECT + SEEN + " ORDER BY i.id DESC OFFSET :from ROWS FETCH FIRST :size ROWS ONLY")
                .params(seen)
                .param("from", from)
                .param("size", size)
                .query(Entry.class)
                .list());
    }

    public Optional<Entry> find(long id) {
        return jdbc.sql(SELECT + SEEN + " AND i.id = :id")
                .param("me", me.login())
                .param("circonscriptions", circonscriptions())
                .param("id", id)
                .query(Entry.class)
                .optional();
    }

    /** The person who did it, and those who answer for all the circonscriptions it touched. */
    public boolean mayUndo(StaffImport file) {
        if (file.byWhom().equals(me.login())) {
            return true;
        }
        List<String> touched = jdbc.sql(
                        "SELECT DISTINCT circonscription_uai FROM staff_import_place WHERE import_id = ?")
                .param(file.id())
                .query(String.class)
                .list();
        return !touched.isEmpty() && touched.stream().allMatch(uai -> uai != null && team.answersFor(uai));
    }

    private Set<String> circonscriptions() {
        Set<String> seen = mine.circonscriptionsOfPeople().stream()
                .map(Circonscription::uai)
                .collect(Collectors.toSet());
        return seen.isEmpty() ? Set.of("") : seen;
    }
}
