package fr.forment.session;

import fr.forment.french.Refusal;
import fr.forment.hours.HoursLedger;
import fr.forment.hours.TimeGivenBack;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The time people have given to sessions, as trainers or as trainees, to the minute: what ends when the next begins
 * does not clash. Whoever gives somebody's time holds the person first, so two hands in two sessions follow each other
 * and the second sees what the first gave.
 */
@Component
@RequiredArgsConstructor
public class Occupations {

    private final JdbcClient jdbc;
    private final SessionHalfDays parts;
    private final HoursLedger hours;
    private final ApplicationEventPublisher events;

    /**
     * Nobody else gives these people's time until the transaction ends. After the locks of sessions, and all people at
     * once: two who need the same people in another order would wait for each other for ever.
     */
    public void hold(Collection<Long> agentIds) {
        hours.hold(agentIds);
    }

    /** Those of these people who are taken by another session at that time. */
    public Set<Long> busy(Collection<Long> agentIds, LocalDateTime start, LocalDateTime end, Long exceptSession) {
        return agentIds.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                SELECT DISTINCT agent_id FROM occupation
                WHERE agent_id IN (:agents) AND starts_at < :end AND ends_at > :start AND session_id <> :except""")
                        .param("agents", agentIds)
                        .param("start", start)
                        .param("end", end)
                        .param("except", exceptSession == null ? -1 : exceptSession)
                        .query(Long.class)
                        .list());
    }

    /** Those who are taken by another session at one of the half-days of this one. */
    public Set<Long> busy(Collection<Long> agentIds, TrainingSession session) {
        if (!session.isOnSeveralDays()) {
            return busy(agentIds, session.startsAt(), session.endsAt(), session.id());
        }
        Set<Long> found = new HashSet<>();
        parts.of(session).forEach(half -> found.addAll(busy(agentIds, half.startsAt(), half.endsAt(), session.id())));
        return found;
    }

    /**
     * Of a session on several dates the half-days, not the weeks between.
     *
     * @throws Refusal when the time is taken; ask {@link #busy} first to say it in the words of the place
     */
    public void take(long agentId, TrainingSession session) {
        parts.timesOf(session, agentId).forEach(half -> take(agentId, session.id(), half.startsAt(), half.endsAt()));
    }

    /** The same for a part of a session. */
    public void take(long agentId, long sessionId, LocalDateTime start, LocalDateTime end) {
        hold(List.of(agentId));
        int taken = jdbc.sql("""
                INSERT INTO occupation (agent_id, session_id, starts_at, ends_at)
                SELECT s.agent, s.id, s.starts_at, s.ends_at
                FROM (SELECT CAST(:agent AS BIGINT) AS agent, CAST(:session AS BIGINT) AS id,
                      CAST(:start AS TIMESTAMP) AS starts_at, CAST(:end AS TIMESTAMP) AS ends_at) s
                WHERE NOT EXISTS (SELECT 1 FROM occupation o WHERE o.agent_id = s.agent AND o.starts_at < s.ends_at AND o.ends_at > s.starts_at)""")
                .param("agent", agentId)
                .param("session", sessionId)
                .param("start", start)
                .param("end", end)
                .update();
        if (taken == 0) {
            throw new Refusal("Cette personne " + Obstacle.CHEVAUCHEMENT.label() + ".");
        }
    }

    public void free(long agentId, long sessionId) {
        jdbc.sql("DELETE FROM occupation WHERE agent_id = ? AND session_id = ?")
                .params(agentId, sessionId)
                .update();
        events.publishEvent(new TimeGivenBack(agentId));
    }

    public void freeAll(long sessionId) {
        List<Long> people = jdbc.sql("SELECT DISTINCT agent_id FROM occupation WHERE session_id = ?")
                .param(sessionId)
                .query(Long.class)
                .list();
        jdbc.sql("DELETE FROM occupation WHERE session_id = ?").param(sessionId).update();
        people.forEach(agentId -> events.publishEvent(new TimeGivenBack(agentId)));
    }
}
