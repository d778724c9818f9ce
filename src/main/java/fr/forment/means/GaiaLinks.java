package fr.forment.means;

import fr.forment.plan.GaiaIdentifiers;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How GAIA and SOFIA call the modules of a project. They are known late, often after the approval, and decide nothing:
 * hence they belong to the project, not to a version.
 */
@Repository
@RequiredArgsConstructor
public class GaiaLinks {

    /** Stands for all modules that have no dispositif of their own. */
    static final String ALL = "";

    private final JdbcClient jdbc;

    /** As they were written; the key "" is the dispositif of all modules. */
    Map<String, GaiaIdentifiers> written(long projectId) {
        Map<String, GaiaIdentifiers> links = new TreeMap<>();
        jdbc.sql("SELECT module_code, dispositif, module FROM gaia_link WHERE project_id = ?")
                .param(projectId)
                .query(row -> {
                    links.put(row.getString(1), new GaiaIdentifiers(row.getString(2), row.getString(3)));
                });
        return links;
    }

    /** What one of its modules is called, the common dispositif filled in. */
    public GaiaIdentifiers of(long projectId, String moduleCode) {
        return resolved(written(projectId), moduleCode);
    }

    /** The same for several modules, by code. */
    public Map<String, GaiaIdentifiers> of(long projectId, Iterable<String> moduleCodes) {
        Map<String, GaiaIdentifiers> written = written(projectId);
        Map<String, GaiaIdentifiers> all = new TreeMap<>();
        moduleCodes.forEach(code -> all.put(code, resolved(written, code)));
        return all;
    }

    private static GaiaIdentifiers resolved(Map<String, GaiaIdentifiers> written, String code) {
        GaiaIdentifiers own = written.getOrDefault(code, GaiaIdentifiers.NONE);
        String common = written.getOrDefault(ALL, GaiaIdentifiers.NONE).dispositif();
        return new GaiaIdentifiers(own.dispositif().isEmpty() ? common : own.dispositif(), own.module());
    }

    void replace(long projectId, Map<String, GaiaIdentifiers> links) {
        jdbc.sql("DELETE FROM gaia_link WHERE project_id = ?").param(projectId).update();
        links.forEach((code, link) -> jdbc.sql(
                        "INSERT INTO gaia_link (project_id, module_code, dispositif, module) VALUES (?, ?, ?, ?)")
                .params(projectId, code, link.dispositif(), link.module())
                .update());
    }
}
