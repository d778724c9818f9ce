package fr.forment.attack.pages;

import static fr.forment.attack.Thing.CAMPAIGN;
import static fr.forment.attack.Thing.DRAFT_CAMPAIGN;
import static fr.forment.attack.Thing.DRAFT_PLAN;
import static fr.forment.attack.Thing.GRID_LINE;
import static fr.forment.attack.Thing.HELD_SESSION;
import static fr.forment.attack.Thing.OPEN_CAMPAIGN;
import static fr.forment.attack.Thing.PLAN;
import static fr.forment.attack.Thing.PROJECT;
import static fr.forment.attack.Thing.SESSION;
import static fr.forment.attack.Thing.TRAINER;

import fr.forment.attack.Thing;
import fr.forment.project.NewProject;
import fr.forment.project.NewProject.NewVague;
import fr.forment.project.ProjectService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Projects, surveys, plans and sessions. */
class ManyTrainings extends Copies {

    private final ProjectService projects;

    ManyTrainings(ManyPeople people, ProjectService projects) {
        super(people);
        this.projects = projects;
    }

    /** Everybody waits for the module, and for one more of his own. */
    void waiting() {
        for (String module : List.of("'PRES-ECOLE'", "'M' || r.x")) {
            jdbc.sql("""
                    INSERT INTO place_request (version, circonscription_uai, module_code, agent_id, active_agent_id, origin, state, asked_at)
                    SELECT 0, '%s', %s, r.id, r.id, 'DEMANDE', 'ATTEND', CURRENT_TIMESTAMP FROM (%s) r""".formatted(circo, module, people)).update();
        }
        jdbc.sql("""
                INSERT INTO passed_over (request_id, session_id, session_date, reasons, noted_at)
                SELECT q.id, %s, 0, 'HEURES TRAJET', CURRENT_TIMESTAMP FROM place_request q
                WHERE NOT EXISTS (SELECT 1 FROM passed_over p WHERE p.request_id = q.id)""".formatted(place.of(SESSION))).update();
    }

    void sessions() {
        for (Thing session : List.of(SESSION, HELD_SESSION)) {
            long before = last("training_session");
            jdbc.sql("UPDATE training_session SET capacity = 200 WHERE id = " + place.of(session))
                    .update();
            copy(
                    "training_session",
                    is("id", session),
                    people,
                    Map.of(
                            "starts_at", "DATEADD(MINUTE, r.x, o.starts_at)",
                            "ends_at", "DATEADD(MINUTE, r.x, o.ends_at)",
                            "place", "'Salle ' || r.x",
                            "module_code", "CASE WHEN MOD(r.x, 2) = 0 THEN 'PEDA-1' ELSE o.module_code END",
                            "trainer_id", "r.id"));
            Thing enrolment = session == SESSION ? Thing.ENROLMENT : Thing.HELD_ENROLMENT;
            copy(
                    "enrolment",
                    is("id", enrolment),
                    people,
                    Map.of("agent_id", "r.id", "active_agent_id", "r.id", "school_uai", "r.school_uai"));
            copy(
                    "enrolment",
                    is("id", enrolment),
                    "SELECT id FROM training_session WHERE id > " + before,
                    Map.of("session_id", "r.id"));
            copy(
                    "enrolment",
                    is("id", enrolment),
                    "SELECT s.id, p.id AS agent, p.school_uai FROM training_session s CROSS JOIN (" + people
                            + " FETCH FIRST 2 ROWS ONLY) p WHERE s.id > " + before,
                    Map.of(
                            "session_id", "r.id",
                            "agent_id", "r.agent",
                            "active_agent_id", "r.agent",
                            "school_uai", "r.school_uai"));
            copyLine("SESSION", session, people, Map.of("by_whom", signed()));
        }
        copy( // held and over, of the project: what was said of them is read
                "training_session",
                is("id", HELD_SESSION),
                numbers,
                Map.of(
                        "starts_at", "DATEADD(MINUTE, r.x, o.starts_at)",
                        "ends_at", "DATEADD(MINUTE, r.x, o.ends_at)",
                        "project_id", place.of(PROJECT),
                        "plan_line", "NULL",
                        "vague_id", "NULL",
                        "state", "'CLOTUREE'",
                        "trainer_id", place.of(TRAINER)));
        copy(
                "issued_paper",
                "o.enrolment_id = " + place.of(Thing.ENROLMENT),
                "SELECT e.id FROM enrolment e WHERE e.session_id = " + place.of(SESSION)
                        + " AND NOT EXISTS (SELECT 1 FROM issued_paper i WHERE i.enrolment_id = e.id)",
                Map.of("enrolment_id", "r.id"));
        copy(
                "attestation",
                "o.number = '" + place.of(Thing.ATTESTATION) + "'",
                "SELECT e.id, e.session_id FROM enrolment e JOIN attestation a ON a.agent_id = e.agent_id WHERE a.number = '"
                        + place.of(Thing.ATTESTATION)
                        + "' AND NOT EXISTS (SELECT 1 FROM attestation x WHERE x.enrolment_id = e.id)",
                Map.of("enrolment_id", "r.id", "session_id", "r.session_id", "number", "'2026-' || r.id"));
        jdbc.sql("""
                INSERT INTO evaluation_answer (id, version_id, kind, session_id, m1, m2, m3, m4, m5, m6, lot)
                SELECT RANDOM_UUID(), 1, 'HOT', s.id, 3, 3, 3, 3, 3, 3, RANDOM_UUID() FROM training_session s
                CROSS JOIN SYSTEM_RANGE(1, 5) WHERE s.circonscription_uai = ?""").param(circo).update();
        jdbc.sql("""
                INSERT INTO evaluation_invitation (version_id, kind, session_id, agent_id, token_hash, expires_on, used)
                SELECT 1, 'HOT', s.id, p.id, 'beaucoup ' || s.id || ' ' || p.id, DATE '2027-10-01', TRUE FROM training_session s
                CROSS JOIN (""" + people + """
                 FETCH FIRST 6 ROWS ONLY) p WHERE s.project_id = ? AND s.state = 'CLOTUREE'
                   AND NOT EXISTS (SELECT 1 FROM evaluation_invitation x WHERE x.kind = 'HOT' AND x.session_id = s.id AND x.agent_id = p.id)""").param(place.of(PROJECT)).update();
        jdbc.sql("""
                INSERT INTO parents_answer (id, school_uai, version_id, c1, c2, needs, review)
                SELECT RANDOM_UUID(), ?, 3, 'OUI', 'OUI', 'Rien', 'A_LIRE' FROM SYSTEM_RANGE(1, ?)""").params(place.of(Thing.SCHOOL), more).update();
    }

