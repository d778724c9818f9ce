package fr.forment.waiting;

import fr.forment.session.Obstacle;
import fr.forment.session.TrainingSession;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stood in the way of somebody in line while a place was free, as it was last looked at. */
@Component
@RequiredArgsConstructor
public class PassedOver {

    /** @param reasons codes, separated by spaces */
    public record Row(long requestId, long sessionId, int sessionDate, String reasons) {

        public List<Obstacle> obstacles() {
            return Arrays.stream(reasons.split(" ")).map(Obstacle::valueOf).toList();
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    /** True when it is news for that date. */
    boolean note(long requestId, TrainingSession session, Set<Obstacle> obstacles) {
        String codes = obstacles.stream().map(Obstacle::name).collect(Collectors.joining(" "));
        var now = clock.instant().atOffset(java.time.ZoneOffset.UTC);
        int known = jdbc.sql(
                        "UPDATE passed_over SET reasons = ?, noted_at = ? WHERE request_id = ? AND session_id = ? AND session_date = ?")
                .params(codes, now, requestId, session.id(), session.sequence())
                .update();
        if (known == 0) {
            jdbc.sql(
                            "INSERT INTO passed_over (request_id, session_id, session_date, reasons, noted_at) VALUES (?, ?, ?, ?, ?)")
                    .params(requestId, session.id(), session.sequence(), codes, now)
                    .update();
        }
        return known == 0;
    }

    /** Nothing stands in the way any more. */
    void forget(long requestId, TrainingSession session) {
        jdbc.sql("DELETE FROM passed_over WHERE request_id = ? AND session_id = ?")
                .params(requestId, session.id())
                .update();
    }

    public List<Row> of(Collection<Long> requestIds) {
        return requestIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "SELECT request_id, session_id, session_date, reasons FROM passed_over WHERE request_id IN (:ids)")
                        .param("ids", requestIds)
                        .query(Row.class)
                        .list();
    }
}
