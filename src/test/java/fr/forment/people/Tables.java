package fr.forment.people;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables on people hold, to compare before and after. */
final class Tables {

    private static final String AGENT =
            "a.last_name, a.first_name, a.folded_name, a.email, a.function, a.function_since, a.school_uai,"
                    + " a.circonscription_uai, a.departement_code, a.quotity, a.constellation, a.arrived_on, a.left_on, a.missing_since";

    private Tables() {}

    /** Everything but versions and the history, which only grow, and who the engine has ever been shown. */
    static List<String> exactly(JdbcClient jdbc) {
        return lines(
                jdbc,
                "SELECT a.id, " + AGENT + " FROM agent a ORDER BY a.id",
                "SELECT agent_id, login, first_name, last_name, password_hash, enabled FROM account ORDER BY id",
                "SELECT * FROM account_role ORDER BY account_id, role, perimeter",
                "SELECT agent_id, school_uai FROM agent_other_school ORDER BY agent_id, school_uai");
    }

    /** Who is where and as what, whatever their numbers: two ways to one state are the same to people. */
    static List<String> state(JdbcClient jdbc) {
        return lines(
                jdbc,
                "SELECT " + AGENT
                        + ", c.enabled FROM agent a LEFT JOIN account c ON c.agent_id = a.id ORDER BY a.folded_name, a.email, a.school_uai",
                "SELECT a.folded_name, a.email, r.role, r.perimeter FROM account_role r JOIN account c ON c.id = r.account_id"
                        + " JOIN agent a ON a.id = c.agent_id ORDER BY 1, 2, 3, 4");
    }

    private static List<String> lines(JdbcClient jdbc, String... queries) {
        return List.of(queries).stream()
                .flatMap(query -> jdbc.sql(query).query().listOfRows().stream())
                .map(row -> row.values().toString())
                .toList();
    }
}
