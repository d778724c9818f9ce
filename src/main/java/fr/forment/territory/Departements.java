package fr.forment.territory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The départements known so far. */
@Repository
@RequiredArgsConstructor
public class Departements {

    private static final String SELECT = """
            select d.code, d.name, d.academie, a.zone
              from departement d join academie a on a.name = d.academie
            """;
    static final RowMapper<Departement> ROW = (rs, n) -> new Departement(
            rs.getString("code"),
            rs.getString("name"),
            rs.getString("academie"),
            Zone.of(rs.getString("zone"), rs.getString("code")));

    private final JdbcClient jdbc;

    public Optional<Departement> find(String code) {
        return findAll(List.of(code)).stream().findFirst();
    }

    /** Several at once; unknown ones are left out. */
    public List<Departement> findAll(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where d.code in (:codes)")
                        .param("codes", codes)
                        .query(ROW)
                        .list();
    }

    /** Those whose schools have been imported, by code. */
    public List<Departement> all() {
        return jdbc.sql(SELECT
                        + " where exists (select 1 from school s where s.departement_code = d.code) order by d.code")
                .query(ROW)
                .list();
    }
}
