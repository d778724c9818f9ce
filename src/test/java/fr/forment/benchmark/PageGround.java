package fr.forment.benchmark;

import fr.forment.attack.OnePlace;
import fr.forment.attack.Thing;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whole circonscriptions in one département, with two school years behind them: 38 or 39 schools and 280 people each
 * (4,104 and 30,000 for 107). Rows are made by the database itself, most as copies of those of one place; nobody
 * exists.
 */
final class PageGround {

    static final int CIRCONSCRIPTIONS = 107;
    private static final int SCHOOLS = 4104;
    private static final int TEACHERS = 6; // besides the director
    private static final int TEAM = 10;
    private static final int SESSIONS = 90;
    private static final int SEATS = 18;
    private static final int SELECTED_MODULES = 12;
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 4);

    private final BenchmarkHouse house;
    private final JdbcTemplate jdbc;
    private final OnePlace place;
    private int grown;

    /** @param place becomes the first circonscription: it grows like the others */
    PageGround(BenchmarkHouse house, OnePlace place) {
        this.house = house;
        this.jdbc = house.jdbc();
        this.place = place;
        run("CREATE TABLE measure_circo (n INTEGER PRIMARY KEY, uai VARCHAR(8))");
        run("CREATE TABLE measure_school (n INTEGER PRIMARY KEY, uai VARCHAR(8), circo INTEGER)");
        run("CREATE TABLE measure_module (n INTEGER PRIMARY KEY, code VARCHAR(20))");
        run(
                "INSERT INTO measure_module (n, code) SELECT n, code FROM (SELECT ROW_NUMBER() OVER (ORDER BY code) AS n, code FROM training_module WHERE active = TRUE AND code <> 'FORM-FORMATEURS') m WHERE n <= "
                        + SELECTED_MODULES);
        run("CREATE TABLE measure_agent (id BIGINT PRIMARY KEY, circo INTEGER, k INTEGER)");
        run("CREATE INDEX measure_agent_place ON measure_agent (circo, k)");
    }

    /** So many circonscriptions in all, the place's own among them. */
    void growTo(int circonscriptions) {
        Figures.say("growing to %d circonscriptions", circonscriptions);
        String fresh = "n > %d AND n <= %d".formatted(grown, circonscriptions);
        places(circonscriptions, fresh);
        people(fresh);
        projects(fresh);
        needs(fresh);
        plans(fresh);
        sessions(fresh);
        traces(fresh);
        grown = circonscriptions;
        if (house.isPostgres()) {
            jdbc.execute("VACUUM ANALYZE"); // as it does by itself, but before anybody reads
        }
        Figures.say(
                "  %d schools, %d people, %d sessions, %d enrolments, %d lines of journal, %d letters",
                count("school"),
                count("agent"),
                count("training_session"),
                count("enrolment"),
                count("journal"),
                count("outbox_mail"));
    }

    private int count(String table) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    }

    private void places(int circonscriptions, String fresh) {
        run(
                "INSERT INTO measure_circo (n, uai) SELECT x, CASE WHEN x = 1 THEN '%s' ELSE '8' || LPAD(CAST(x AS VARCHAR(6)), 6, '0') || 'Z' END FROM %s WHERE x > %d"
                        .formatted(place.circo().uai(), range(circonscriptions), grown));
        run(
                "INSERT INTO circonscription (uai, name, short_name, departement_code) SELECT uai, 'Circonscription ' || n, 'Mesure ' || n, '035' FROM measure_circo WHERE %s AND n > 1"
                        .formatted(fresh));
        run(
                "INSERT INTO measure_school (n, uai, circo) SELECT x, '9' || LPAD(CAST(x AS VARCHAR(6)), 6, '0') || 'X', c.n FROM %s JOIN measure_circo c ON c.n = MOD(x, %d) + 1 WHERE %s"
                        .formatted(range(SCHOOLS), CIRCONSCRIPTIONS, fresh));
        copy(
                "school",
                "o.uai = '" + place.circo().schools().get(0) + "'",
                "SELECT m.uai, m.n, c.uai AS circo FROM measure_school m JOIN measure_circo c ON c.n = m.circo WHERE c."
                        + fresh.replace("AND n", "AND c.n"),
                Map.of(
                        "uai", "r.uai",
                        "name", "'École élémentaire ' || r.n",
                        "commune", "'Commune ' || MOD(r.n, 900)",
                        "circonscription_uai", "r.circo",
                        "search_text", "'ecole elementaire ' || r.n || ' commune'"));
    }

    private void people(String fresh) {
        String agents =
                "INSERT INTO agent (version, last_name, first_name, folded_name, email, function, school_uai, circonscription_uai, departement_code, quotity, constellation, arrived_on) ";
        run(agents + """
                SELECT 0, 'Personne' || m.n, 'Camille', 'personne' || m.n || ' camille', 'p' || m.n || '.' || x || '@exemple.invalid',
                       CASE WHEN x = 1 THEN 'DIRECTEUR' ELSE 'ADJOINT' END, m.uai, NULL, NULL, 100, FALSE, DATE '2020-09-01'
                  FROM measure_school m CROSS JOIN %s WHERE %s""".formatted(range(1 + TEACHERS), fresh.replace("n ", "m.circo ")));
        run(agents + """
                SELECT 0, 'Équipe' || n, 'Alix', 'equipe' || n || ' alix', 'e' || n || '.' || x || '@exemple.invalid',
                       CASE WHEN x = 1 THEN 'ERUN' WHEN x = 2 THEN 'SECRETAIRE' ELSE 'CPC' END, NULL, uai, NULL, 100, FALSE, DATE '2020-09-01'
                  FROM measure_circo CROSS JOIN %s WHERE %s""".formatted(range(TEAM), fresh));
        run("""
                INSERT INTO measure_agent (id, circo, k)
                SELECT a.id, c.n, ROW_NUMBER() OVER (PARTITION BY c.n ORDER BY CASE WHEN a.school_uai IS NULL THEN 1 ELSE 0 END, a.id)
                  FROM agent a LEFT JOIN school s ON s.uai = a.school_uai JOIN measure_circo c ON c.uai = COALESCE(s.circonscription_uai, a.circonscription_uai)
                 WHERE %s""".formatted(fresh.replace("n ", "c.n ")));
        run("""
                INSERT INTO account (version, login, agent_id, first_name, last_name, enabled, mirrored)
                SELECT 0, 'mesure' || a.id, a.id, a.first_name, a.last_name, TRUE, TRUE FROM agent a JOIN measure_agent m ON m.id = a.id
                 WHERE %s AND NOT EXISTS (SELECT 1 FROM account x WHERE x.agent_id = a.id)""".formatted(mine(fresh)));
        run("""
                INSERT INTO account_role (account_id, role, perimeter)
                SELECT t.id, CASE WHEN a.function = 'ADJOINT' THEN 'ENSEIGNANT' ELSE a.function END, COALESCE(a.school_uai, a.circonscription_uai)
                  FROM account t JOIN agent a ON a.id = t.agent_id JOIN measure_agent m ON m.id = a.id WHERE %s AND t.login LIKE 'mesure%%'""".formatted(mine(fresh)));
        run("""
                INSERT INTO training_record (agent_id, module_code, trained_on, source)
                SELECT m.id, o.code, %s, 'SESSION' FROM measure_agent m JOIN measure_module o ON MOD(m.k + o.n, 3 + MOD(m.circo, 3)) = 0
                 WHERE %s AND NOT EXISTS (SELECT 1 FROM training_record t WHERE t.agent_id = m.id AND t.module_code = o.code)""".formatted(day("MOD(m.k * 7 + o.n * 40, 720)"), mine(fresh)));
        run("""
                INSERT INTO hours_entry (version, agent_id, school_year, source_key, minutes, state)
                SELECT 0, m.id, CASE WHEN x <= 3 THEN '2024-2025' WHEN x <= 6 THEN '2025-2026' ELSE '2026-2027' END, 'mesure:' || m.id || ':' || x, 180,
                       CASE WHEN x > 6 THEN 'PLANNED' ELSE 'DONE' END FROM measure_agent m CROSS JOIN %s WHERE %s""".formatted(range(8), mine(fresh)));
        copy(
                "arrival",
                is("id", Thing.ARRIVAL),
                some(fresh, 30, "m.k > 20"),
                Map.of(
                        "agent_id", "r.id",
                        "open_agent_id", "CASE WHEN MOD(r.k, 3) = 0 THEN r.id ELSE NULL END",
                        "state", "CASE WHEN MOD(r.k, 3) = 0 THEN o.state ELSE 'CLOS' END",
                        "place_uai", "COALESCE(r.school_uai, r.uai)",
                        "school_uai", "r.school_uai",
                        "circonscription_uai", "r.uai",
                        "due_on", "DATE '2026-08-30'"));
        copy(
                "departure",
                is("id", Thing.DEPARTURE),
                some(fresh, 20, "m.k > 60"),
                Map.of(
                        "agent_id", "r.id",
                        "open_agent_id", "CASE WHEN MOD(r.k, 4) = 0 THEN r.id ELSE NULL END",
                        "school_uai", "r.school_uai",
                        "circonscription_uai", "r.uai"));
    }

    private void projects(String fresh) {
        copy(
                "project",
                is("id", Thing.PROJECT),
                "SELECT c.uai, c.n FROM measure_circo c WHERE c.n > 1 AND " + fresh.replace("n ", "c.n "),
                Map.of("circonscription_uai", "r.uai", "title", "'ENT de Mesure ' || r.n"));
        run("""
                INSERT INTO vague (version, project_id, rank, title, opens_on, state)
                SELECT 0, p.id, x + 10, 'Vague ' || (x + 10), %s, CASE WHEN x = 1 THEN 'FORMATION' ELSE 'PREPARATION' END
                  FROM project p JOIN measure_circo c ON c.uai = p.circonscription_uai CROSS JOIN %s WHERE %s""".formatted(day("640 + 90 * x"), range(3), fresh.replace("n ", "c.n ")));
        run("""
                INSERT INTO vague_school (version, vague_id, school_uai, state, asked_on)
                SELECT 0, v.id, s.uai, (SELECT MIN(state) FROM vague_school), DATE '2026-05-01'
                  FROM measure_school s JOIN measure_circo c ON c.n = s.circo JOIN project p ON p.circonscription_uai = c.uai
                  JOIN vague v ON v.project_id = p.id AND v.rank = MOD(s.n, 3) + 11 WHERE %s""".formatted(fresh.replace("n ", "c.n ")));
    }

    private void needs(String fresh) {
        String of = fresh.replace("n ", "c.n ");
        for (int year = 0; year < 2; year++) {
            run("""
                    INSERT INTO campaign (version, project_id, title, circonscription_uai, opens_on, deadline, threshold, state, rounds)
                    SELECT 0, NULL, 'Mesure %d', c.uai, DATE '2025-09-01', DATE '2025-10-16', 80, '%s', 0 FROM measure_circo c WHERE %s""".formatted(year, year == 0 ? "CLOSE" : "OUVERTE", of));
        }
        String campaigns =
                " FROM campaign g JOIN measure_circo c ON c.uai = g.circonscription_uai JOIN measure_school s ON s.circo = c.n WHERE g.title LIKE 'Mesure %%' AND "
                        + of;
        run(
                "INSERT INTO campaign_perimeter (campaign_id, kind, ref) SELECT g.id, 'CIRCONSCRIPTION', c.uai FROM campaign g JOIN measure_circo c ON c.uai = g.circonscription_uai WHERE g.title LIKE 'Mesure %%' AND "
                                .formatted()
                        + of);
        run(
                "INSERT INTO campaign_count (campaign_id, circonscription_uai, expected, answered, late) SELECT g.id, c.uai, 38, 25, 2 FROM campaign g JOIN measure_circo c ON c.uai = g.circonscription_uai WHERE g.title LIKE 'Mesure %' AND "
                        + of);
        String each = campaigns.replace("%%", "%");
        run("INSERT INTO campaign_target (campaign_id, school_uai, counted_in) SELECT g.id, s.uai, c.uai" + each);
        run(
                "INSERT INTO survey (version, campaign_id, school_uai, state, invited_on) SELECT 0, g.id, s.uai, CASE WHEN MOD(s.n, 3) = 0 THEN 'INVITE' ELSE 'REPONDU' END, DATE '2025-09-01'"
                        + each);
        run(
                "INSERT INTO survey_answer (survey_id, answered_at, late, answers) SELECT v.id, TIMESTAMP WITH TIME ZONE '2025-09-20 10:00:00+02', FALSE, '{}' FROM survey v JOIN campaign g ON g.id = v.campaign_id JOIN measure_circo c ON c.uai = g.circonscription_uai WHERE v.state = 'REPONDU' AND g.title LIKE 'Mesure %' AND "
                        + of);
        copy(
                "need_school",
                is("campaign_id", Thing.CAMPAIGN) + " AND o.school_uai = '"
                        + place.circo().schools().get(0) + "'",
                "SELECT g.id AS campaign, s.uai" + each,
                Map.of("campaign_id", "r.campaign", "school_uai", "r.uai"));
        copy(
                "need_line",
                "o.id = " + place.of(Thing.GRID_LINE),
                "SELECT g.id AS campaign, s.uai, o.code" + each.replace(" WHERE", " CROSS JOIN measure_module o WHERE"),
                Map.of("campaign_id", "r.campaign", "school_uai", "r.uai", "module_code", "r.code"));
    }

    private void plans(String fresh) {
        String of = fresh.replace("n ", "c.n ");
        copy(
                "training_plan",
                is("id", Thing.PLAN),
                "SELECT p.id FROM project p JOIN measure_circo c ON c.uai = p.circonscription_uai WHERE c.n > 1 AND "
                        + of,
                Map.of("project_id", "r.id", "root_id", "NULL", "base_plan_id", "NULL"));
        String plans =
                " FROM training_plan p JOIN project j ON j.id = p.project_id JOIN measure_circo c ON c.uai = j.circonscription_uai";
        run(
                "INSERT INTO plan_need (plan_id, school_uai, module_code, profile, people) SELECT p.id, s.uai, o.code, 'ENSEIGNANT', 4"
                        + plans
                        + " JOIN measure_school s ON s.circo = c.n CROSS JOIN measure_module o WHERE p.state = 'APPROUVE' AND "
                        + of);
        copy(
                "planned_session",
                "o.id = (SELECT MIN(id) FROM planned_session WHERE plan_id = " + place.of(Thing.PLAN) + ")",
                "SELECT p.id, x, c.n, o.code, (SELECT MIN(m.id) + MOD(x, 8) FROM measure_agent m JOIN agent a ON a.id = m.id WHERE m.circo = c.n AND a.school_uai IS NULL) AS trainer"
                        + plans + " CROSS JOIN " + range(40)
                        + " JOIN measure_module o ON o.n = MOD(x, " + SELECTED_MODULES
                        + ") + 1 WHERE p.state = 'APPROUVE' AND " + of,
                Map.of(
                        "plan_id",
                        "r.id",
                        "line",
                        "r.x + 100000",
                        "trainer_agent_id", // its own: nobody gives those of a whole département
                        "r.trainer",
                        "place",
                        "'Mesure ' || r.n",
                        "module_code",
                        "r.code",
                        "held_on",
                        day("735 + r.x * 6")));
        run("INSERT INTO planned_session_school (planned_session, school_uai, people) SELECT d.id, s.uai, 3"
                + plans
                + " JOIN planned_session d ON d.plan_id = p.id JOIN measure_school s ON s.circo = c.n AND MOD(s.n, 8) = MOD(d.line, 8) WHERE d.line > 100000 AND "
                + of);
        run(
                "INSERT INTO plan_load (plan_id, agent_id, school_uai, planned_minutes, left_minutes) SELECT p.id, a.id, a.school_uai, 360, 720"
                        + plans
                        + " JOIN measure_agent m ON m.circo = c.n JOIN agent a ON a.id = m.id WHERE p.state = 'APPROUVE' AND a.school_uai IS NOT NULL AND NOT EXISTS (SELECT 1 FROM plan_load l WHERE l.plan_id = p.id AND l.agent_id = a.id) AND "
                        + of);
    }

    private void sessions(String fresh) {
        String of = fresh.replace("n ", "c.n ");
        int held = SESSIONS - 12;
        copy(
                "training_session",
                is("id", Thing.SESSION),
                "SELECT x, c.n, c.uai, j.id AS project, o.code, (SELECT MIN(m.id) + MOD(x, 8) FROM measure_agent m JOIN agent a ON a.id = m.id WHERE m.circo = c.n AND a.school_uai IS NULL) AS trainer"
                        + " FROM measure_circo c JOIN project j ON j.circonscription_uai = c.uai CROSS JOIN "
                        + range(SESSIONS) + " JOIN measure_module o ON o.n = MOD(x, " + SELECTED_MODULES
                        + ") + 1 WHERE j.id = (SELECT MIN(id) FROM project k WHERE k.circonscription_uai = c.uai) AND "
                        + of,
                replaced(
                        "project_id", "r.project",
                        "vague_id", "NULL",
                        "phase_id", "NULL",
                        "plan_line", "r.x + 100000",
                        "circonscription_uai", "r.uai",
                        "module_code", "r.code",
                        "place", "'Mesure ' || r.n",
                        "starts_at", at("r.x * 9", 14),
                        "ends_at", at("r.x * 9", 17),
                        "trainer_id", "r.trainer",
                        "capacity", "24",
                        "minimum", "CASE WHEN MOD(r.x, 5) = 0 THEN 22 ELSE 5 END",
                        "booked", String.valueOf(SEATS),
                        "offered", "0",
                        "state",
                                "CASE WHEN r.x > %d THEN 'OUVERTE' WHEN r.x > %d THEN 'A_EMARGER' ELSE 'CLOTUREE' END"
                                        .formatted(held, held - 2)));
        String seats = " FROM training_session t JOIN measure_circo c ON c.uai = t.circonscription_uai CROSS JOIN "
                + range(SEATS)
                + " JOIN measure_agent m ON m.circo = c.n AND m.k = MOD(t.plan_line * 7 + x * 11, 260) + 1 JOIN agent a ON a.id = m.id WHERE t.place LIKE 'Mesure %' AND "
                + of;
        run("""
                INSERT INTO enrolment (version, session_id, agent_id, active_agent_id, school_uai, state, minutes_attended)
                SELECT 0, t.id, m.id, m.id, a.school_uai,
                       CASE WHEN t.state = 'CLOTUREE' THEN CASE WHEN MOD(x, 9) = 0 THEN 'ABSENT' ELSE 'PRESENT' END ELSE 'INSCRIT' END,
                       CASE WHEN t.state = 'CLOTUREE' THEN 180 ELSE NULL END""" + seats);
        String enrolled =
                " FROM enrolment e JOIN training_session t ON t.id = e.session_id JOIN measure_circo c ON c.uai = t.circonscription_uai WHERE t.place LIKE 'Mesure %' AND "
                        + of;
        run(
                "INSERT INTO occupation (agent_id, session_id, starts_at, ends_at) SELECT e.agent_id, t.id, t.starts_at, t.ends_at"
                        + enrolled + " AND t.state <> 'CLOTUREE'");
        String done = enrolled + " AND e.state = 'PRESENT'";
        run(
                "INSERT INTO half_day_mark (version, enrolment_id, starts_at, state, minutes) SELECT 0, e.id, t.starts_at, 'PRESENT', 180"
                        + done);
        run(
                "INSERT INTO attestation (number, enrolment_id, agent_id, session_id, minutes, issued_on, standing_enrolment_id) SELECT '2025-' || e.id || '-MES', e.id, e.agent_id, t.id, 180, CAST(t.starts_at AS DATE), e.id"
                        + done);
        run(
                "INSERT INTO evaluation_invitation (version_id, kind, session_id, agent_id, token_hash, expires_on, used) SELECT 1, 'HOT', t.id, e.agent_id, 'mesure' || e.id, DATE '2026-10-01', MOD(e.id, 3) > 0"
                        + done);
        run(
                "INSERT INTO evaluation_answer (id, version_id, kind, session_id, m1, m2, m3, m4, m5, m6, lot) SELECT %1$s, 1, 'HOT', t.id, 3, 3, 4, 2, 3, 3, %1$s"
                                .formatted(house.isPostgres() ? "gen_random_uuid()" : "RANDOM_UUID()")
                        + done + " AND MOD(e.id, 3) > 0");
        run("""
                INSERT INTO place_request (version, circonscription_uai, module_code, agent_id, active_agent_id, origin, state, asked_at)
                SELECT 0, c.uai, o.code, m.id, m.id, 'DEMANDE', 'ATTEND', TIMESTAMP WITH TIME ZONE '2026-08-20 10:00:00+02'
                  FROM measure_circo c JOIN measure_agent m ON m.circo = c.n AND m.k BETWEEN 200 AND 240 JOIN measure_module o ON o.n = MOD(m.k, %d) + 1
                 WHERE %s""".formatted(SELECTED_MODULES, of));
    }

    /** What years leave behind: histories, letters, materials, updates, rooms, closed days. */
    private void traces(String fresh) {
        String of = fresh.replace("n ", "c.n ");
        String circos = " FROM measure_circo c CROSS JOIN %s WHERE " + of;
        run("""
                INSERT INTO journal (kind, subject, at, by_whom, what, before, after)
                SELECT CASE MOD(x, 4) WHEN 0 THEN 'SESSION' WHEN 1 THEN 'AGENT' WHEN 2 THEN 'PROJECT' ELSE 'PLAN' END, CAST(c.n * 10000 + x AS VARCHAR(40)),
                       TIMESTAMP WITH TIME ZONE '2025-09-01 10:00:00+02', 'mesure' || x, 'Mesure', 'a', 'b'""" + circos.formatted(range(5000)));
        copy(
                "outbox_mail",
                is("id", Thing.DRAFT),
                "SELECT c.n, x, m.id" + " FROM measure_circo c CROSS JOIN " + range(3000)
                        + " JOIN measure_agent m ON m.circo = c.n AND m.k = MOD(x, 250) + 1 WHERE " + of,
                Map.of(
                        "mail_key", "'mesure:' || r.n || ':' || r.x",
                        "agent_id", "r.id",
                        "to_address", "'p' || r.id || '@exemple.invalid'",
                        "keeper", "NULL",
                        "state", "'SENT'",
                        "attached", "0"));
        copy(
                "training_material",
                is("id", Thing.MATERIAL),
                "SELECT c.uai, x, o.code FROM measure_circo c CROSS JOIN " + range(20)
                        + " JOIN measure_module o ON o.n = MOD(x, " + SELECTED_MODULES + ") + 1 WHERE " + of,
                Map.of("circonscription_uai", "r.uai", "title", "'Support ' || r.x", "module_code", "r.code"));
        copy(
                "ent_release",
                is("id", Thing.RELEASE),
                "SELECT c.uai, x" + circos.formatted(range(4)),
                Map.of("circonscription_uai", "r.uai", "label", "'2.' || r.x", "session_id", "NULL"));
        copy(
                "training_room",
                is("id", Thing.ROOM),
                "SELECT c.uai, c.n, x" + circos.formatted(range(10)),
                Map.of(
                        "circonscription_uai", "r.uai",
                        "name", "'Salle ' || r.x",
                        "place", "'mesure ' || r.n || ' ' || r.x"));
        copy(
                "school_closure",
                is("id", Thing.CLOSURE),
                "SELECT c.uai, s.uai AS school FROM measure_circo c JOIN measure_school s ON s.circo = c.n AND MOD(s.n, 5) = 0 WHERE "
                        + of,
                Map.of("circonscription_uai", "r.uai", "school_uai", "r.school"));
        for (Map.Entry<String, Thing> each : Map.of(
                        "trainer_week", Thing.TRAINER_WEEK,
                        "trainer_absence", Thing.ABSENCE,
                        "trainer_certification", Thing.CERTIFICATION)
                .entrySet()) {
            copy(
                    each.getKey(),
                    is("id", each.getValue()),
                    "SELECT a.id FROM measure_agent m JOIN agent a ON a.id = m.id JOIN measure_circo c ON c.n = m.circo WHERE a.school_uai IS NULL AND "
                            + of,
                    Map.of("agent_id", "r.id"));
        }
        copy(
                "school_meeting",
                is("id", Thing.MEETING),
                "SELECT s.uai FROM measure_school s JOIN measure_circo c ON c.n = s.circo WHERE " + of,
                Map.of("school_uai", "r.uai"));
        run(
                "INSERT INTO parents_answer (id, school_uai, version_id, c1, c2, review) SELECT %s, s.uai, 3, 'OUI', 'OUI', 'MONTRE' FROM measure_school s JOIN measure_circo c ON c.n = s.circo CROSS JOIN %s WHERE %s"
                        .formatted(house.isPostgres() ? "gen_random_uuid()" : "RANDOM_UUID()", range(10), of));
        run(
                "INSERT INTO charter_acceptance (agent_id, version_id, accepted_at) SELECT m.id, (SELECT MIN(id) FROM charter_version), CURRENT_TIMESTAMP FROM measure_agent m JOIN measure_circo c ON c.n = m.circo WHERE MOD(m.k, 2) = 0 AND NOT EXISTS (SELECT 1 FROM charter_acceptance x WHERE x.agent_id = m.id) AND "
                        + of);
        copy(
                "equipment_item",
                is("id", Thing.EQUIPMENT),
                "SELECT c.uai, x" + circos.formatted(range(3)),
                Map.of("circonscription_uai", "r.uai", "name", "'Comptes ' || r.x"));
    }

    /** Some people of each circonscription, with their places. */
    private static String some(String fresh, int most, String also) {
        return "SELECT m.id, m.k, a.school_uai, c.uai FROM measure_agent m JOIN agent a ON a.id = m.id JOIN measure_circo c ON c.n = m.circo WHERE a.school_uai IS NOT NULL AND "
                + also + " AND m.k <= " + (most + Integer.parseInt(also.replaceAll("\\D", ""))) + " AND "
                + fresh.replace("n ", "c.n ");
    }

    private static String mine(String fresh) {
        return fresh.replace("n ", "m.circo ");
    }

    private String is(String column, Thing thing) {
        return "o." + column + " = " + place.of(thing);
    }

    private String range(int most) {
        return house.isPostgres()
                ? "(SELECT x FROM generate_series(1, %d) AS g (x)) g".formatted(most)
                : "(SELECT x FROM SYSTEM_RANGE(1, %d)) g".formatted(most);
    }

    /** So many days after the first Wednesday. */
    private String day(String days) {
        return house.isPostgres()
                ? "(DATE '%s' + CAST(%s AS INTEGER))".formatted(FIRST, days)
                : "DATEADD(DAY, %s, DATE '%s')".formatted(days, FIRST);
    }

    private String at(String days, int hour) {
        return "CAST(%s AS TIMESTAMP) + INTERVAL '%d' HOUR".formatted(day(days), hour);
    }

    private static Map<String, String> replaced(String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    /** As {@code attack.pages.Copies}, for both databases. */
    private void copy(String table, String which, String each, Map<String, String> values) {
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> all = jdbc.queryForList("""
                SELECT LOWER(column_name) FROM information_schema.columns WHERE LOWER(table_name) = ? AND LOWER(table_schema) = 'public' AND is_identity = 'NO'
                ORDER BY ordinal_position""", String.class, table);
        all.forEach(column -> columns.put(column, "o." + column));
        columns.putAll(values);
        run("INSERT INTO %s (%s) SELECT %s FROM %s o CROSS JOIN (%s) r WHERE %s"
                .formatted(
                        table,
                        String.join(", ", columns.keySet()),
                        String.join(", ", columns.values()),
                        table,
                        each,
                        which));
    }

    private void run(String sql) {
        try {
            jdbc.execute(sql);
        } catch (RuntimeException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
