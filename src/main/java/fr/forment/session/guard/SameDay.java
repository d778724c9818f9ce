package fr.forment.session.guard;

import fr.forment.catalogue.Format;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
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
 * for the time in between. Of a place that is not on the map nothing is held against anybody.
 */
@Component
@RequiredArgsConstructor
public class SameDay {

    private static final double KM_PER_DEGREE = 111.2;
    /** Roads are longer than the bird flies, and country roads are slow: as plans count it. */
    private static final double MINUTES_PER_KM = 1.3 * 60 / 50;

    /** When and where somebody is wanted. */
    public record Wanted(LocalDateTime start, LocalDateTime end, String place, Format format, Long exceptSession) {}

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
            String place,
            Format format) {}

    private final JdbcClient jdbc;
    private final Schools schools;

    /** By person; those with nothing in the way are left out. */
    public Map<Long, List<Clash>> clashes(Collection<Long> agentIds, Wanted wanted) {
        List<Other> others = agentIds.isEmpty() ? List.of() : others(agentIds, wanted);
        if (others.isEmpty()) {
            return Map.of();
        }
        Map<String, School> places = schools.findAll(
                Stream.concat(Stream.of(wanted.place()), others.stream().map(Other::place))
                        .collect(Collectors.toSet()));
        return others.stream()
                .map(other -> clash(other, wanted, places))
                .filter(clash -> clash.gap() < clash.road() || clash.isAtTheSameMoment())
                .collect(Collectors.groupingBy(Clash::agentId));
    }

    private List<Other> others(Collection<Long> agentIds, Wanted wanted) {
        return jdbc.sql("""
                SELECT o.agent_id, s.module_code, o.starts_at, o.ends_at, s.place, s.format
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

    private static Clash clash(Other other, Wanted wanted, Map<String, School> places) {
        boolean before = !other.endsAt().isAfter(wanted.start());
        boolean after = !other.startsAt().isBefore(wanted.end());
        int gap =
                before ? minutes(other.endsAt(), wanted.start()) : after ? minutes(wanted.end(), other.startsAt()) : -1;
        int road = other.format() == Format.DISTANCE || wanted.format() == Format.DISTANCE
                ? 0
                : road(places.get(other.place()), places.get(wanted.place()));
        return new Clash(
                other.agentId(), other.moduleCode(), other.startsAt(), other.endsAt(), other.place(), road, gap);
    }

    private static int minutes(LocalDateTime from, LocalDateTime to) {
        return (int) Duration.between(from, to).toMinutes();
    }

    private static int road(School one, School other) {
        if (one == null || other == null || one.latitude() == null || other.latitude() == null) {
            return 0;
        }
        double east = (one.longitude() - other.longitude()) * Math.cos(Math.toRadians(one.latitude()));
        return (int) Math.ceil(Math.hypot(one.latitude() - other.latitude(), east) * KM_PER_DEGREE * MINUTES_PER_KM);
    }
}
