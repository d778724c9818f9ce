package fr.forment.equipment;

import fr.forment.database.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what there is, what modules ask for and what sessions booked. */
@Repository
@RequiredArgsConstructor
public class Equipments {

    private static final String LINES = """
            SELECT b.id, b.version, b.session_id, s.circonscription_uai, s.module_code, s.starts_at, s.ends_at, s.dates_mark, s.state AS session_state,
                   b.kind, b.wanted, b.item_id, i.name AS item_name, i.provider, b.state AS written, b.booked_for, b.booked_mark, a.zone
              FROM equipment_booking b JOIN training_session s ON s.id = b.session_id LEFT JOIN equipment_item i ON i.id = b.item_id
              JOIN circonscription c ON c.uai = s.circonscription_uai JOIN departement d ON d.code = c.departement_code JOIN academie a ON a.name = d.academie\s""";
    private static final String TO_COME =
            "s.state IN ('PLANIFIEE', 'DATE_A_FIXER', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE')";
    /** Somebody has something to do, or may still change it. */
    private static final String LIVE =
            " WHERE s.circonscription_uai = :uai AND (" + TO_COME + " OR b.state = 'PRET' AND s.state <> 'ANNULEE')";

    private final JdbcClient jdbc;

    public List<EquipmentItem> items(String circonscriptionUai) {
        return jdbc.sql("SELECT * FROM equipment_item WHERE circonscription_uai = ? ORDER BY kind, name")
                .param(circonscriptionUai)
                .query(EquipmentItem.class)
                .list();
    }

    public Optional<EquipmentItem> item(long id) {
        return jdbc.sql("SELECT * FROM equipment_item WHERE id = ?")
                .param(id)
                .query(EquipmentItem.class)
                .optional();
    }

    /** Nobody else books it until the transaction ends. */
    Optional<EquipmentItem> hold(long id) {
        return jdbc.sql("SELECT * FROM equipment_item WHERE id = ? FOR UPDATE")
                .param(id)
                .query(EquipmentItem.class)
                .optional();
    }

    /** What a session of the module needs. */
    Set<EquipmentKind> needs(String moduleCode) {
        return new TreeSet<>(jdbc.sql("SELECT kind FROM module_equipment WHERE module_code = ?")
                .param(moduleCode)
                .query((row, at) -> EquipmentKind.valueOf(row.getString("kind")))
                .list());
    }

    /** The same of all modules that need something. */
    public Map<String, Set<EquipmentKind>> needs() {
        Map<String, Set<EquipmentKind>> needs = new TreeMap<>();
        jdbc.sql("SELECT module_code, kind FROM module_equipment").query(row -> {
            needs.computeIfAbsent(row.getString("module_code"), code -> new TreeSet<>())
                    .add(EquipmentKind.valueOf(row.getString("kind")));
        });
        return needs;
    }

    public Optional<EquipmentLine> line(long bookingId) {
        return jdbc.sql(LINES + "WHERE b.id = ?")
                .param(bookingId)
                .query(EquipmentLine.class)
                .optional();
    }

    public List<EquipmentLine> ofSession(long sessionId) {
        return jdbc.sql(LINES + "WHERE b.session_id = ? ORDER BY b.kind")
                .param(sessionId)
                .query(EquipmentLine.class)
                .list();
    }

    /** Of the sessions of a vague that are to come, by date. */
    List<EquipmentLine> ofVague(long vagueId) {
        return jdbc.sql(LINES + "WHERE s.vague_id = ? AND " + TO_COME + " ORDER BY s.starts_at, b.id")
                .param(vagueId)
                .query(EquipmentLine.class)
                .list();
    }

    /** Of other sessions; what they booked for another date is told by {@link EquipmentLine#state}. */
    List<EquipmentLine> ofItem(long itemId, long besidesSession) {
        return jdbc.sql(LINES + "WHERE b.item_id = ? AND b.session_id <> ? AND b.state IN ('RESERVE', 'PRET') AND "
                        + TO_COME)
                .params(itemId, besidesSession)
                .query(EquipmentLine.class)
                .list();
    }

    /** What is to be booked, made ready or given back, by date. */
    public Slice<EquipmentLine> live(String circonscriptionUai, int page) {
        int total = jdbc.sql("SELECT COUNT(*) FROM equipment_booking b JOIN training_session s ON s.id = b.session_id"
                        + LIVE)
                .param("uai", circonscriptionUai)
                .query(Integer.class)
                .single();
        return Slice.read(page, total, (from, size) -> jdbc.sql(
                        LINES + LIVE + " ORDER BY s.starts_at, b.id OFFSET :from ROWS FETCH FIRST :size ROWS ONLY")
                .param("uai", circonscriptionUai)
                .param("from", from)
                .param("size", size)
                .query(EquipmentLine.class)
                .list());
    }
}
