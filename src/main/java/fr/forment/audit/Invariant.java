package fr.forment.audit;

/**
 * One thing that is never to be found. Each is one SQL whose only column names what breaks it, in words an operator can
 * search for; {@code :now} is the hour of the house.
 */
public enum Invariant {
    CAPACITY(Severity.SERIOUS, "Une session a plus de personnes que de places", """
            SELECT 'session ' || t.id || ' : ' || COUNT(*) || ' personnes pour ' || t.capacity || ' places'
              FROM training_session t JOIN enrolment e ON e.session_id = t.id
             WHERE e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE') AND e.waived IS NULL AND t.state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE')
             GROUP BY t.id, t.capacity HAVING COUNT(*) > t.capacity"""),
    BOOKED(Severity.SERIOUS, "Le nombre de places prises d'une session n'est pas celui de ses inscrits", """
            SELECT 'session ' || t.id || ' : ' || t.booked || ' notées'
              FROM training_session t
             WHERE t.state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE') AND t.for_parents = FALSE
               AND t.booked <> (SELECT COUNT(*) FROM enrolment e WHERE e.session_id = t.id AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE', 'PRESENT', 'PARTIEL'))"""),
    TWICE(Severity.SERIOUS, "Une personne est inscrite deux fois à la même session", """
            SELECT 'session ' || e.session_id || ', personne ' || e.agent_id FROM enrolment e
             WHERE e.state IN ('LISTE_ATTENTE', 'INSCRIT', 'CONVOQUE', 'ACCUSE', 'PRESENT', 'PARTIEL')
             GROUP BY e.session_id, e.agent_id HAVING COUNT(*) > 1"""),
    TWO_PLACES(Severity.SERIOUS, "Une personne est attendue à deux endroits à la fois", """
            SELECT 'personne ' || o.agent_id || ' : sessions ' || o.session_id || ' et ' || p.session_id
              FROM occupation o JOIN occupation p ON p.agent_id = o.agent_id AND p.session_id > o.session_id
               AND p.starts_at < o.ends_at AND o.starts_at < p.ends_at"""),
    ATTESTED(Severity.SERIOUS, "Une attestation vaut pour une personne qui n'était pas là", """
            SELECT 'attestation ' || a.number FROM attestation a JOIN enrolment e ON e.id = a.enrolment_id
             WHERE a.revoked_on IS NULL AND e.state NOT IN ('PRESENT', 'PARTIEL')"""),
    HOURS(Severity.SERIOUS, "Des heures sont comptées sans inscription qui les porte", """
            SELECT 'heures de la personne ' || h.agent_id || ' : ' || h.source_key FROM hours_entry h
             WHERE h.source_key LIKE 'enrolment:%%' AND h.state IN ('PLANNED', 'DONE')
               AND NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.id = %s
                                  AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE', 'PRESENT', 'PARTIEL', 'ABSENT'))""".formatted(
                    number("h.source_key LIKE 'enrolment:%'", "SUBSTRING(h.source_key FROM 11)"))),
    SESSION_ALONE(Severity.SERIOUS, "Une session à venir n'est suivie par aucun processus", """
            SELECT 'session ' || t.id FROM training_session t
             WHERE t.state IN ('PLANIFIEE', 'OUVERTE', 'CONFIRMEE', 'CONVOQUEE', 'DATE_A_FIXER', 'EN_COURS', 'A_EMARGER') AND %s""".formatted(
                    alone("trainingSession", "t.id"))),
    PROJECT_ALONE(Severity.SERIOUS, "Un projet en cours n'est suivi par aucun processus", """
            SELECT 'projet ' || p.id FROM project p WHERE p.state NOT IN ('CONTINU', 'ABANDONNE') AND %s""".formatted(
                    alone("entProject", "p.id"))),
    ARRIVAL_ALONE(Severity.SERIOUS, "Une arrivée en cours n'est suivie par aucun processus", """
            SELECT 'arrivée ' || r.id FROM arrival r WHERE r.open_agent_id IS NOT NULL AND %s""".formatted(
                    alone("arrival", "r.id"))),
    CAMPAIGN_ALONE(Severity.SERIOUS, "Une enquête ouverte n'est suivie par aucun processus", """
            SELECT 'enquête ' || c.id FROM campaign c WHERE c.state = 'OUVERTE' AND %s""".formatted(
                    alone("needsCampaign", "c.id"))),
    PROCESS_ALONE(
            Severity.WATCH,
            "Un processus suit une session qui n'existe plus ou qui est annulée",
            over(
                    "trainingSession",
                    "session",
                    "training_session t",
                    "t.id",
                    "t.state NOT IN ('ANNULEE', 'NON_REALISEE')")),
    PROJECT_OVER(
            Severity.SERIOUS,
            "Un processus suit un projet qui n'existe plus ou qui est abandonné",
            over("entProject", "projet", "project p", "p.id", "p.state <> 'ABANDONNE'")),
    ARRIVAL_OVER(
            Severity.SERIOUS,
            "Un processus suit une arrivée qui n'existe plus ou qui est close",
            over("arrival", "arrivée", "arrival r", "r.id", "r.open_agent_id IS NOT NULL")),
    TASK_OF_NOBODY(Severity.SERIOUS, "Une tâche en retard n'est proposée à personne", """
            SELECT 'tâche ' || t.ID_ || ' (' || t.NAME_ || ')' FROM ACT_RU_TASK t
             WHERE t.DUE_DATE_ < :now AND t.ASSIGNEE_ IS NULL
               AND NOT EXISTS (SELECT 1 FROM ACT_RU_IDENTITYLINK l JOIN ACT_ID_MEMBERSHIP m ON m.GROUP_ID_ = l.GROUP_ID_ WHERE l.TASK_ID_ = t.ID_)
               AND NOT EXISTS (SELECT 1 FROM ACT_RU_IDENTITYLINK l JOIN ACT_ID_USER u ON u.ID_ = l.USER_ID_ WHERE l.TASK_ID_ = t.ID_)"""),
    FAILED(Severity.SERIOUS, "Une étape automatique a échoué et attend l'exploitant", """
            SELECT 'incident ' || i.ID_ || ' à l''étape ' || i.ACTIVITY_ID_ FROM ACT_RU_INCIDENT i"""),
    LETTER_LOST(Severity.WATCH, "Un courriel gardé n'a plus personne pour le laisser partir", """
            SELECT 'courriel ' || m.id FROM outbox_mail m JOIN mail_bundle b ON b.id = m.bundle_id
             WHERE m.state = 'HELD' AND b.decided_at IS NOT NULL AND m.owed = FALSE"""),
    SEAT_OF_LEAVER(Severity.WATCH, "Une place à venir est gardée à une personne partie", """
            SELECT 'session ' || e.session_id || ', personne ' || e.agent_id FROM enrolment e JOIN agent a ON a.id = e.agent_id
              JOIN training_session t ON t.id = e.session_id
             WHERE a.left_on < CAST(:now AS DATE) AND t.starts_at > :now AND e.state IN ('INSCRIT', 'CONVOQUE', 'ACCUSE')"""),
    LETTER_ALONE(
            Severity.WATCH,
            "Un courriel qui attend parle d'une session ou d'un projet qui n'existe plus",
            """
            SELECT 'courriel ' || m.id || ' : ' || m.about FROM outbox_mail m
             WHERE m.state IN ('QUEUED', 'CLAIMED', 'HELD')
               AND (m.about LIKE '/sessions/%%' AND %s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM training_session t WHERE t.id = %1$s)
                 OR m.about LIKE '/projets/%%' AND %s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM project p WHERE p.id = %2$s))""".formatted(
                            number("m.about LIKE '/sessions/%'", step("m.about", 11)),
                            number("m.about LIKE '/projets/%'", step("m.about", 10)))),
    TIME_KEPT(Severity.SERIOUS, "Du temps reste pris par une session annulée", """
            SELECT 'personne ' || o.agent_id || ', session ' || o.session_id FROM occupation o
              JOIN training_session t ON t.id = o.session_id WHERE t.state IN ('ANNULEE', 'NON_REALISEE')"""),
    ORPHAN(Severity.SERIOUS, "Une ligne nomme une personne qui n'existe plus", """
            SELECT 'inscription ' || e.id || ', personne ' || e.agent_id FROM enrolment e WHERE NOT EXISTS (SELECT 1 FROM agent a WHERE a.id = e.agent_id)
            UNION ALL SELECT 'arrivée ' || r.id || ', personne ' || r.agent_id FROM arrival r WHERE NOT EXISTS (SELECT 1 FROM agent a WHERE a.id = r.agent_id)
            UNION ALL SELECT 'formateur de la session ' || t.id || ', personne ' || t.trainer_id FROM training_session t
              WHERE t.trainer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agent a WHERE a.id = t.trainer_id)
            UNION ALL SELECT 'temps pris, session ' || o.session_id || ', personne ' || o.agent_id FROM occupation o
              WHERE NOT EXISTS (SELECT 1 FROM agent a WHERE a.id = o.agent_id)"""),
    JOURNAL_CUT(Severity.SERIOUS, "Un lot scellé du journal n'a pas le nombre de lignes de son sceau", """
            SELECT 'lot ' || s.number || ' : ' || COALESCE(n.lines, 0) || ' lignes au lieu de ' || s.size FROM journal_seal s
              LEFT JOIN (SELECT x.seal, COUNT(*) AS lines
                           FROM (SELECT seal FROM journal WHERE seal IS NOT NULL UNION ALL SELECT seal FROM journal_erased) x GROUP BY x.seal) n
                ON n.seal = s.number
             WHERE COALESCE(n.lines, 0) <> s.size"""),
    JOURNAL_ERASED(Severity.SERIOUS, "Une ligne scellée du journal a été effacée sans que rien dise par qui", """
            SELECT 'ligne ' || e.id || ', lot ' || e.seal FROM journal_erased e
             WHERE NOT EXISTS (SELECT 1 FROM journal j
                                WHERE j.kind = 'ERASED' AND j.subject = CAST(e.id AS VARCHAR(40)) AND j.after = e.digest)"""),
    JOURNAL_CHAIN(Severity.SERIOUS, "Un sceau du journal ne suit pas le précédent", """
            SELECT 'lot ' || s.number FROM journal_seal s
             WHERE s.number > 1 AND NOT EXISTS (SELECT 1 FROM journal_seal p WHERE p.number = s.number - 1 AND p.digest = s.before)""");

