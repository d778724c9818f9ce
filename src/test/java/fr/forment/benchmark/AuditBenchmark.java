package fr.forment.benchmark;

import fr.forment.audit.Audit;
import fr.forment.audit.Invariant;
import fr.forment.journal.JournalCheck;
import fr.forment.journal.JournalSealing;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long invariants are looked for, and a journal sealed and checked: {@code h2|pg schools lines}. Two sessions a
 * school, eight people each, their hours, their time, their process; all is well, so that every row is looked at.
 */
public final class AuditBenchmark {

    private static final String SEATED = """
            FROM training_session t JOIN agent a ON a.id BETWEEN
             (SELECT MIN(id) FROM agent) + MOD(t.id * 8, (SELECT COUNT(*) - 8 FROM agent)) AND
             (SELECT MIN(id) FROM agent) + MOD(t.id * 8, (SELECT COUNT(*) - 8 FROM agent)) + 7""";

    private AuditBenchmark() {}

    public static void main(String[] args) {
        try (var house = new BenchmarkHouse(args[0], Integer.parseInt(args[1]))) {
            fill(house.jdbc(), Integer.parseInt(args[2]));
            house.analyze();
            Figures.say("filled: %d enrolments", rows(house.jdbc(), "enrolment"));
            journal(house);
            Audit audit = house.bean(Audit.class);
            for (int round = 0; round < 2; round++) {
                long all = System.nanoTime();
                for (Invariant each : Invariant.values()) {
                    long begun = System.nanoTime();
                    int count = audit.look(each).count();
                    Figures.say("  %-16s %6d ms, found %d", each, millis(begun), count);
                }
                Figures.say("all %d invariants: %d ms", Invariant.values().length, millis(all));
            }
        }
        System.exit(0);
    }

    private static void journal(BenchmarkHouse house) {
        long begun = System.nanoTime();
        house.bean(JournalSealing.class).seal();
        Figures.say("sealed %d lines: %d ms", rows(house.jdbc(), "journal"), millis(begun));
        begun = System.nanoTime();
        JournalCheck.Report report = house.bean(JournalCheck.class).check(null);
        Figures.say(
                "checked %d lines in %d batches: %d ms, exit code %d",
                report.lines(), report.seals(), millis(begun), report.exitCode());
    }

    private static void fill(JdbcTemplate jdbc, int lines) {
        jdbc.update("""
                INSERT INTO training_session (version, circonscription_uai, module_code, starts_at, ends_at, break_minutes, place, format, trainer_kind,
                       capacity, minimum, booked, offered, state, sequence, for_parents)
                SELECT 0, s.circonscription_uai, 'PRES-ECOLE', TIMESTAMP '2027-01-04 08:00:00', TIMESTAMP '2027-01-04 10:00:00', 0, 'salle', 'PRESENTIEL', 'ERUN',
                       15, 5, 8, 0, 'OUVERTE', 0, FALSE FROM school s CROSS JOIN (SELECT 1 AS n UNION ALL SELECT 2) two""");
        jdbc.update(
                "INSERT INTO enrolment (version, session_id, agent_id, active_agent_id, state) SELECT 0, t.id, a.id, a.id, 'INSCRIT' "
                        + SEATED);
        jdbc.update("""
                INSERT INTO occupation (agent_id, session_id, starts_at, ends_at)
                SELECT e.agent_id, e.session_id, TIMESTAMP '2027-01-04 08:00:00' + INTERVAL '1' DAY * MOD(e.session_id, 90000),
                       TIMESTAMP '2027-01-04 10:00:00' + INTERVAL '1' DAY * MOD(e.session_id, 90000) FROM enrolment e""");
        jdbc.update("""
                INSERT INTO hours_entry (version, agent_id, school_year, source_key, minutes, state)
                SELECT 0, e.agent_id, '2026-2027', 'enrolment:' || e.id, 120, 'PLANNED' FROM enrolment e""");
        jdbc.update("""
                INSERT INTO ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_)
                SELECT 'b' || t.id, 1, 'b' || t.id, CAST(t.id AS VARCHAR(255)), (SELECT MAX(ID_) FROM ACT_RE_PROCDEF WHERE KEY_ = 'trainingSession')
                  FROM training_session t""");
        jdbc.update("""
                INSERT INTO outbox_mail (mail_key, template, to_address, about, state, queued_at, not_before)
                SELECT 'b:' || t.id, 'session/convoked', 'a@exemple.fr', '/sessions/' || t.id, 'QUEUED', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP
                  FROM training_session t""");
        int each = Math.max(1, lines / Math.max(1, rows(jdbc, "training_session")));
        for (int n = 0; n < each; n++) {
            jdbc.update(
                    "INSERT INTO journal (kind, subject, at, by_whom, what, before, after, why) SELECT 'SESSION', CAST(id AS VARCHAR(40)), CURRENT_TIMESTAMP, 'a12', 'Date changée', 'mardi 5 janvier 2027', 'jeudi 7 janvier 2027', 'La salle n''est pas libre' FROM training_session");
        }
    }

    private static int rows(JdbcTemplate jdbc, String table) {
        return jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
