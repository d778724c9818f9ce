package fr.forment.waiting;

import java.time.ZoneOffset;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Writes a request unless the person has one for the module: looked up, written and numbered in one statement. */
@Component
@RequiredArgsConstructor
class NewRequests {

    private final JdbcClient jdbc;

    /** @return false where there is one already */
    boolean add(PlaceRequest request) {
        var number = new GeneratedKeyHolder();
        int added = jdbc.sql("""
                INSERT INTO place_request (version, circonscription_uai, module_code, agent_id, active_agent_id, origin, state, asked_at)
                SELECT 0, CAST(:uai AS VARCHAR), CAST(:module AS VARCHAR), CAST(:agent AS BIGINT), CAST(:agent AS BIGINT),
                       CAST(:origin AS VARCHAR), CAST(:state AS VARCHAR), CAST(:asked AS TIMESTAMP WITH TIME ZONE)
                WHERE NOT EXISTS (SELECT 1 FROM place_request WHERE module_code = :module AND active_agent_id = :agent)""")
                .param("uai", request.circonscriptionUai())
                .param("module", request.moduleCode())
                .param("agent", request.agentId())
                .param("origin", request.origin().name())
                .param("state", request.state().name())
                .param("asked", request.askedAt().atOffset(ZoneOffset.UTC))
                .update(number, "id");
        if (added > 0) {
            request.numbered(number.getKey().longValue());
        }
        return added > 0;
    }
}
