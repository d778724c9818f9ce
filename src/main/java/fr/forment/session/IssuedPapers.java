package fr.forment.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What convocations and attestations said when they were issued. Whoever is summoned or attested has one. */
@Component
@RequiredArgsConstructor
public class IssuedPapers {

    public enum Kind {
        CONVOCATION,
        ATTESTATION
    }

    private final JdbcClient jdbc;
    private final Convocations convocations;
    private final ObjectMapper json;
    private final Clock clock;

    /** The summons these people have, by their last issue, in their order; none for whom none was kept. */
    public List<Convocation> convocations(Collection<Enrolment> rows) {
        Map<Long, Convocation> last = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql(
                            "SELECT enrolment_id, content FROM issued_paper WHERE id IN ("
                                    + "SELECT MAX(id) FROM issued_paper WHERE enrolment_id IN (:rows) AND kind = :kind GROUP BY enrolment_id)")
                    .param("rows", rows.stream().map(Enrolment::id).toList())
                    .param("kind", Kind.CONVOCATION.name())
                    .query((RowCallbackHandler) row -> last.put(row.getLong(1), read(row.getString(2))));
        }
        return rows.stream()
                .map(Enrolment::id)
                .map(last::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The summons that a letter written to this person at that moment was sent with. */
    public Optional<Convocation> convocation(long sessionId, long agentId, Instant at) {
        return jdbc.sql("""
                SELECT p.content FROM issued_paper p JOIN enrolment e ON e.id = p.enrolment_id
                 WHERE e.session_id = ? AND e.agent_id = ? AND p.kind = ? AND p.issued_at <= ? ORDER BY p.id DESC FETCH FIRST 1 ROWS ONLY""")
                .params(sessionId, agentId, Kind.CONVOCATION.name(), at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> read(row.getString(1)))
                .optional();
    }

    /**
     * What stands around an attestation: person, function, school, session, signatory. Where no paper was kept, what is
     * true now: the number and the minutes are the attestation's own.
     */
    public Convocation attested(TrainingSession session, Enrolment enrolment) {
        return last(Kind.ATTESTATION, enrolment).orElseGet(() -> convocations.of(session, enrolment));
    }

    /** Writes the paper from what is true now, and keeps it. */
    public Convocation issue(Kind kind, TrainingSession session, Enrolment enrolment) {
        Convocation paper = convocations.of(session, enrolment);
        try {
            jdbc.sql("INSERT INTO issued_paper (enrolment_id, kind, issued_at, content) VALUES (?, ?, ?, ?)")
                    .params(enrolment.id(), kind.name(), OffsetDateTime.now(clock), json.writeValueAsString(paper))
                    .update();
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
        return paper;
    }

    private Optional<Convocation> last(Kind kind, Enrolment enrolment) {
        return jdbc.sql(
                        "SELECT content FROM issued_paper WHERE enrolment_id = ? AND kind = ? ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .params(enrolment.id(), kind.name())
                .query((row, n) -> read(row.getString(1)))
                .optional();
    }

    private Convocation read(String content) {
        try {
            return json.readValue(content, Convocation.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
