package fr.forment.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * A summons as it was written.
     *
     * @param at when; a letter written from then on, until the next one, was sent with it
     */
    public record Summons(Convocation paper, Instant at) {}

    /** All that were written for these people, by enrolment, oldest first. */
    public Map<Long, List<Summons>> summons(Collection<Enrolment> rows) {
        Map<Long, List<Summons>> all = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("SELECT enrolment_id, content, issued_at FROM issued_paper"
                            + " WHERE enrolment_id IN (:rows) AND kind = :kind ORDER BY id")
                    .param("rows", rows.stream().map(Enrolment::id).toList())
                    .param("kind", Kind.CONVOCATION.name())
                    .query((RowCallbackHandler) row -> all.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Summons(
                                    read(row.getString(2)),
                                    row.getObject(3, OffsetDateTime.class).toInstant())));
        }
        return all;
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

    /** Writes the paper from what is true now, and keeps it; what is said already is not written again. */
    public Convocation issue(Kind kind, TrainingSession session, Enrolment enrolment) {
        Convocation now = convocations.of(session, enrolment);
        Optional<Convocation> before = last(kind, enrolment);
        if (before.filter(now::saysTheSameAs).isPresent()) {
            return before.get();
        }
        Convocation paper = before.filter(last -> kind == Kind.CONVOCATION)
                .map(last -> now.numbered(Convocations.next(now.reference(), last.reference())))
                .orElse(now);
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
