package fr.forment.benchmark;

import fr.forment.territory.Uai;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Schools of 35 to a circonscription, each with a director who has an access and four teachers; nobody exists. */
final class BenchmarkPeople {

    static final int SCHOOLS_TOGETHER = 35;
    private static final int TEACHERS = 4;

    private final JdbcTemplate jdbc;

    BenchmarkPeople(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static String school(int i) {
        return Uai.ofNumber("9%06d".formatted(i)).orElseThrow().value();
    }

    static String circonscription(int i) {
        return "8%06dZ".formatted(i);
    }

    static String login(int school) {
        return "mesure" + school;
    }

    void settle(int schools) {
        int circonscriptions = (schools - 1) / SCHOOLS_TOGETHER + 1;
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < circonscriptions; i++) {
            rows.add(new Object[] {circonscription(i), "Circonscription " + i, "Mesure " + i});
        }
        write("INSERT INTO circonscription (uai, name, short_name, departement_code) VALUES (?, ?, ?, '035')", rows);
        for (int i = 0; i < schools; i++) {
            rows.add(new Object[] {
                school(i),
                "École élémentaire " + i,
                "Commune " + i % 9,
                circonscription(i / SCHOOLS_TOGETHER),
                3 + i % 9,
                70 + i % 150
            });
        }
        write("""
                INSERT INTO school (uai, name, commune, departement_code, circonscription_uai, kind, is_public, classes, pupils, rhythm, state, priority, ulis, search_text)
                VALUES (?, ?, ?, '035', ?, 'PRIMAIRE', TRUE, ?, ?, 'QUATRE_JOURS', 'OUVERT', 'AUCUNE', FALSE, '')""", rows);
        int first = jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) + 1 FROM agent", Integer.class);
        for (int i = 0; i < schools * (1 + TEACHERS); i++) {
            int place = i / (1 + TEACHERS);
            boolean director = i % (1 + TEACHERS) == 0;
            rows.add(new Object[] {
                first + i,
                "Personne" + i,
                director ? "mesure" + place + "@exemple.invalid" : null,
                director ? "DIRECTEUR" : "ADJOINT",
                school(place),
                circonscription(place / SCHOOLS_TOGETHER)
            });
        }
        write("""
                INSERT INTO agent (id, version, last_name, first_name, folded_name, email, function, school_uai, circonscription_uai, departement_code, quotity, constellation)
                VALUES (?, 0, ?, 'Camille', 'personne', ?, ?, ?, ?, '035', 100, FALSE)""", rows);
        int firstAccount = jdbc.queryForObject("SELECT COALESCE(MAX(id), 0) + 1 FROM account", Integer.class);
        for (int i = 0; i < schools; i++) {
            rows.add(new Object[] {firstAccount + i, login(i), first + i * (1 + TEACHERS), "Personne" + i});
        }
        write(
                "INSERT INTO account (id, version, login, agent_id, first_name, last_name, enabled, mirrored) VALUES (?, 0, ?, ?, 'Camille', ?, TRUE, TRUE)",
                rows);
        for (int i = 0; i < schools; i++) {
            rows.add(new Object[] {firstAccount + i, school(i)});
        }
        write("INSERT INTO account_role (account_id, role, perimeter) VALUES (?, 'DIRECTEUR', ?)", rows);
    }

    private void write(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += 1000) {
            jdbc.batchUpdate(sql, rows.subList(from, Math.min(from + 1000, rows.size())));
        }
        rows.clear();
    }
}
