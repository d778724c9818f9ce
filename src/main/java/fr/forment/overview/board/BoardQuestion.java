package fr.forment.overview.board;

import fr.forment.people.Validity;
import fr.forment.project.blocked.MissedOpenings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What whoever answers for circonscriptions asks first. Each is one SQL of rows: the figure counts them, the list shows
 * them, the export writes them, so the three cannot differ. Parameters: {@code :places} (circonscriptions),
 * {@code :today}, {@code :now}, {@code :soon} (a fortnight from now), {@code :month} and {@code :quarter} (30 and 90
 * days ago), {@code :lapse} (the last day of the school year).
 */
public enum BoardQuestion {
    OUVERTURES(
            "Ouverture en retard",
            "Ouvertures en retard",
            "Écoles dont l'ENT devait déjà être ouvert, et ce qui manque",
            "Ouverture prévue",
            """
            SELECT s.circonscription_uai AS place, s.uai AS school_uai, CAST(NULL AS BIGINT) AS agent_id, CAST(NULL AS VARCHAR(40)) AS module_code,
                   v.id || ':' || p.id AS code, v.opens_on AS since, '/projets/' || v.project_id || '/vagues/' || v.rank || '/blocages' AS link
              FROM vague_school p JOIN vague v ON v.id = p.vague_id JOIN school s ON s.uai = p.school_uai
             WHERE s.circonscription_uai IN (:places) AND v.opens_on < :today AND %s""".formatted(MissedOpenings.STILL_TO_OPEN)),
    REPONSES(
            "Enquête sans réponse",
            "Enquêtes sans réponse",
            "Écoles qui n'ont pas encore répondu à l'enquête de besoins",
            "Interrogée",
            """
            SELECT s.circonscription_uai AS place, s.uai AS school_uai, CAST(NULL AS BIGINT) AS agent_id, CAST(NULL AS VARCHAR(40)) AS module_code,
                   CAST(NULL AS VARCHAR(200)) AS code, e.invited_on AS since, '/besoins/' || e.campaign_id AS link
              FROM survey e JOIN campaign c ON c.id = e.campaign_id JOIN school s ON s.uai = e.school_uai
             WHERE s.circonscription_uai IN (:places) AND e.state = 'INVITE' AND c.state IN ('OUVERTE', 'CLOSE')"""),
    DIRECTIONS(
            "Direction à former",
            "Directions à former",
            "Directions des écoles d'une vague commencée, à qui il manque une formation préalable à l'ouverture",
            "Ouverture prévue",
            """
            SELECT s.circonscription_uai AS place, s.uai AS school_uai, a.id AS agent_id, CAST(NULL AS VARCHAR(40)) AS module_code,
                   STRING_AGG(m.title, ' ; ' ORDER BY m.position, m.code) AS code, v.opens_on AS since, '/personnels/' || a.id AS link
              FROM vague_school p JOIN vague v ON v.id = p.vague_id JOIN school s ON s.uai = p.school_uai
              JOIN agent a ON a.school_uai = s.uai AND a.function = 'DIRECTEUR' AND (a.left_on IS NULL OR a.left_on > :today)
              JOIN module_profile f ON f.profile = 'DIRECTEUR' AND f.before_opening = TRUE
              JOIN training_module m ON m.id = f.training_module AND m.active = TRUE
             WHERE s.circonscription_uai IN (:places) AND %s
               AND NOT EXISTS (SELECT 1 FROM training_record r WHERE r.agent_id = a.id AND r.module_code = m.code AND %s)
             GROUP BY s.circonscription_uai, s.uai, a.id, v.opens_on""".formatted(BoardQuestion.AWAITED, Validity.HOLDS)),
    MINIMUM(
            "Session sous l'effectif",
            "Sessions sous l'effectif",
            "Sessions des quatorze prochains jours qui ont moins d'inscrits que l'effectif souhaité",
            "Le",
            """
            SELECT t.circonscription_uai AS place, CAST(NULL AS VARCHAR(8)) AS school_uai, t.trainer_id AS agent_id, t.module_code,
                   t.booked || ' sur ' || t.minimum AS code, CAST(t.starts_at AS DATE) AS since, '/sessions/' || t.id AS link
              FROM training_session t
             WHERE t.circonscription_uai IN (:places) AND t.for_parents = FALSE AND t.booked < t.minimum
               AND t.state IN ('OUVERTE', 'CONFIRMEE', 'CONVOQUEE') AND t.starts_at >= :now AND t.starts_at < :soon"""),
    DATES(
            "Session sans date",
            "Sessions sans date",
            "Sessions à qui il faut une nouvelle date",
            "Date dépassée ou perdue",
            """
            SELECT t.circonscription_uai AS place, CAST(NULL AS VARCHAR(8)) AS school_uai, t.trainer_id AS agent_id, t.module_code,
                   CAST(NULL AS VARCHAR(200)) AS code, CAST(t.starts_at AS DATE) AS since, '/sessions/' || t.id AS link
              FROM training_session t WHERE t.circonscription_uai IN (:places) AND t.state = 'DATE_A_FIXER'"""),
    EMARGEMENTS(
            "Émargement à saisir",
            "Émargements à saisir",
            "Sessions tenues dont l'émargement est attendu",
            "Tenue",
            """
            SELECT t.circonscription_uai AS place, CAST(NULL AS VARCHAR(8)) AS school_uai, t.trainer_id AS agent_id, t.module_code,
                   CAST(NULL AS VARCHAR(200)) AS code, CAST(t.ends_at AS DATE) AS since, '/sessions/' || t.id AS link
              FROM training_session t WHERE t.circonscription_uai IN (:places) AND t.state = 'A_EMARGER'"""),
    ATTENTES(
            "Personne en attente d'une place",
            "Personnes en attente d'une place",
            "Demandes de formation sans place, ou sans réponse de l'équipe",
            "Demandée",
            """
            SELECT q.circonscription_uai AS place, a.school_uai, q.agent_id, q.module_code,
                   CAST(NULL AS VARCHAR(200)) AS code, CAST(q.asked_at AS DATE) AS since, '/attentes/' || q.circonscription_uai || '/' || q.module_code AS link
              FROM place_request q JOIN agent a ON a.id = q.agent_id
             WHERE q.circonscription_uai IN (:places) AND q.state IN ('A_ETUDIER', 'ATTEND')"""),
    ARRIVEES(
            "Parcours d'arrivée en retard",
            "Parcours d'arrivée en retard",
            "Personnes arrivées dont l'échéance de formation est passée",
            "Échéance",
            """
            SELECT r.circonscription_uai AS place, r.school_uai, r.agent_id, CAST(NULL AS VARCHAR(40)) AS module_code,
                   CAST(NULL AS VARCHAR(200)) AS code, r.due_on AS since, '/arrivees/' || r.id AS link
              FROM arrival r WHERE r.circonscription_uai IN (:places) AND r.open_agent_id IS NOT NULL AND r.due_on < :today"""),
    RENOUVELER(
            "Formation à renouveler",
            "Formations à renouveler",
            "Personnes dont une formation ne compte plus, ou cessera de compter avant la fin de l'année scolaire",
            "Ne compte plus à partir du",
            """
            SELECT a.place, a.school_uai, a.id AS agent_id, r.module_code,
                   CASE WHEN EXISTS (SELECT 1 FROM enrolment e JOIN training_session t ON t.id = e.session_id
                                      WHERE e.active_agent_id = a.id AND t.module_code = r.module_code AND t.starts_at >= :now)
                        THEN 'inscription faite' ELSE 'aucune inscription' END AS code,
                   CAST(r.trained_on + m.validity_months * INTERVAL '1' MONTH AS DATE) AS since,
                   '/attentes/' || a.place || '/' || r.module_code AS link
              FROM training_module m JOIN training_record r ON r.module_code = m.code
              JOIN %s a ON a.id = r.agent_id AND (a.left_on IS NULL OR a.left_on > :today)
             WHERE m.validity_months IS NOT NULL AND m.active AND r.trained_on + m.validity_months * INTERVAL '1' MONTH <= :lapse""".formatted(PlacePeople.OF_PLACES)),
    USAGES(
            "Usage non rapporté",
            "Usages non rapportés",
            "Écoles ouvertes dont l'usage à trente ou à quatre-vingt-dix jours n'a pas été dit",
            "Ouverte",
            """
            SELECT s.circonscription_uai AS place, s.uai AS school_uai, CAST(NULL AS BIGINT) AS agent_id, CAST(NULL AS VARCHAR(40)) AS module_code,
                   d.days || ' jours' AS code, p.opened_on AS since, '/projets/' || v.project_id AS link
              FROM vague_school p JOIN vague v ON v.id = p.vague_id JOIN school s ON s.uai = p.school_uai
              JOIN (SELECT 30 AS days, CAST(:month AS DATE) AS reached UNION ALL SELECT 90, CAST(:quarter AS DATE)) d ON p.opened_on < d.reached
             WHERE s.circonscription_uai IN (:places) AND p.state = 'EN_SERVICE'
               AND NOT EXISTS (SELECT 1 FROM use_report u WHERE u.vague_school_id = p.id AND u.days_after = d.days AND u.active_classes IS NOT NULL)"""),
    RAPPORTS(
            "Usage rapporté",
            "Usages rapportés",
            "Ce que les écoles ouvertes ont dit de leur usage à trente et à quatre-vingt-dix jours",
            "Dit",
            """
            SELECT s.circonscription_uai AS place, s.uai AS school_uai, CAST(NULL AS BIGINT) AS agent_id, CAST(NULL AS VARCHAR(40)) AS module_code,
                   u.days_after || ' jours : ' || u.active_classes || CASE WHEN u.active_classes IN (0, 1) THEN ' classe active sur ' ELSE ' classes actives sur ' END || COALESCE(CAST(s.classes AS VARCHAR(10)), '–')
                   || ', ' || u.parent_accounts || ' % des familles' AS code,
                   u.reported_on AS since, '/projets/' || v.project_id AS link
              FROM use_report u JOIN vague_school p ON p.id = u.vague_school_id JOIN vague v ON v.id = p.vague_id JOIN school s ON s.uai = p.school_uai
             WHERE s.circonscription_uai IN (:places) AND u.active_classes IS NOT NULL""");

    private static final String AWAITED = MissedOpenings.STILL_TO_OPEN + " AND v.state <> 'PREPARATION'";

    private final String one;
    private final String label;
    private final String meaning;
    private final String when;
    private final String rows;

    BoardQuestion(String one, String label, String meaning, String when, String rows) {
        this.one = one;
        this.label = label;
        this.meaning = meaning;
        this.when = when;
        this.rows = rows;
    }

    public String label() {
        return label;
    }

    /** What so many are called. */
    public String label(int total) {
        return total == 1 ? one : label;
    }

    /** What exactly is counted. */
    public String meaning() {
        return meaning;
    }

    /** What the day of a row is. */
    public String when() {
        return when;
    }

    /** As it stands in an address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Counts what should not be; the others tell what was done. */
    public boolean isAlert() {
        return this != RAPPORTS;
    }

    public static List<BoardQuestion> alerts() {
        return Arrays.stream(values()).filter(BoardQuestion::isAlert).toList();
    }

    String rows() {
        return rows;
    }
}
