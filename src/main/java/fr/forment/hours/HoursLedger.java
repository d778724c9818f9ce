package fr.forment.hours;

import fr.forment.account.AgentFunction;
import fr.forment.database.OfTransaction;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The minutes people owe, and those planned, done and taken otherwise, per school year ("2026-2027");
 * {@link HoursAccount} says how they add up. The ledger is the person's: it follows a move. An entry belongs to one
 * source (an enrolment, say) and is written once however often it is told. Called in the caller's transaction.
 */
@Component
@EnableConfigurationProperties(HoursRules.class)
@RequiredArgsConstructor
public class HoursLedger {

    /** Rows of {@code hours_lock}. */
    private static final int SLOTS = 4096;

    /** As SQL on an {@code agent a}: the minutes taken in {@code :year}, see {@link Taken}. */
    public static final String TAKEN = """
            COALESCE((SELECT SUM(h.minutes) FROM hours_entry h WHERE h.agent_id = a.id AND h.school_year = :year AND h.state <> 'EXCUSED'), 0)""";

    /** As a condition of SQL on an {@code agent a}: his circonscription has a table of hours by {@code :year}. */
    public static final String SCALED =
            "EXISTS (SELECT 1 FROM hours_scale s WHERE s.circonscription_uai = a.circonscription_uai AND s.school_year <= :year)";

    private static final OfTransaction<Set<Integer>> HELD = new OfTransaction<>(HashSet::new);

    private final JdbcClient jdbc;
    private final Agents agents;
    private final SchoolYears years;
    private final HoursScales scales;
    private final ApplicationEventPublisher events;

    /** Whether hours limit what this person can be invited to; the 18 h are a duty of teachers only. */
    public boolean owesHours(Agent agent) {
        return agent.function().isTeacher();
    }

    /** Everybody's account at the cost of a few queries whatever their number. */
    public Map<Long, HoursAccount> accounts(Collection<Agent> people, String schoolYear) {
        Map<Long, YearOfService> services = years.of(people, schoolYear);
        Map<String, HoursScale> tables = scales.of(
                services.values().stream()
                        .map(YearOfService::circonscriptionUai)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                schoolYear);
        Map<Long, HoursSums> sums = sums(services.keySet(), schoolYear);
        Map<Long, HoursAccount> accounts = new HashMap<>();
        services.forEach((id, service) -> accounts.put(
                id,
                HoursAccount.of(
                        service,
                        service.circonscriptionUai() == null
                                ? scales.byDefault()
                                : tables.get(service.circonscriptionUai()),
                        sums.getOrDefault(id, HoursSums.NONE))));
        return accounts;
    }

    public HoursAccount account(Agent agent, String schoolYear) {
        return accounts(List.of(agent), schoolYear).get(agent.id());
    }

    /** A service and what was taken of it, in minutes: whoever has the same has the same account. */
    public record Alike(
            AgentFunction function,
            int quotity,
            boolean constellation,
            String circonscriptionUai,
            int planned,
            int done,
            int outside) {}

    /** Their accounts of a year that has not ended, in the same order: one reading of tables, however many. */
    public List<HoursAccount> accountsAlike(List<Alike> services, String schoolYear) {
        Map<String, HoursScale> tables = scales.of(
                services.stream()
                        .map(Alike::circonscriptionUai)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                schoolYear);
        return services.stream()
                .map(each -> HoursAccount.of(
                        new YearOfService(
                                each.function(),
                                each.quotity(),
                                each.constellation() && years.isUnderWay(schoolYear),
                                each.circonscriptionUai()),
                        each.circonscriptionUai() == null ? scales.byDefault() : tables.get(each.circonscriptionUai()),
                        new HoursSums(each.planned(), each.done(), 0, each.outside())))
                .toList();
    }

    /** What was asked of somebody's hours together with other things, by {@link #TAKEN} and {@link #SCALED}. */
    public record Taken(Agent agent, int minutes, boolean scaled) {}

    /**
     * Those whose accounts do not allow so many minutes more. Nothing more is read but tables of hours, where there are
     * any, and what the service was in years gone by.
     */
    public Set<Long> lacking(Collection<Taken> people, String schoolYear, int minutes) {
        Map<Long, YearOfService> services =
                years.of(people.stream().map(Taken::agent).toList(), schoolYear);
        Map<String, HoursScale> tables = scales.of(
                people.stream()
                        .filter(each -> each.scaled()
                                || !Objects.equals(
                                        each.agent().circonscriptionUai(),
                                        services.get(each.agent().id()).circonscriptionUai()))
                        .map(each -> services.get(each.agent().id()).circonscriptionUai())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                schoolYear);
        return people.stream()
                .filter(each -> {
                    YearOfService service = services.get(each.agent().id());
                    HoursScale scale = tables.getOrDefault(
                            Objects.requireNonNullElse(service.circonscriptionUai(), ""), scales.byDefault());
                    return !HoursAccount.of(service, scale, HoursSums.NONE.plus(HoursState.PLANNED, each.minutes()))
                            .allows(minutes);
                })
                .map(each -> each.agent().id())
                .collect(Collectors.toSet());
    }

