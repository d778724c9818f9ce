package fr.forment.session.halfday;

import fr.forment.catalogue.MiddayBreak;
import fr.forment.database.OfTransaction;
import fr.forment.session.TrainingSession;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The half-days of sessions. Rows where somebody wrote them: several dates, or a trainer of one half-day; otherwise
 * what the session's own hours make, for a session that is moved takes its half-days along.
 */
@Component
@RequiredArgsConstructor
public class SessionHalfDays {

    private static final OfTransaction<Map<Long, List<HalfDay>>> TOLD = new OfTransaction<>(HashMap::new);

    private final JdbcClient jdbc;

    /**
     * As {@link #of(TrainingSession)}, read once in a transaction: for the letters of a gesture, which tell all alike.
     * Who is about to change them reads them under the session's lock.
     */
    public List<HalfDay> told(TrainingSession session) {
        return TOLD.get().computeIfAbsent(session.id(), id -> of(session));
    }

    public List<HalfDay> of(TrainingSession session) {
        List<HalfDay> written = jdbc.sql(
                        "SELECT position, starts_at, ends_at, trainer_id FROM half_day WHERE session_id = ? ORDER BY position")
                .param(session.id())
                .query(HalfDay.class)
                .list();
        return standing(session, written);
    }

    private static List<HalfDay> standing(TrainingSession session, List<HalfDay> written) {
        boolean holds = !written.isEmpty()
                && written.get(0).startsAt().equals(session.startsAt())
                && written.get(written.size() - 1).endsAt().equals(session.endsAt());
        return holds ? written : made(session);
    }

    /** The same for many sessions at once, by session. */
    public Map<Long, List<HalfDay>> of(Collection<TrainingSession> sessions) {
        Map<Long, List<HalfDay>> written = new HashMap<>();
        if (!sessions.isEmpty()) {
            jdbc.sql(
                            "SELECT session_id, position, starts_at, ends_at, trainer_id FROM half_day WHERE session_id IN (:those) ORDER BY position")
                    .param("those", sessions.stream().map(TrainingSession::id).toList())
                    .query(row -> {
                        written.computeIfAbsent(row.getLong("session_id"), id -> new ArrayList<>())
                                .add(new HalfDay(
                                        row.getInt("position"),
                                        row.getTimestamp("starts_at").toLocalDateTime(),
                                        row.getTimestamp("ends_at").toLocalDateTime(),
                                        row.getObject("trainer_id", Long.class)));
                    });
        }
        return sessions.stream()
                .collect(Collectors.toMap(
                        TrainingSession::id,
                        session -> standing(session, written.getOrDefault(session.id(), List.of())),
                        (one, same) -> one));
    }

    /** Stands in for the trainer on one of the half-days. */
    public boolean trains(TrainingSession session, long agentId) {
        return trainers(session).contains(agentId);
    }

    /** Those who stand in for the trainer, each once. */
    public Set<Long> trainers(TrainingSession session) {
        return of(session).stream()
                .map(HalfDay::trainerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Those that somebody gives: the session's own trainer not where another stands in for him. */
    public List<HalfDay> given(TrainingSession session, long agentId) {
        return of(session).stream()
                .filter(half -> half.isGivenBy(agentId, session))
                .toList();
    }

    /** The person, where he gives a part of the session; null where he gives none. */
    public Long giver(TrainingSession session, Long agentId) {
        return agentId == null || given(session, agentId).isEmpty() ? null : agentId;
    }

    /** The same of half-days that were read already. */
    public static Long giver(TrainingSession session, List<HalfDay> parts, Long agentId) {
        return agentId != null && parts.stream().anyMatch(half -> half.isGivenBy(agentId, session)) ? agentId : null;
    }

    /** The times at which somebody is there: as its trainer not where another stands in for him. */
    public List<HalfDay> timesOf(TrainingSession session, long agentId) {
        boolean trains = Objects.equals(agentId, session.trainerId());
        List<HalfDay> whole = List.of(new HalfDay(1, session.startsAt(), session.endsAt(), null));
        if (!trains && !session.isOnSeveralDays()) {
            return whole;
        }
        List<HalfDay> all = of(session);
        boolean replaced = trains && all.stream().anyMatch(half -> half.trainerId() != null);
        return replaced || session.isOnSeveralDays()
                ? all.stream()
                        .filter(half -> !trains || half.trainerId() == null)
                        .toList()
                : whole;
    }

    /** In place of what was written. */
    public void write(long sessionId, List<HalfDay> halfDays) {
        TOLD.forget();
        jdbc.sql("DELETE FROM half_day WHERE session_id = ?").param(sessionId).update();
        halfDays.forEach(half -> jdbc.sql(
                        "INSERT INTO half_day (session_id, position, starts_at, ends_at, trainer_id) VALUES (?, ?, ?, ?, ?)")
                .params(sessionId, half.position(), half.startsAt(), half.endsAt(), half.trainerId())
                .update());
    }

    /** What these half-days of a session become when it begins then. */
    public static List<HalfDay> at(TrainingSession session, LocalDateTime start, List<HalfDay> before) {
        return session.isOnSeveralDays()
                ? shifted(before, Duration.between(session.startsAt(), start))
                : ofOneDay(start, session.minutes(), before);
    }

    /** All of them so much later, each with whoever stands in. */
    public static List<HalfDay> shifted(List<HalfDay> halfDays, Duration by) {
        return halfDays.stream()
                .map(half -> new HalfDay(
                        half.position(), half.startsAt().plus(by), half.endsAt().plus(by), half.trainerId()))
                .toList();
    }

    /** What one day's hours make, with those who stood in on the same half-day of before. */
    public static List<HalfDay> ofOneDay(LocalDateTime start, int minutes, List<HalfDay> before) {
        int pause = MiddayBreak.of(start.toLocalTime(), minutes);
        List<HalfDay> made = made(start, MiddayBreak.end(start, minutes), pause);
        List<HalfDay> kept = new ArrayList<>();
        for (HalfDay half : made) {
            Long standIn = before.stream()
                    .filter(was -> was.position() == half.position() && made.size() == before.size())
                    .map(HalfDay::trainerId)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            kept.add(half.entrustedTo(standIn));
        }
        return kept;
    }

    /** Tells these half-days from others where they are on several dates; 0 on one date. */
    public static int mark(List<HalfDay> halfDays) {
        LocalDateTime end = halfDays.get(halfDays.size() - 1).endsAt();
        boolean several = !halfDays.get(0).startsAt().toLocalDate().equals(end.toLocalDate());
        return several
                ? halfDays.stream()
                        .map(half -> half.startsAt() + "/" + half.endsAt())
                        .toList()
                        .hashCode()
                : 0;
    }

    private static List<HalfDay> made(TrainingSession session) {
        return made(session.startsAt(), session.endsAt(), session.breakMinutes());
    }

    private static List<HalfDay> made(LocalDateTime start, LocalDateTime end, int pause) {
        if (pause == 0) {
            return List.of(new HalfDay(1, start, end, null));
        }
        LocalDateTime noon = MiddayBreak.beginsOn(start.toLocalDate());
        return List.of(new HalfDay(1, start, noon, null), new HalfDay(2, noon.plusMinutes(pause), end, null));
    }
}
