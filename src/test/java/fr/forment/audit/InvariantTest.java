package fr.forment.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each invariant is broken by hand, alone, and found; all is undone again, for other tests live on the same data. */
@HouseTest
class InvariantTest {

    private static final long NOBODY = 999_999_999;

    @Autowired
    Audit audit;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Circo circo;
    private TrainingSession session;
    private Enrolment first;
    private Enrolment second;

    @BeforeEach
    void oneSession() {
        circo = ground.circonscription(2);
        session = some.session(circo, 10, 1);
        first = some.enrol(session, circo.teachers().get(0));
        second = some.enrol(session, circo.teachers().get(1));
    }

    @Test
    void eachIsFoundWhereItIsBroken() {
        Map<Invariant, List<String>> breaks = breaks();
        assertThat(breaks.keySet())
                .as("one that nobody has ever seen find anything")
                .contains(Invariant.values());
        breaks.forEach((invariant, statements) -> transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            int before = count(invariant);
            statements.forEach(
                    each -> assertThat(jdbc.sql(each).update()).as(each).isPositive());
            Audit.Finding after = found(invariant);
            assertThat(after.count()).as(invariant.name()).isGreaterThan(before);
            assertThat(Audit.exitCode(List.of(after)))
                    .as(invariant.name())
                    .isEqualTo(invariant.severity() == Severity.SERIOUS ? 2 : 1);
        }));
    }

    private Map<Invariant, List<String>> breaks() {
        Map<Invariant, List<String>> all = new EnumMap<>(Invariant.class);
        String mine = " WHERE id = " + session.id();
        all.put(Invariant.CAPACITY, List.of("UPDATE training_session SET capacity = 1, booked = 1" + mine));
        all.put(Invariant.BOOKED, List.of("UPDATE training_session SET booked = booked + 1" + mine));
        all.put(
                Invariant.TWICE,
                List.of("UPDATE enrolment SET agent_id = " + first.agentId() + ", active_agent_id = NULL WHERE id = "
                        + second.id()));
        all.put(
                Invariant.TWO_PLACES,
                List.of("INSERT INTO occupation (agent_id, session_id, starts_at, ends_at) SELECT " + first.agentId()
                        + ", " + some.session(ground.circonscription(1), 10, 1).id()
                        + ", starts_at, ends_at FROM training_session" + mine));
        all.put(
                Invariant.ATTESTED,
                List.of(
                        "INSERT INTO attestation (number, enrolment_id, agent_id, session_id, minutes, issued_on) VALUES ('INV-"
                                + first.id() + "', " + first.id() + ", " + first.agentId() + ", " + session.id()
                                + ", 60, DATE '2026-09-01')"));
        all.put(
                Invariant.HOURS,
                List.of(
                        "INSERT INTO hours_entry (version, agent_id, school_year, source_key, minutes, state, label, on_day) VALUES (0, "
                                + first.agentId()
                                + ", '2026-2027', 'enrolment:999999999', 60, 'DONE', 'essai', DATE '2026-09-01')"));
        all.put(
                Invariant.SESSION_ALONE,
                List.of("UPDATE ACT_RU_EXECUTION SET BUSINESS_KEY_ = 'x' WHERE BUSINESS_KEY_ = '" + session.id() + "'"
                        + " AND PROC_DEF_ID_ IN (SELECT ID_ FROM ACT_RE_PROCDEF WHERE KEY_ = 'trainingSession')"));
        all.put(
                Invariant.PROJECT_ALONE,
                List.of(
                        "INSERT INTO project (version, title, circonscription_uai, school_year, state, created_on, response_threshold, teacher_threshold, convention_signed, training_environment) VALUES (0, 'Seul', '"
                                + circo.uai()
                                + "', '2026-2027', 'BESOINS', DATE '2026-09-01', 80, 80, FALSE, FALSE)"));
        all.put(
                Invariant.ARRIVAL_ALONE,
                List.of(
                        "INSERT INTO arrival (version, agent_id, open_agent_id, place_uai, circonscription_uai, origin, state, detected_on, substitute, deferred) VALUES (0, "
                                + first.agentId() + ", " + first.agentId() + ", 'SEUL', '" + circo.uai()
                                + "', 'LISTE', 'DETECTEE', DATE '2026-09-01', FALSE, FALSE)"));
        all.put(
                Invariant.CAMPAIGN_ALONE,
                List.of(
                        "INSERT INTO campaign (version, circonscription_uai, opens_on, deadline, threshold, state, rounds) VALUES (0, '"
                                + circo.uai()
                                + "', DATE '2026-09-01', DATE '2026-09-30', 80, 'OUVERTE', 0)"));
        all.put(Invariant.PROCESS_ALONE, List.of("UPDATE training_session SET state = 'ANNULEE'" + mine));
        all.put(Invariant.PROJECT_OVER, List.of(process("entProject")));
        all.put(Invariant.ARRIVAL_OVER, List.of(process("arrival")));
        all.put(
                Invariant.TASK_OF_NOBODY,
                List.of(
                        "INSERT INTO ACT_RU_TASK (ID_, REV_, NAME_, DUE_DATE_) VALUES ('inv', 1, 'essai', TIMESTAMP '2020-01-01 08:00:00')"));
        all.put(
                Invariant.FAILED,
                List.of(
                        "INSERT INTO ACT_RU_INCIDENT (ID_, REV_, INCIDENT_TIMESTAMP_, INCIDENT_TYPE_, ACTIVITY_ID_) VALUES ('inv', 1, TIMESTAMP '2020-01-01 08:00:00', 'failedJob', 'convoke')"));
        all.put(
                Invariant.LETTER_LOST,
                List.of(
                        "INSERT INTO mail_bundle (id, circonscription_uai, about, title, prepared_at, decided_at, decided_by, released) VALUES ("
                                + NOBODY + ", '" + circo.uai()
                                + "', '/sessions/1', 'essai', TIMESTAMP WITH TIME ZONE '2026-09-01 08:00:00+00', TIMESTAMP WITH TIME ZONE '2026-09-01 08:00:00+00', 'a1', 0)",
                        letter("/sessions/" + session.id(), "HELD", NOBODY)));
        all.put(
                Invariant.SEAT_OF_LEAVER,
                List.of("UPDATE agent SET left_on = DATE '2026-08-30' WHERE id = " + second.agentId()));
        all.put(Invariant.LETTER_ALONE, List.of(letter("/sessions/999999999/emargement", "QUEUED", null)));
        all.put(Invariant.TIME_KEPT, List.of("UPDATE training_session SET state = 'ANNULEE'" + mine));
        all.put(Invariant.ORPHAN, List.of("UPDATE enrolment SET agent_id = " + NOBODY + " WHERE id = " + first.id()));
        all.put(Invariant.JOURNAL_CUT, List.of(seal(3)));
        all.put(
                Invariant.JOURNAL_ERASED,
                List.of("INSERT INTO journal_erased (id, seal, digest, erased_at) VALUES (" + NOBODY
                        + ", 1, 'd', TIMESTAMP WITH TIME ZONE '2026-09-01 08:00:00+00')"));
        all.put(Invariant.JOURNAL_CHAIN, List.of(seal(0)));
        return all;
    }

    private static String seal(int size) {
        return "INSERT INTO journal_seal (number, size, first_id, last_id, root, before, sealed_at, digest) VALUES ("
                + NOBODY + ", " + size + ", 1, 3, 'r', 'b', TIMESTAMP WITH TIME ZONE '2026-09-01 08:00:00+00', 'd')";
    }

    private static String process(String key) {
        return "INSERT INTO ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_) SELECT 'inv', 1, 'inv', '"
                + NOBODY + "', MIN(ID_) FROM ACT_RE_PROCDEF WHERE KEY_ = '" + key + "'";
    }

    private static String letter(String about, String state, Long bundle) {
        return "INSERT INTO outbox_mail (mail_key, template, to_address, about, state, queued_at, not_before, bundle_id) VALUES ('inv:"
                + about + "', 'session/convoked', 'nul@exemple.fr', '" + about + "', '" + state
                + "', TIMESTAMP WITH TIME ZONE '2026-09-01 08:00:00+00', TIMESTAMP WITH TIME ZONE '2026-09-01 08:00:00+00', "
                + bundle + ")";
    }

    private int count(Invariant invariant) {
        return found(invariant).count();
    }

    private Audit.Finding found(Invariant invariant) {
        return audit.look().stream()
                .filter(each -> each.invariant() == invariant)
                .findFirst()
                .orElseThrow();
    }
}
