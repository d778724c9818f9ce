package fr.forment.charter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the versions of the rules, and what is known of their signatures. */
@Component
@RequiredArgsConstructor
public class Charters {

    private static final String COLUMNS =
            "SELECT id, circonscription_uai, label, body, published_on FROM charter_version ";
    private static final String LATEST_FIRST =
            " ORDER BY CASE WHEN circonscription_uai IS NULL THEN 1 ELSE 0 END, id DESC ";

    private final JdbcClient jdbc;

    /** What a direction counted of one version. */
    public record Count(String schoolUai, int pupils, int signed, int images, LocalDate countedOn) {}

    /** How many of the staff of a circonscription accepted the version that holds, and how many are there. */
    public record StaffCount(int accepted, int people) {}

    /**
     * The version that holds in a circonscription.
     *
     * @param circonscriptionUai null for people of none
     */
    public CharterVersion current(String circonscriptionUai) {
        return jdbc.sql(COLUMNS + "WHERE circonscription_uai IS NULL OR circonscription_uai = CAST(? AS VARCHAR(8))"
                        + LATEST_FIRST + "FETCH FIRST 1 ROW ONLY")
                .param(circonscriptionUai)
                .query(CharterVersion.class)
                .single();
    }

    /** The version that holds for a person. */
    public CharterVersion currentOf(long agentId) {
        return jdbc.sql(COLUMNS + "WHERE circonscription_uai IS NULL"
                        + " OR circonscription_uai = (SELECT a.circonscription_uai FROM agent a WHERE a.id = ?)"
                        + LATEST_FIRST + "FETCH FIRST 1 ROW ONLY")
                .param(agentId)
                .query(CharterVersion.class)
                .single();
    }

    public Optional<CharterVersion> find(long id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?")
                .param(id)
                .query(CharterVersion.class)
                .optional();
    }

    /** Latest first, the house's own last. */
    public List<CharterVersion> versions(String circonscriptionUai) {
        return jdbc.sql(COLUMNS + "WHERE circonscription_uai IS NULL OR circonscription_uai = ?" + LATEST_FIRST)
                .param(circonscriptionUai)
                .query(CharterVersion.class)
                .list();
    }

    /** By school; those that were not counted are left out. */
    public Map<String, Count> counts(long versionId, Collection<String> uais) {
        return uais.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("SELECT school_uai, pupils, signed, images, counted_on FROM charter_count"
                                + " WHERE version_id = :version AND school_uai IN (:uais)")
                        .param("version", versionId)
                        .param("uais", List.copyOf(uais))
                        .query(Count.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Count::schoolUai, count -> count));
    }

    /** Of the people who are there today. */
    public StaffCount staff(String circonscriptionUai, CharterVersion version, LocalDate today) {
        return jdbc.sql("""
                SELECT COUNT(c.id) AS accepted, COUNT(*) AS people FROM agent a
                LEFT JOIN charter_acceptance c ON c.agent_id = a.id AND c.version_id = :version
                WHERE a.circonscription_uai = :circo AND (a.left_on IS NULL OR a.left_on > CAST(:today AS DATE))""")
                .param("version", version.id())
                .param("circo", circonscriptionUai)
                .param("today", today)
                .query(StaffCount.class)
                .single();
    }
}
