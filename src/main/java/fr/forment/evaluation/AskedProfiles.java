package fr.forment.evaluation;

import fr.forment.account.AgentFunction;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of whom the answers can be: how many were asked, by function. The answers themselves bear no function, because in a
 * small school it would be a name.
 */
@Component
@RequiredArgsConstructor
public class AskedProfiles {

    private final JdbcClient jdbc;

    /** @param hot asked at the end, {@code cold} some weeks later; invitations, one for each thing followed */
    public record Asked(String label, int hot, int cold) {}

    private record Read(String function, int hot, int cold) {}

    /** Most asked first; people whose post is known no more come under « Autre ». */
    public List<Asked> asked(Results.Of what) {
        if (what.isEmpty()) {
            return List.of();
        }
        return what
                .in(jdbc.sql("""
                        SELECT a.function AS function, SUM(CASE WHEN i.kind = 'HOT' THEN 1 ELSE 0 END) AS hot,
                               SUM(CASE WHEN i.kind = 'COLD' THEN 1 ELSE 0 END) AS cold
                          FROM evaluation_invitation i LEFT JOIN agent a ON a.id = i.agent_id WHERE""" + Results.Of.WHERE + " GROUP BY a.function ORDER BY COUNT(*) DESC, a.function"))
                .query(Read.class)
                .list()
                .stream()
                .map(each -> new Asked(
                        each.function() == null
                                ? "Autre"
                                : AgentFunction.valueOf(each.function()).label(),
                        each.hot(),
                        each.cold()))
                .toList();
    }
}
