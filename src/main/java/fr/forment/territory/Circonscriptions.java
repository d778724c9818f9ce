package fr.forment.territory;

import fr.forment.database.OfTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The circonscriptions. */
@Repository
@RequiredArgsConstructor
public class Circonscriptions {

    private static final String SELECT = """
            select c.uai, c.name, c.short_name, c.departement_code, d.academie, a.zone
              from circonscription c
              join departement d on d.code = c.departement_code
              join academie a on a.name = d.academie
            """;
    private static final RowMapper<Circonscription> ROW = (rs, n) -> new Circonscription(
            rs.getString("uai"),
            rs.getString("name"),
            rs.getString("short_name"),
            rs.getString("departement_code"),
            rs.getString("academie"),
            Zone.of(rs.getString("zone"), rs.getString("departement_code")));

    /** Each step of a command asks for the same one. */
    private static final OfTransaction<Map<String, Circonscription>> KNOWN = new OfTransaction<>(HashMap::new);

    private final JdbcClient jdbc;

    public Optional<Circonscription> find(String uai) {
        Map<String, Circonscription> known = KNOWN.get();
        Optional<Circonscription> found = Optional.ofNullable(known.get(uai)).or(() -> read(uai));
        found.ifPresent(each -> known.put(uai, each));
        return found;
    }

    /** The territory was written in this transaction. */
    static void changed() {
        KNOWN.forget();
    }

    private Optional<Circonscription> read(String uai) {
        return jdbc.sql(SELECT + " where c.uai = :uai")
                .param("uai", uai)
                .query(ROW)
                .optional();
    }

    /** Those of the départements whose schools have been imported: the others are reference data nobody works with. */
    public List<Circonscription> all() {
        return jdbc.sql(SELECT + """
                 where exists (select 1 from school s where s.departement_code = c.departement_code)
                 order by c.departement_code, c.short_name""").query(ROW).list();
    }

    /** Those with these UAI, and all of these départements. */
    public List<Circonscription> among(Set<String> uais, Set<String> departements) {
        return uais.isEmpty() && departements.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where c.uai in (:uais) or c.departement_code in (:departements)")
                        .param("uais", uais.isEmpty() ? Set.of("") : uais)
                        .param("departements", departements.isEmpty() ? Set.of("") : departements)
                        .query(ROW)
                        .list();
    }

    /** By name. */
    public List<Circonscription> inDepartement(String code) {
        return jdbc.sql(SELECT + " where c.departement_code = :code order by c.short_name")
                .param("code", code)
                .query(ROW)
                .list();
    }
}
