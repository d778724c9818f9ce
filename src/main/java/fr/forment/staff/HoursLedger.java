package fr.forment.staff;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The minutes people owe, and those planned and done for the ENT, per school year ("2026-2027"). An entry belongs to one source (an
 * enrolment, say) and is written once however often it is told. Called in the caller's transaction.
 */
@Component
@EnableConfigurationProperties(HoursRules.class)
public class HoursLedger {

    /** One line of a person's account. {@code state}: PLANNED, DONE or EXCUSED; only the first two count. */
    public record Entry(String schoolYear, String sourceKey, int minutes, State state) {
    }

    /** Where an entry stands. */
    public enum State {
        PLANNED("prévu"), DONE("fait"), EXCUSED("excusé, non décompté");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final JdbcClient jdbc;
    private final Agents agents;
    private final HoursRules rules;

    HoursLedger(JdbcClient jdbc, Agents agents, HoursRules rules) {
        this.jdbc = jdbc;
        this.agents = agents;
        this.rules = rules;
    }

    /** Whether hours limit what this person can be invited to; the 18 h are a duty of teachers only. */
    public boolean owesHours(Agent agent) {
        return agent.function().isTeacher();
    }

    /** The yearly 18 h at the person's quotité, in minutes, by the circonscription's table if it has one; 0 for who owes none. */
    public int dueMinutes(Agent agent, String schoolYear) {
        if (!owesHours(agent)) {
            return 0;
        }
        return jdbc.sql("SELECT minutes FROM quotity_hours WHERE circonscription_uai = ? AND quotity = ?")
                .params(agent.circonscriptionUai(), agent.quotity()).query(Integer.class).optional()
                .orElseGet(() -> rules.annual(agent.quotity()));
    }

    /** What is left for the ENT after what is planned and done. Negative when too much was planned. 0 for those who owe no hours. */
    public int entMinutesLeft(long agentId, String schoolYear) {
        return agents.find(agentId).map(agent -> entMinutesLeft(List.of(agent), schoolYear).get(agentId)).orElse(0);
    }

    /** The same for many people at the cost of one query. */
    public Map<Long, Integer> entMinutesLeft(Collection<Agent> people, String schoolYear) {
        Map<Long, Integer> taken = taken(people.stream().map(Agent::id).toList(), schoolYear);
        Map<Long, Integer> left = new HashMap<>();
        people.forEach(agent -> left.put(agent.id(), owesHours(agent) ? rules.entShare(agent) - taken.getOrDefault(agent.id(), 0) : 0));
        return left;
    }

    /** Takes minutes for something to come. Told again, it may change the minutes; it never reopens what is done or excused. */
    public void plan(long agentId, String schoolYear, int minutes, String sourceKey) {
        int known = jdbc.sql("UPDATE hours_entry SET minutes = CASE WHEN state = 'PLANNED' THEN :minutes ELSE minutes END "
                + "WHERE agent_id = :agent AND source_key = :key").param("minutes", positive(minutes)).param("agent", agentId)
                .param("key", sourceKey).update();
        if (known == 0) {
            insert(agentId, schoolYear, minutes, sourceKey, State.PLANNED);
        }
    }

    /** The person was there for so many minutes; also right for who came without being planned, and to correct an earlier mark. */
    public void done(long agentId, String schoolYear, int minutes, String sourceKey) {
        settle(agentId, schoolYear, minutes, sourceKey, State.DONE);
    }

    /** The person did not come, or it was cancelled: the minutes are free again. */
    public void excuse(long agentId, String schoolYear, String sourceKey) {
        settle(agentId, schoolYear, 0, sourceKey, State.EXCUSED);
    }

    /** A person's lines of a year, in the order they came. */
    public List<Entry> entriesOf(long agentId, String schoolYear) {
        return jdbc.sql("SELECT school_year, source_key, minutes, state FROM hours_entry WHERE agent_id = ? AND school_year = ? ORDER BY id")
                .params(agentId, schoolYear).query(Entry.class).list();
    }

    private void settle(long agentId, String schoolYear, int minutes, String sourceKey, State state) {
        int known = jdbc.sql("UPDATE hours_entry SET minutes = :minutes, state = :state WHERE agent_id = :agent AND source_key = :key")
                .param("minutes", positive(minutes)).param("state", state.name()).param("agent", agentId).param("key", sourceKey).update();
        if (known == 0) {
            insert(agentId, schoolYear, minutes, sourceKey, state);
        }
    }

    private void insert(long agentId, String schoolYear, int minutes, String sourceKey, State state) {
        jdbc.sql("INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state) VALUES (?, ?, ?, ?, ?)")
                .params(agentId, schoolYear, sourceKey, positive(minutes), state.name()).update();
    }

    private Map<Long, Integer> taken(Collection<Long> agentIds, String schoolYear) {
        record Taken(long agentId, int minutes) {
        }
        List<Taken> taken = agentIds.isEmpty() ? List.of() : jdbc.sql("""
                SELECT agent_id, SUM(minutes) AS minutes FROM hours_entry
                WHERE school_year = :year AND agent_id IN (:agents) AND state <> 'EXCUSED' GROUP BY agent_id""")
                .param("year", schoolYear).param("agents", agentIds).query(Taken.class).list();
        return taken.stream().collect(Collectors.toMap(Taken::agentId, Taken::minutes));
    }

    private static int positive(int minutes) {
        if (minutes < 0) {
            throw new IllegalArgumentException("negative minutes");
        }
        return minutes;
    }
}
