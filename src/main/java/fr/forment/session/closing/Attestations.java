package fr.forment.session.closing;

import fr.forment.session.Enrolment;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The attestations issued. One stands per enrolment; its number is drawn, and never used again. What it says around the
 * minutes was written when it was issued ({@link fr.forment.session.IssuedPapers}).
 */
@Component
@RequiredArgsConstructor
public class Attestations {

    private static final String SELECT =
            "SELECT number, enrolment_id, agent_id, session_id, minutes, issued_on, revoked_on FROM attestation ";
    /** Without what is taken for something else on paper or on the telephone. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    public Optional<Attestation> find(String number) {
        return jdbc.sql(SELECT + "WHERE number = ?")
                .param(number)
                .query(Attestation.class)
                .optional();
    }

    /** Those that stand, newest first. */
    public List<Attestation> ofAgent(long agentId) {
        return jdbc.sql(SELECT + "WHERE agent_id = ? AND revoked_on IS NULL ORDER BY issued_on DESC, id DESC")
                .param(agentId)
                .query(Attestation.class)
                .list();
    }

    /** Those that stand. */
    public List<Attestation> ofSession(long sessionId) {
        return jdbc.sql(SELECT + "WHERE session_id = ? AND revoked_on IS NULL ORDER BY id")
                .param(sessionId)
                .query(Attestation.class)
                .list();
    }

    /**
     * In place of the one that stands, if any; that one itself when it says the same.
     *
     * @param schoolYear "2026-2027": the number begins with it
     */
    Issued issue(Enrolment enrolment, String schoolYear, LocalDate on) {
        Optional<Attestation> before = standing(enrolment.id());
        if (before.filter(same -> same.minutes() == enrolment.minutesAttended()).isPresent()) {
            return new Issued(before.get(), false);
        }
        revoke(enrolment.id(), on);
        var issued = new Attestation(
                number(schoolYear),
                enrolment.id(),
                enrolment.agentId(),
                enrolment.sessionId(),
                enrolment.minutesAttended(),
                on,
                null);
        jdbc.sql("""
                INSERT INTO attestation (number, enrolment_id, standing_enrolment_id, agent_id, session_id, minutes, issued_on)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        issued.number(),
                        issued.enrolmentId(),
                        issued.enrolmentId(),
                        issued.agentId(),
                        issued.sessionId(),
                        issued.minutes(),
                        issued.issuedOn())
                .update();
        return new Issued(issued, true);
    }

    /**
     * The person was not there after all, or not so long. Answers the one that stood until now, if any: its holder is
     * to hear of it.
     */
    Optional<Attestation> revoke(long enrolmentId, LocalDate on) {
        Optional<Attestation> until = standing(enrolmentId);
        jdbc.sql(
                        "UPDATE attestation SET revoked_on = ?, standing_enrolment_id = NULL WHERE enrolment_id = ? AND revoked_on IS NULL")
                .params(on, enrolmentId)
                .update();
        return until;
    }

    /** @param news false when the one that stands said the same */
    record Issued(Attestation attestation, boolean news) {}

    private Optional<Attestation> standing(long enrolmentId) {
        return jdbc.sql(SELECT + "WHERE enrolment_id = ? AND revoked_on IS NULL")
                .param(enrolmentId)
                .query(Attestation.class)
                .optional();
    }

    /** "2026-2027-K7QF-9TXM-2RDP": sixty bits. */
    private static String number(String schoolYear) {
        StringBuilder number = new StringBuilder(schoolYear);
        for (int group = 0; group < GROUPS; group++) {
            number.append('-');
            RANDOM.ints(GROUP, 0, SIGNS.length()).forEach(sign -> number.append(SIGNS.charAt(sign)));
        }
        return number.toString();
    }
}
