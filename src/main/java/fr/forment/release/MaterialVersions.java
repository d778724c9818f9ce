package fr.forment.release;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The versions of materials and their files: rows are added and read. */
@Repository
@RequiredArgsConstructor
public class MaterialVersions {

    private final JdbcClient jdbc;

    /** The latest first. */
    public List<MaterialVersion> of(long materialId) {
        return jdbc.sql("""
                SELECT number, made_at, made_by, place, file_id, file_told, note FROM material_version
                WHERE material_id = ? ORDER BY number DESC""")
                .param(materialId)
                .query((row, n) -> new MaterialVersion(
                        row.getInt("number"),
                        row.getObject("made_at", OffsetDateTime.class),
                        row.getString("made_by"),
                        row.getString("place"),
                        row.getObject("file_id", Long.class),
                        row.getString("file_told"),
                        row.getString("note")))
                .list();
    }

    /** Empty where that version has none. */
    public Optional<MaterialFile> file(long materialId, int number) {
        return jdbc.sql("""
                SELECT f.name, f.kind, f.content FROM material_file f JOIN material_version v ON v.file_id = f.id
                WHERE v.material_id = ? AND v.number = ?""")
                .params(materialId, number)
                .query((row, n) ->
                        new MaterialFile(row.getString(1), FileKind.valueOf(row.getString(2)), row.getBytes(3)))
                .optional();
    }

    long keep(MaterialFile file) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO material_file (name, kind, content) VALUES (?, ?, ?)")
                .params(file.name(), file.kind().name(), file.content())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    void add(TrainingMaterial material, OffsetDateTime at, String note) {
        jdbc.sql("""
                INSERT INTO material_version (material_id, number, made_at, made_by, place, file_id, file_told, note)
                VALUES (:material, :number, :at, :by, :place, :file, :told, :note)""")
                .param("material", material.id())
                .param("number", material.number())
                .param("at", at)
                .param("by", material.reviewedBy())
                .param("place", material.place())
                .param("file", material.fileId(), java.sql.Types.BIGINT)
                .param("told", material.fileTold(), java.sql.Types.VARCHAR)
                .param("note", note, java.sql.Types.VARCHAR)
                .update();
    }
}