    /** What is left for the ENT. Negative when too much was taken. 0 for those who owe no hours. */
    public int entMinutesLeft(long agentId, String schoolYear) {
        return agents.find(agentId)
                .map(agent -> account(agent, schoolYear).left())
                .orElse(0);
    }

    /** The same for many people. */
    public Map<Long, Integer> entMinutesLeft(Collection<Agent> people, String schoolYear) {
        Map<Long, Integer> left = new HashMap<>();
        accounts(people, schoolYear).forEach((id, account) -> left.put(id, account.left()));
        return left;
    }

    /**
     * Nobody else gives these people hours, or their time, until the transaction ends: asked before what they have is
     * read to decide upon. In the order of the rows, so that two who hold the same people wait for each other in turn.
     */
    public void hold(Collection<Long> agentIds) {
        Set<Integer> held = HELD.get();
        List<Integer> slots = agentIds.stream()
                .map(id -> (int) (id % SLOTS))
                .filter(slot -> !held.contains(slot))
                .distinct()
                .sorted()
                .toList();
        if (!slots.isEmpty()) {
            jdbc.sql("SELECT slot FROM hours_lock WHERE slot IN (:slots) ORDER BY slot FOR UPDATE")
                    .param("slots", slots)
                    .query(Integer.class)
                    .list();
            held.addAll(slots);
        }
    }

    /**
     * Takes minutes for something to come. Told again, it may change the minutes and the school year, for a session may
     * be put off; it never reopens what is done or given back.
     */
    public void plan(long agentId, String schoolYear, int minutes, String sourceKey) {
        int fresh = jdbc.sql("""
                INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state)
                SELECT CAST(:agent AS BIGINT), CAST(:year AS VARCHAR(9)), CAST(:source AS VARCHAR(120)), CAST(:minutes AS INTEGER), 'PLANNED'
                WHERE NOT EXISTS (SELECT 1 FROM hours_entry WHERE agent_id = :agent AND source_key = :source)""")
                .param("agent", agentId)
                .param("year", schoolYear)
                .param("source", sourceKey)
                .param("minutes", positive(minutes))
                .update();
        if (fresh == 0) {
            jdbc.sql(
                            "UPDATE hours_entry SET minutes = ?, school_year = ? WHERE agent_id = ? AND source_key = ? AND state = 'PLANNED'")
                    .params(positive(minutes), schoolYear, agentId, sourceKey)
                    .update();
        }
    }

    /**
     * The person was there for so many minutes; also right for who came without being planned, and to correct an
     * earlier mark.
     */
    public void done(long agentId, String schoolYear, int minutes, String sourceKey) {
        int known = jdbc.sql(
                        "UPDATE hours_entry SET minutes = ?, school_year = ?, state = 'DONE' WHERE agent_id = ? AND source_key = ?")
                .params(positive(minutes), schoolYear, agentId, sourceKey)
                .update();
        if (known == 0) {
            insert(agentId, schoolYear, minutes, sourceKey, HoursState.DONE);
        }
    }

    /**
     * The person did not come, or it was cancelled: the minutes are free again; the line still says how many they would
     * have been.
     */
    public void excuse(long agentId, String schoolYear, String sourceKey) {
        int known = jdbc.sql(
                        "UPDATE hours_entry SET school_year = ?, state = 'EXCUSED' WHERE agent_id = ? AND source_key = ?")
                .params(schoolYear, agentId, sourceKey)
                .update();
        if (known == 0) {
            insert(agentId, schoolYear, 0, sourceKey, HoursState.EXCUSED);
        }
        events.publishEvent(new TimeGivenBack(agentId));
    }

    private void insert(long agentId, String schoolYear, int minutes, String sourceKey, HoursState state) {
        jdbc.sql("INSERT INTO hours_entry (agent_id, school_year, source_key, minutes, state) VALUES (?, ?, ?, ?, ?)")
                .params(agentId, schoolYear, sourceKey, positive(minutes), state.name())
                .update();
    }

    private Map<Long, HoursSums> sums(Collection<Long> agentIds, String schoolYear) {
        record Sum(long agentId, HoursState state, int minutes) {}
        List<Sum> found = agentIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                SELECT agent_id, state, SUM(minutes) AS minutes FROM hours_entry
                WHERE school_year = :year AND agent_id IN (:agents) GROUP BY agent_id, state""")
                        .param("year", schoolYear)
                        .param("agents", new ArrayList<>(agentIds))
                        .query(Sum.class)
                        .list();
        Map<Long, HoursSums> sums = new HashMap<>();
        found.forEach(sum -> sums.put(
                sum.agentId(), sums.getOrDefault(sum.agentId(), HoursSums.NONE).plus(sum.state(), sum.minutes())));
        return sums;
    }

    private static int positive(int minutes) {
        if (minutes < 0) {
            throw new IllegalArgumentException("negative minutes");
        }
        return minutes;
    }
}
