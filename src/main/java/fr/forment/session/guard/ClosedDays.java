package fr.forment.session.guard;

import fr.forment.resource.Closure;
import fr.forment.resource.Closures;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Half-days still to come on a day on which the school that receives them, or one whose people are expected, is closed.
 * As soon as somebody said so, whatever a plan makes of it. One statement where there are none.
 */
@Component
@RequiredArgsConstructor
public class ClosedDays {

    /**
     * @param schoolUai the school that is closed
     * @param receives it is to receive the session; else its people are expected elsewhere
     * @param reason as people said it
     */
    public record Closed(TrainingSession session, HalfDay half, String schoolUai, boolean receives, String reason) {

        public LocalDate day() {
            return half.startsAt().toLocalDate();
        }
    }

    private record Concerned(long id, String schoolUai) {}

    /** A session whose date is sought says so itself. */
    private static final List<String> DATED = Arrays.stream(SessionState.values())
            .filter(state -> state != SessionState.DATE_A_FIXER && state.compareTo(SessionState.A_EMARGER) < 0)
            .map(Enum::name)
            .toList();

    private static final String ACTIVE =
            "SELECT e.school_uai FROM enrolment e WHERE e.session_id = s.id AND e.active_agent_id IS NOT NULL";

    /** The last condition says no more than the one before: it alone lets the index of the circonscription be used. */
    private static final String FOUND = """
            SELECT DISTINCT s.id, u.uai AS school_uai FROM school_closure c
              JOIN training_session s ON s.circonscription_uai = c.circonscription_uai
              JOIN school u ON u.circonscription_uai = c.circonscription_uai AND (u.uai = s.place OR u.uai IN (%1$s))
             WHERE s.state IN (:dated) AND s.ends_at >= :now AND c.until_day >= CAST(s.starts_at AS DATE) AND c.from_day <= CAST(s.ends_at AS DATE)
               AND (c.school_uai IS NULL OR c.school_uai = u.uai) AND (s.circonscription_uai IN (:uais) OR u.uai IN (:schools))
               AND c.circonscription_uai IN (SELECT uai FROM circonscription WHERE uai IN (:uais)
                                             UNION SELECT circonscription_uai FROM school WHERE uai IN (:schools))""".formatted(ACTIVE);

    private final JdbcClient jdbc;
    private final SessionRepository sessions;
    private final SessionHalfDays halfDays;
    private final Closures closures;
    private final SessionDates dates;

    /**
     * The nearest first; of each half-day the school that receives it, else the first of those expected.
     *
     * @param circonscriptionUais all of their sessions
     * @param schoolUais what these receive, and what their people are expected at
     */
    public List<Closed> of(Collection<String> circonscriptionUais, Collection<String> schoolUais, LocalDateTime now) {
        if (circonscriptionUais.isEmpty() && schoolUais.isEmpty()) {
            return List.of();
        }
        Map<Long, Set<String>> schools = new HashMap<>();
        jdbc.sql(FOUND)
                .param("dated", DATED)
                // the day before is today somewhere
                .param("now", now.minusDays(1))
                .param("uais", orNone(circonscriptionUais))
                .param("schools", orNone(schoolUais))
                .query(Concerned.class)
                .list()
                .forEach(row ->
                        schools.computeIfAbsent(row.id(), id -> new HashSet<>()).add(row.schoolUai()));
        if (schools.isEmpty()) {
            return List.of();
        }
        List<TrainingSession> found = sessions.findAllById(schools.keySet());
        Map<Long, List<HalfDay>> parts = halfDays.of(found);
        Map<String, List<Closure>> closed = found.stream()
                .map(TrainingSession::circonscriptionUai)
                .distinct()
                .collect(Collectors.toMap(uai -> uai, closures::of));
        return found.stream()
                .flatMap(session -> parts.get(session.id()).stream()
                        .filter(half -> half.endsAt().isAfter(dates.now(session)))
                        .map(half -> closed(
                                session, half, schools.get(session.id()), closed.get(session.circonscriptionUai())))
                        .flatMap(Optional::stream))
                .sorted(Comparator.comparing((Closed each) -> each.half().startsAt())
                        .thenComparing(each -> each.session().id()))
                .toList();
    }

    private static Collection<String> orNone(Collection<String> those) {
        return those.isEmpty() ? List.of("") : those;
    }

    /** Unless the team holds it all the same. */
    private static Optional<Closed> closed(
            TrainingSession session, HalfDay half, Set<String> schools, List<Closure> closures) {
        LocalDate day = half.startsAt().toLocalDate();
        return schools.stream()
                .sorted(Comparator.comparing((String uai) -> !uai.equals(session.place()))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(uai -> closures.stream()
                        .filter(closure ->
                                closure.concerns(uai) && closure.period().covers(day))
                        .map(closure ->
                                new Closed(session, half, uai, Objects.equals(uai, session.place()), closure.reason())))
                .filter(each -> !each.receives() || !session.isHeldAnyway(List.of(DayFaults.closed(day))))
                .findFirst();
    }
}
