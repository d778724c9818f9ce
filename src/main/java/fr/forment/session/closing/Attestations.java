package fr.forment.session.closing;

import fr.forment.session.Enrolment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The attestations issued. One per enrolment, its number never used again. */
@Component
@RequiredArgsConstructor
public class Attestations {

    private static final String SELECT =
            "SELECT number, enrolment_id, agent_id, session_id, minutes, issued_on FROM attestation ";

    private final JdbcClient jdbc;

    public Optional<Attestation> find(String number) {
        return jdbc.sql(SELECT + "WHERE number = ?")
                .param(number)
                .query(Attestation.class)
                .optional();
    }

    /** Newest first. */
    public List<Attestation> ofAgent(long agentId) {
        return jdbc.sql(SELECT + "WHERE agent_id = ? ORDER BY issued_on DESC, id DESC")
                .param(agentId)
                .query(Attestation.class)
                .list();
    }

    public List<Attestation> ofSession(long sessionId) {
        return jdbc.sql(SELECT + "WHERE session_id = ? ORDER BY id")
                .param(sessionId)
                .query(Attestation.class)
                .list();
    }

    /** @param schoolYear "2026-2027": the number begins with it */
    Attestation issue(Enrolment enrolment, String schoolYear, LocalDate on) {
        var issued = new Attestation(
                "%s-%06d".formatted(schoolYear, enrolment.id()),
                enrolment.id(),
                enrolment.agentId(),
                enrolment.sessionId(),
                enrolment.minutesAttended(),
                on);
        jdbc.sql(
                        "INSERT INTO attestation (number, enrolment_id, agent_id, session_id, minutes, issued_on) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        issued.number(),
                        issued.enrolmentId(),
                        issued.agentId(),
                        issued.sessionId(),
                        issued.minutes(),
                        issued.issuedOn())
                .update();
        return issued;
    }
}
