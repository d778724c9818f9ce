package fr.forment.territory;

import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes académies, départements and circonscriptions. */
@Repository
@RequiredArgsConstructor
public class GroundTables {

    private final JdbcClient jdbc;

    /** Whoever writes the ground waits here until whoever does so already is done. */
    void takeTurn() {
        jdbc.sql("select name from academie order by name for update")
                .query(String.class)
                .list();
    }

    /** An académie already there keeps its zone. */
    public void addAcademie(String name, Zone zone) {
        Circonscriptions.changed();
        jdbc.sql("""
                insert into academie (name, zone) select cast(:name as varchar(60)), cast(:zone as varchar(1))
                 where not exists (select 1 from academie where name = :name)""")
                .param("name", name)
                .param("zone", zone == null ? null : zone.name(), Types.VARCHAR)
                .update();
    }

    public void saveDepartement(String code, String name, String academie) {
        Circonscriptions.changed();
        int updated = jdbc.sql("update departement set name = :name, academie = :academie where code = :code")
                .param("code", code)
                .param("name", name)
                .param("academie", academie)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into departement (code, name, academie) values (:code, :name, :academie)")
                    .param("code", code)
                    .param("name", name)
                    .param("academie", academie)
                    .update();
        }
    }

    public void saveCirconscription(String uai, String name, String departementCode) {
        Circonscriptions.changed();
        int updated = jdbc.sql("""
                update circonscription set name = :name, short_name = :short, departement_code = :departement where uai = :uai""")
                .param("uai", uai)
                .param("name", name)
                .param("short", Circonscription.shorten(name))
                .param("departement", departementCode)
                .update();
        if (updated == 0) {
            jdbc.sql("""
                    insert into circonscription (uai, name, short_name, departement_code)
                    values (:uai, :name, :short, :departement)""")
                    .param("uai", uai)
                    .param("name", name)
                    .param("short", Circonscription.shorten(name))
                    .param("departement", departementCode)
                    .update();
        }
    }

    public Map<String, Departement> departements() {
        return jdbc
                .sql(
                        "select d.code, d.name, d.academie, a.zone from departement d join academie a on a.name = d.academie")
                .query(Departements.ROW)
                .list()
                .stream()
                .collect(Collectors.toMap(Departement::code, Function.identity()));
    }

    /** By UAI: name and code of the département. */
    public Map<String, AnnuaireFile.Named> circonscriptions() {
        Map<String, AnnuaireFile.Named> known = new HashMap<>();
        jdbc.sql("select uai, name, departement_code from circonscription").query(rs -> {
            known.put(
                    rs.getString("uai"),
                    new AnnuaireFile.Named(0, rs.getString("name"), rs.getString("departement_code")));
        });
        return known;
    }

    public List<String> academies() {
        return jdbc.sql("select name from academie").query(String.class).list();
    }

    boolean knowsCirconscription(String uai) {
        return jdbc.sql("select count(*) from circonscription where uai = :uai")
                        .param("uai", uai)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
