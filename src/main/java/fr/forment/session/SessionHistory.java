package fr.forment.session;

import fr.forment.account.Signatures;
import fr.forment.account.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to sessions and enrolments, by whom and why. Lines are only ever added. */
@Component
@RequiredArgsConstructor
public class SessionHistory {

    /** One line. {@code before} and {@code why} may be null; both states are labels. */
    public record Line(Instant at, String byWhom, String before, String after, String why) {}

    /** One line about a person. {@code before} is null for the first, {@code why} when nobody said. */
    public record EnrolmentLine(
            long enrolmentId, Instant at, String byWhom, EnrolmentState before, EnrolmentState after, String why) {}

    private final JdbcClient jdbc;
    private final SignedIn me;
    private final Clock clock;

    public void session(long sessionId, String before, String after, String why) {
        jdbc.sql("INSERT INTO session_history (session_id, at, by_whom, before, after, why) VALUES (?, ?, ?, ?, ?, ?)")
                .params(sessionId, OffsetDateTime.now(clock), actor(), before, after, cut(why))
                .update();
    }

    void enrolment(Enrolment enrolment, EnrolmentState before, String why) {
        jdbc.sql(
                        "INSERT INTO enrolment_history (enrolment_id, at, by_whom, before, after, why) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        enrolment.id(),
                        OffsetDateTime.now(clock),
                        actor(),
                        before == null ? null : before.name(),
                        enrolment.state().name(),
                        cut(why))
                .update();
    }

    /** Oldest first. */
    public List<Line> ofSession(long sessionId) {
        return jdbc.sql("SELECT at, by_whom, before, after, why FROM session_history WHERE session_id = ? ORDER BY id")
                .param(sessionId)
                .query(Line.class)
                .list();
    }

    /** Of every person of the session, oldest first. */
    public List<EnrolmentLine> ofEnrolments(long sessionId) {
        return jdbc.sql("""
                SELECT h.enrolment_id, h.at, h.by_whom, h.before, h.after, h.why
                FROM enrolment_history h JOIN enrolment e ON e.id = h.enrolment_id WHERE e.session_id = ? ORDER BY h.id""").param(sessionId).query(EnrolmentLine.class).list();
    }

    private String actor() {
        return Optional.ofNullable(me.signature()).orElse(Signatures.NOBODY);
    }

    private static String cut(String text) {
        return text == null || text.isBlank()
                ? null
                : text.strip().substring(0, Math.min(500, text.strip().length()));
    }
}