    private final Severity severity;
    private final String label;
    private final String broken;

    Invariant(Severity severity, String label, String broken) {
        this.severity = severity;
        this.label = label;
        this.broken = broken;
    }

    public Severity severity() {
        return severity;
    }

    /** What is wrong when something is found. */
    public String label() {
        return label;
    }

    String broken() {
        return broken;
    }

    private static String alone(String process, String id) {
        return "NOT EXISTS (SELECT 1 FROM ACT_RU_EXECUTION x JOIN ACT_RE_PROCDEF d ON d.ID_ = x.PROC_DEF_ID_ WHERE d.KEY_ = '"
                + process + "' AND x.BUSINESS_KEY_ = CAST(" + id + " AS VARCHAR(255)))";
    }

    /** Processes that run although the table says that there is nothing to follow. */
    private static String over(String process, String called, String table, String id, String goesOn) {
        String key = number("d.KEY_ = '" + process + "'", "x.BUSINESS_KEY_");
        return """
                SELECT 'processus ' || x.ID_ || ', %s ' || x.BUSINESS_KEY_ FROM ACT_RU_EXECUTION x JOIN ACT_RE_PROCDEF d ON d.ID_ = x.PROC_DEF_ID_
                 WHERE d.KEY_ = '%s' AND x.PARENT_ID_ IS NULL AND NOT EXISTS (SELECT 1 FROM %s WHERE %s = %s AND %s)""".formatted(called, process, table, id, key, goesOn);
    }

    /** A text as a number, so that a key is looked up by its index; null where the condition fails or it is none. */
    private static String number(String condition, String text) {
        return "CASE WHEN " + condition + " AND LENGTH(" + text + ") BETWEEN 1 AND 18 AND TRANSLATE(" + text
                + ", '0123456789', '0000000000') = LPAD('0', LENGTH(" + text + "), '0') THEN CAST(" + text
                + " AS BIGINT) END";
    }

    /** What stands in an address from there to the next slash. */
    private static String step(String address, int from) {
        String rest = "SUBSTRING(" + address + " FROM " + from + ")";
        return "SUBSTRING(" + rest + " FROM 1 FOR CASE POSITION('/' IN " + rest + ") WHEN 0 THEN LENGTH(" + rest
                + ") ELSE POSITION('/' IN " + rest + ") - 1 END)";
    }
}
