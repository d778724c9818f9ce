package fr.forment.session.guard;

import fr.forment.catalogue.Format;
import fr.forment.session.guard.SpotMap.Spot;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What else people have that day, as trainers or as trainees: what overlaps, to the minute, and what lies too far away
 * for the time in between: as plans count the road.
 */
@Component
@RequiredArgsConstructor
public class SameDay {

    /** When and where somebody is wanted. */
    public record Wanted(
            LocalDateTime start,
            LocalDateTime end,
            String circonscriptionUai,
            String place,
            Format format,
            Long exceptSession) {}

    /**
     * @param road minutes between the two places @param gap minutes from one to the other; below 0 when they overlap
     */
    public record Clash(
            long agentId, String moduleCode, LocalDateTime start, LocalDateTime end, String place, int road, int gap) {

        public boolean isAtTheSameMoment() {
            return gap < 0;
        }
    }

    private record Other(
            long agentId,
            String moduleCode,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            String circonscriptionUai,
            String place,
            Format format) {

        private Spot spot() {
            return new Spot(circonscriptionUai, place);
        }
    }

    private final JdbcClient jdbc;
    private final SpotMap map;

    /** By person; those with nothing in the way are left out. */
    public Map<Long, List<Clash>> clashes(Collection<Long> agentIds, Wanted wanted) {
        List<Other> others = agentIds.isEmpty() ? List.of() : others(agentIds, wanted);
        if (others.isEmpty()) {
            return Map.of();
        }
        Spot here = new Spot(wanted.circonscriptionUai(), wanted.place());
        SpotMap.Roads roads = map.of(
                Stream.concat(Stream.of(here), others.stream().map(Other::spot)).collect(Collectors.toSet()));
        List<Wanted> spans = spans(wanted);
        return others.stream()
                .flatMap(other -> spans.stream()
                        .filter(span -> isOnOneOfItsDays(other, span))
                        .map(span -> clash(other, span, roads.minutes(other.spot(), here))))
                .filter(clash -> clash.gap() < clash.road() || clash.isAtTheSameMoment())
                .collect(Collectors.groupingBy(Clash::agentId));
    }

    /** Of a session on several dates each of its half-days: the weeks between are nobody's. */
    private List<Wanted> spans(Wanted wanted) {
        if (wanted.exceptSession() == null
                || wanted.start().toLocalDate().equals(wanted.end().toLocalDate())) {
            return List.of(wanted);
        }
        return jdbc.sql("SELECT starts_at, ends_at FROM half_day WHERE session_id = ? ORDER BY position")
                .param(wanted.exceptSession())
                .query((row, n) -> new Wanted(
                        row.getObject("starts_at", LocalDateTime.class),
                        row.getObject("ends_at", LocalDateTime.class),
                        wanted.circonscriptionUai(),
                        wanted.place(),
                        wanted.format(),
                        wanted.exceptSession()))
                .list();
    }

    private static boolean isOnOneOfItsDays(Other other, Wanted span) {
        return !other.startsAt().toLocalDate().isAfter(span.end().toLocalDate())
                && !other.endsAt().toLocalDate().isBefore(span.start().toLocalDate());
    }

    private List<Other> others(Collection<Long> agentIds, Wanted wanted) {
        return jdbc.sql("""
                SELECT o.agent_id, s.module_code, o.starts_at, o.ends_at, s.circonscription_uai, s.place, s.format
                FROM occupation o JOIN training_session s ON s.id = o.session_id
                WHERE o.agent_id IN (:agents) AND o.starts_at < :dayEnd AND o.ends_at > :dayStart AND o.session_id <> :except
                ORDER BY o.starts_at""")
                .param("agents", Set.copyOf(agentIds))
                .param("dayStart", wanted.start().toLocalDate().atStartOfDay())
                .param("dayEnd", wanted.end().toLocalDate().plusDays(1).atStartOfDay())
                .param("except", wanted.exceptSession() == null ? -1 : wanted.exceptSession())
                .query(Other.class)
                .list();
    }

    private static Clash clash(Other other, Wanted wanted, int minutes) {
        boolean before = !other.endsAt().isAfter(wanted.start());
        boolean after = !other.startsAt().isBefore(wanted.end());
        int gap =
                before ? minutes(other.endsAt(), wanted.start()) : after ? minutes(wanted.end(), other.startsAt()) : -1;
        int road = other.format() == Format.DISTANCE || wanted.format() == Format.DISTANCE ? 0 : minutes;
        return new Clash(
                other.agentId(), other.moduleCode(), other.startsAt(), other.endsAt(), other.place(), road, gap);
    }

    private static int minutes(LocalDateTime from, LocalDateTime to) {
        return (int) Duration.between(from, to).toMinutes();
    }
}