    /** Asked of two people each. */
    void selfStudies() {
        jdbc.sql("""
                INSERT INTO self_study (project_id, circonscription_uai, module_code, minutes, opened_on, due_on)
                SELECT CAST(? AS BIGINT), CAST(? AS VARCHAR(8)), 'CHARTE', 30, DATE '2026-09-01', DATE '2027-01-08' FROM SYSTEM_RANGE(1, ?)""").params(place.of(PROJECT), circo, more).update();
        jdbc.sql("""
                INSERT INTO self_study_person (self_study_id, agent_id, school_uai, school_year, state)
                SELECT s.id, p.id, p.school_uai, '2026-2027', 'A_SUIVRE' FROM self_study s CROSS JOIN (""" + people + """
                 FETCH FIRST 2 ROWS ONLY) p WHERE NOT EXISTS (SELECT 1 FROM self_study_person x WHERE x.self_study_id = s.id AND x.agent_id = p.id)""").update();
    }

    void projects() {
        for (int i = 0; i < more; i++) {
            projects.create(new NewProject(
                    "Encore " + (made + i),
                    circo,
                    List.of(new NewVague(LocalDate.of(2027, 1, 11), List.of("08%05dZ".formatted(made + 1 + i))))));
        }
        copy("vague", is("id", Thing.VAGUE), numbers, Map.of("rank", "r.x + 10", "title", "'Vague ' || (r.x + 10)"));
        copy(
                "vague_school",
                "o.id = (SELECT MIN(id) FROM vague_school WHERE vague_id = " + place.of(Thing.VAGUE) + ")",
                schools,
                Map.of("school_uai", "r.uai"));
        copy(
                "vague_school",
                "o.id = (SELECT MIN(id) FROM vague_school WHERE vague_id = " + place.of(Thing.VAGUE) + ")",
                "SELECT v.id, s.uai FROM vague v JOIN (" + schools + ") s ON v.rank = s.x + " + (made + 10)
                        + " WHERE v.project_id = " + place.of(PROJECT),
                Map.of("vague_id", "r.id", "school_uai", "r.uai"));
        copyLine(
                "PROJECT",
                PROJECT,
                pupils,
                Map.of("by_whom", signed(), "part", "'" + place.of(Thing.VAGUE) + "/' || r.school_uai"));
    }

