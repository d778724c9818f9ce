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
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final JdbcTemplate batches;
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
        return Optional.ofNullable(last(Kind.ATTESTATION, List.of(enrolment)).get(enrolment.id()))
                .orElseGet(() -> convocations.of(session, enrolment));
    }

    /** Writes the paper from what is true now, and keeps it; what is said already is not written again. */
    public Convocation issue(Kind kind, TrainingSession session, Enrolment enrolment) {
        return issue(kind, session, List.of(enrolment)).get(enrolment);
    }

    /** The same for many of one session, in their order: read together, and written together. */
    Map<Enrolment, Convocation> issue(Kind kind, TrainingSession session, List<Enrolment> rows) {
        Map<Enrolment, Convocation> papers = convocations.of(session, rows);
        Map<Long, Convocation> before = last(kind, rows);
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Object[]> fresh = new ArrayList<>();
        papers.replaceAll((row, paper) -> {
            Convocation last = before.get(row.id());
            if (last != null && paper.saysTheSameAs(last)) {
                return last;
            }
            Convocation issued = last != null && kind == Kind.CONVOCATION
                    ? paper.numbered(Convocations.next(paper.reference(), last.reference()))
                    : paper;
            fresh.add(new Object[] {row.id(), kind.name(), now, written(issued)});
            return issued;
        });
        batches.batchUpdate(
                "INSERT INTO issued_paper (enrolment_id, kind, issued_at, content) VALUES (?, ?, ?, ?)", fresh);
        return papers;
    }

    private String written(Convocation paper) {
        try {
            return json.writeValueAsString(paper);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    private Map<Long, Convocation> last(Kind kind, Collection<Enrolment> rows) {
        Map<Long, Convocation> last = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql(
                            "SELECT enrolment_id, content FROM issued_paper WHERE id IN ("
                                    + "SELECT MAX(id) FROM issued_paper WHERE enrolment_id IN (:rows) AND kind = :kind GROUP BY enrolment_id)")
                    .param("rows", rows.stream().map(Enrolment::id).toList())
                    .param("kind", kind.name())
                    .query((RowCallbackHandler) row -> last.put(row.getLong(1), read(row.getString(2))));
        }
        return last;
    }

    private Convocation read(String content) {
        try {
            return json.readValue(content, Convocation.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
