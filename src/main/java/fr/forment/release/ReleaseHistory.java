package fr.forment.release;

import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to versions and materials, by whom and why. Lines are only ever added. */
@Component
@RequiredArgsConstructor
public class ReleaseHistory {

    /** One line; states are labels. {@code before} is null for the first, {@code why} when nothing was said. */
    public record Line(Instant at, String byWhom, String what, String before, String after, String why) {}

    private final JdbcClient jdbc;
    private final SignedIn me;
    private final Clock clock;

    void ofRelease(EntRelease release, ReleaseState before, String why) {
        add(
                release.id(),
                null,
                "Version " + release.label(),
                before == null ? null : before.label(),
                release.state().label(),
                why);
    }

    /** @param releaseId the version that made it stale; null otherwise */
    void ofMaterial(TrainingMaterial material, Long releaseId, MaterialState before, String why) {
        add(
                releaseId,
                material.id(),
                material.title(),
                before == null ? null : before.label(),
                material.state().label(),
                why);
    }

    /** Oldest first. */
    public List<Line> ofRelease(long releaseId) {
        return jdbc.sql(
                        "SELECT at, by_whom, what, before, after, why FROM release_history WHERE release_id = ? ORDER BY id")
                .param(releaseId)
                .query(Line.class)
                .list();
    }

    /** Oldest first. */
    public List<Line> ofMaterial(long materialId) {
        return jdbc.sql(
                        "SELECT at, by_whom, what, before, after, why FROM release_history WHERE material_id = ? ORDER BY id")
                .param(materialId)
                .query(Line.class)
                .list();
    }

    String actor() {
        return Optional.ofNullable(me.signature()).orElse(Signatures.NOBODY);
    }

    private void add(Long releaseId, Long materialId, String what, String before, String after, String why) {
        jdbc.sql("""
                INSERT INTO release_history (release_id, material_id, at, by_whom, what, before, after, why)
                VALUES (:release, :material, :at, :who, :what, :before, :after, :why)""")
                .param("release", releaseId, Types.BIGINT)
                .param("material", materialId, Types.BIGINT)
                .param("at", OffsetDateTime.now(clock))
                .param("who", actor())
                .param("what", what)
                .param("before", before, Types.VARCHAR)
                .param("after", after)
                .param("why", why == null || why.isBlank() ? null : why.strip(), Types.VARCHAR)
                .update();
    }
}