    void needs() {
        for (Thing campaign : List.of(OPEN_CAMPAIGN, CAMPAIGN, DRAFT_CAMPAIGN)) {
            long before = last("campaign");
            copy("campaign", is("id", campaign), numbers, Map.of("project_id", "NULL", "title", "'Campagne ' || r.x"));
            String copies = "SELECT id FROM campaign WHERE id > " + before;
            copy("campaign_perimeter", is("campaign_id", campaign), copies, Map.of("campaign_id", "r.id"));
            copy("campaign_count", is("campaign_id", campaign), copies, Map.of("campaign_id", "r.id"));
            copy(
                    "campaign_target",
                    is("campaign_id", OPEN_CAMPAIGN) + " AND o.school_uai = '" + place.of(Thing.SCHOOL) + "'",
                    schools,
                    Map.of("school_uai", "r.uai", "campaign_id", place.of(campaign)));
            lines("CAMPAIGN", place.of(campaign), "PLANNED", "Essai");
        }
        for (Thing campaign : List.of(OPEN_CAMPAIGN, CAMPAIGN)) {
            copy(
                    "survey",
                    "o.id = (SELECT MIN(id) FROM survey WHERE campaign_id = " + place.of(campaign) + ")",
                    schools,
                    Map.of("school_uai", "r.uai"));
            copy(
                    "survey",
                    is("id", Thing.SURVEY),
                    "SELECT id FROM campaign c WHERE circonscription_uai = '" + circo
                            + "' AND NOT EXISTS (SELECT 1 FROM survey s WHERE s.campaign_id = c.id)",
                    Map.of("campaign_id", "r.id"));
        }
        jdbc.sql("""
                INSERT INTO survey_answer (survey_id, answered_at, answered_by, late, answers)
                SELECT r.id, CURRENT_TIMESTAMP, %s, FALSE, '{}' FROM (SELECT id, id AS x FROM survey s WHERE campaign_id = %s
                AND NOT EXISTS (SELECT 1 FROM survey_answer a WHERE a.survey_id = s.id)) r""".formatted(signed(), place.of(CAMPAIGN))).update();
        jdbc.sql("""
                INSERT INTO survey_call (survey_id, wished_at, wished_by, slot, phone)
                SELECT r.id, CURRENT_TIMESTAMP, %s, 'MIDI', '0200000000' FROM (SELECT id, id AS x FROM survey s WHERE campaign_id = %s
                AND NOT EXISTS (SELECT 1 FROM survey_call a WHERE a.survey_id = s.id)) r""".formatted(signed(), place.of(OPEN_CAMPAIGN))).update();
        String first = " AND o.school_uai = '" + place.of(Thing.SCHOOL) + "'";
        copy("need_school", is("campaign_id", CAMPAIGN) + first, schools, Map.of("school_uai", "r.uai"));
        copy("need_line", is("campaign_id", CAMPAIGN) + first, schools, Map.of("school_uai", "r.uai"));
        jdbc.sql("""
                INSERT INTO need_correction (line_id, kind, happened_at, actor, computed, people_before, people_after, reason)
                SELECT %s, 'CORRECTED', CURRENT_TIMESTAMP, %s, 1, 1, 2, 'Essai' FROM (%s) r""".formatted(place.of(GRID_LINE), signed(), numbers)).update();
    }

    void plans() {
        for (Thing plan : List.of(PLAN, DRAFT_PLAN)) {
            long before = last("planned_session");
            copy(
                    "planned_session",
                    "o.id = (SELECT MIN(id) FROM planned_session WHERE plan_id = " + place.of(plan) + ")",
                    pupils,
                    Map.of(
                            "line",
                            "r.x + 1000",
                            "held_on",
                            later("o.held_on"),
                            "place",
                            "r.school_uai",
                            "trainer_agent_id",
                            "(SELECT MAX(id) - MOD(r.x, %d) FROM agent)".formatted(more)));
            copy(
                    "planned_session_school",
                    "o.planned_session = (SELECT MIN(id) FROM planned_session WHERE plan_id = " + place.of(plan) + ")",
                    "SELECT p.id, s.uai FROM planned_session p CROSS JOIN (" + schools + ") s WHERE p.id > " + before,
                    Map.of("planned_session", "r.id", "school_uai", "r.uai"));
            jdbc.sql("""
                    INSERT INTO plan_need (plan_id, school_uai, module_code, profile, people)
                    SELECT %s, uai, 'PEDA-1', 'ENSEIGNANT', 3 FROM (%s) r""".formatted(place.of(plan), schools)).update();
            jdbc.sql("""
                    INSERT INTO plan_load (plan_id, agent_id, school_uai, planned_minutes, left_minutes)
                    SELECT %s, id, school_uai, 1200, 600 FROM (%s) r""".formatted(place.of(plan), pupils)).update();
            jdbc.sql("""
                    INSERT INTO plan_warning (plan_id, position, weight, text)
                    SELECT %s, x, 'IMPORTANT', 'Essai' FROM (%s) r""".formatted(place.of(plan), numbers)).update();
            jdbc.sql("""
                    INSERT INTO plan_remark (plan_id, at, by_whom, text)
                    SELECT %s, CURRENT_TIMESTAMP, %s, 'Essai' FROM (%s) r""".formatted(place.of(plan), signed(), numbers)).update();
            lines("PLAN", place.of(plan), "Essai", "");
        }
        copy("training_plan", is("id", PLAN), numbers, Map.of("state", "'REMPLACE'", "number", "r.x + 1"));
    }
}
