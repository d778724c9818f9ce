package fr.forment.arrival;

import fr.forment.charter.CharterService;
import fr.forment.journal.Journal;
import fr.forment.people.BuiltUpon;
import fr.forment.people.PeopleWithdrawn;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An import is being undone: what the lists alone began goes with the people they brought; what somebody answered or
 * chose stands in the way.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class WithdrawalService implements BuiltUpon {

    private final ArrivalRepository arrivals;
    private final DepartureRepository departures;
    private final ArrivalProcess arrivalProcess;
    private final DepartureProcess departureProcess;
    private final CharterService charter;
    private final Journal journal;
    private final JdbcClient jdbc;

    /** The first line of a history is the list's, whoever imported it; the system's own steps are nobody's decision. */
    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> reasons(Collection<Long> agentIds) {
        Map<Long, String> reasons = new HashMap<>();
        Chunks.of(agentIds).forEach(ids -> {
            charter.acceptedBy(ids).forEach(id -> reasons.put(id, "a accepté la charte"));
            touched("departure", Departure.JOURNAL, ids)
                    .forEach(id -> reasons.put(id, "une réponse a été donnée sur son absence de la liste"));
            touched("arrival", Arrival.JOURNAL, ids)
                    .forEach(id -> reasons.put(id, "arrivée confirmée ou parcours commencé"));
        });
        return reasons;
    }

    @EventListener
    void on(PeopleWithdrawn event) {
        Chunks.of(event.agentIds()).forEach(this::forget);
    }

    private void forget(List<Long> agentIds) {
        String reason = "Import annulé";
        List<Arrival> begun = arrivals.findByAgentIdIn(agentIds);
        begun.stream().filter(Arrival::isOpen).forEach(each -> arrivalProcess.end(each.id(), reason));
        List<Departure> missed = departures.findByAgentIdIn(agentIds);
        missed.stream().filter(Departure::isOpen).forEach(each -> departureProcess.end(each.id(), reason));
        forget("arrival", Arrival.JOURNAL, begun.stream().map(Arrival::id).toList());
        forget(
                "departure",
                Departure.JOURNAL,
                missed.stream().map(Departure::id).toList());
    }

    private List<Long> touched(String table, String kind, Collection<Long> agentIds) {
        return jdbc.sql("SELECT DISTINCT c.agent_id FROM " + table
                        + " c JOIN journal h ON h.kind = :kind AND h.subject = CAST(c.id AS VARCHAR(40))"
                        + " WHERE c.agent_id IN (:agents) AND h.before IS NOT NULL AND h.by_whom <> :nobody")
                .param("kind", kind)
                .param("nobody", Journal.NOBODY)
                .param("agents", List.copyOf(agentIds))
                .query(Long.class)
                .list();
    }

    private void forget(String table, String kind, List<Long> ids) {
        if (!ids.isEmpty()) {
            journal.forget(kind, ids);
            jdbc.sql("DELETE FROM " + table + " WHERE id IN (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }
}
