package fr.forment.stafflist;

import fr.forment.account.AgentFunction;
import fr.forment.files.TableRow;
import fr.forment.people.ArrivalKind;
import fr.forment.stafflist.StaffImport.Figures;
import fr.forment.stafflist.reading.ReadingChoices;
import fr.forment.stafflist.reading.StaffFileKind;
import fr.forment.stafflist.reading.StaffTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The deposited files: what is known of each, and its cells. */
@Repository
@RequiredArgsConstructor
class Imports {

    private static final String SELECT = """
            SELECT i.*, CASE WHEN state IN ('EN_ANALYSE', 'EN_ECRITURE') AND lease_until < CURRENT_TIMESTAMP THEN TRUE ELSE FALSE END
                   AS interrupted FROM staff_import i""";

    private final JdbcClient jdbc;

    long add(OffsetDateTime at, String byWhom, String fileName, StaffTable table, String signature) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                INSERT INTO staff_import (at, by_whom, file_name, state, kind, header, discarded, signature)
                VALUES (?, ?, ?, 'DEPOSE', ?, ?, ?, ?)""")
                .params(
                        at,
                        byWhom,
                        fileName,
                        table.kind().name(),
                        Cells.write(table.columns()),
                        Cells.write(table.discarded()),
                        signature)
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    Optional<StaffImport> find(long id) {
        return jdbc.sql(SELECT + " WHERE id = ?").param(id).query(Imports::read).optional();
    }

    void deposited(long id, int lines, StaffTable table, String mapping, IntakeState state) {
        jdbc.sql("UPDATE staff_import SET line_count = ?, emptied = ?, sheets = ?, mapping = ?, state = ? WHERE id = ?")
                .params(
                        lines,
                        Cells.write(table.emptied()),
                        Cells.writeSheets(table.sheets()),
                        mapping,
                        state.name(),
                        id)
                .update();
    }

    /** False when somebody chose already. */
    boolean chosen(long id, String mapping, ReadingChoices choices) {
        return jdbc.sql("""
                UPDATE staff_import SET mapping = :mapping, school_uai = :school, silent_function = :silent, state = 'EN_ANALYSE'
                WHERE id = :id AND state = 'A_FAIRE_CORRESPONDRE'""")
                        .param("mapping", mapping)
                        .param("school", choices.schoolUai(), Types.VARCHAR)
                        .param(
                                "silent",
                                choices.functionWhenSilent() == null
                                        ? null
                                        : choices.functionWhenSilent().name(),
                                Types.VARCHAR)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The work of this hand is over without its end; false when it was taken over already. */
    boolean stopped(long id, String worker, IntakeState next, String problem) {
        jdbc.sql("UPDATE staff_import_turn SET import_id = NULL, worker = NULL WHERE worker = ?")
                .param(worker)
                .update();
        return jdbc.sql("""
                UPDATE staff_import SET state = :next, problem = :problem, worker = NULL, lease_until = NULL
                WHERE id = :id AND worker = :worker AND state IN ('EN_ANALYSE', 'EN_ECRITURE')""")
                        .param("next", next.name())
                        .param("problem", problem, Types.VARCHAR)
                        .param("id", id)
                        .param("worker", worker)
                        .update()
                == 1;
    }

    void note(long id, String problem) {
        jdbc.sql("UPDATE staff_import SET problem = ? WHERE id = ?")
                .params(problem, id)
                .update();
    }

    /** From one of these states to the next; false when it is no longer in any of them. */
    boolean pass(long id, IntakeState next, IntakeState... from) {
        return jdbc.sql("UPDATE staff_import SET state = :next, problem = NULL WHERE id = :id AND state IN (:from)")
                        .param("next", next.name())
                        .param("id", id)
                        .param("from", Arrays.stream(from).map(Enum::name).toList())
                        .update()
                == 1;
    }

    void addChunk(long id, int chunk, List<TableRow> rows) {
        jdbc.sql("INSERT INTO staff_import_chunk (import_id, chunk, content) VALUES (?, ?, ?)")
                .params(id, chunk, Cells.writeRows(rows))
                .update();
    }

    /** Empty past the last one. */
    List<TableRow> chunk(long id, int chunk) {
        return jdbc.sql("SELECT content FROM staff_import_chunk WHERE import_id = ? AND chunk = ?")
                .params(id, chunk)
                .query(String.class)
                .optional()
                .map(Cells::readRows)
                .orElse(List.of());
    }

    /** Forgets cells, lines and answers; the journal keeps the file's name and figures. */
    void forget(long id) {
        for (String table : List.of("staff_import_chunk", "staff_import_candidate", "staff_import_line")) {
            jdbc.sql("DELETE FROM " + table + " WHERE import_id = ?").param(id).update();
        }
    }

    private static StaffImport read(ResultSet row, int number) throws SQLException {
        Integer arrived = row.getObject("arrived", Integer.class);
        Figures figures = arrived == null
                ? null
                : new Figures(
                        arrived,
                        row.getInt("came_back"),
                        row.getInt("changed"),
                        row.getInt("moved"),
                        row.getInt("gone"),
                        row.getInt("refused"));
        return new StaffImport(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class),
                row.getString("by_whom"),
                row.getString("file_name"),
                IntakeState.valueOf(row.getString("state")),
                named(StaffFileKind.class, row.getString("kind")),
                Cells.read(row.getString("header")),
                Cells.read(row.getString("discarded")),
                Cells.read(row.getString("emptied")),
                Cells.readSheets(row.getString("sheets")),
                row.getString("signature"),
                row.getString("mapping"),
                row.getString("school_uai"),
                named(AgentFunction.class, row.getString("silent_function")),
                row.getBoolean("is_whole"),
                named(ArrivalKind.class, row.getString("arrival")),
                row.getBoolean("good_lines_only"),
                row.getString("held_because"),
                row.getInt("revision"),
                row.getInt("line_count"),
                row.getInt("steps_done"),
                row.getInt("steps_total"),
                row.getBoolean("interrupted"),
                row.getString("problem"),
                row.getLong("newest_agent"),
                row.getInt("covered"),
                figures,
                row.getObject("written_at", OffsetDateTime.class),
                row.getObject("undone_at", OffsetDateTime.class),
                row.getString("undone_by"));
    }

    private static <T extends Enum<T>> T named(Class<T> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
