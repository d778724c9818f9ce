package fr.forment.session.guard;

import fr.forment.resource.Presence;
import fr.forment.resource.TrainerAbsence;
import fr.forment.resource.TrainerResources;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Half-days still to come under somebody who said that he is absent then, the session's trainer or who stands in for
 * him that day; whichever was written down first. One statement where there are none.
 */
@Component
@RequiredArgsConstructor
public class AbsentTrainers {

    /** @param agentId who gives the half-day, and is absent */
    public record Missing(TrainingSession session, long agentId, HalfDay half) {

        public LocalDate day() {
            return half.startsAt().toLocalDate();
        }
    }

    /** A session whose date is sought says so itself. */
    private static final List<String> DATED = Arrays.stream(SessionState.values())
            .filter(state -> state != SessionState.DATE_A_FIXER && state.compareTo(SessionState.A_EMARGER) < 0)
            .map(Enum::name)
            .toList();

    /** By whoever gives it as a whole, and by whoever stands in: each by its index. */
    private static final String UNDER_ABSENCE = """
            SELECT s.id FROM training_session s WHERE s.state IN (:dated) AND s.ends_at >= :now AND %s
               AND (EXISTS (SELECT 1 FROM trainer_absence a WHERE a.agent_id = s.trainer_id
                             AND a.from_day <= CAST(s.ends_at AS DATE) AND a.until_day >= CAST(s.starts_at AS DATE))
                 OR EXISTS (SELECT 1 FROM half_day h JOIN trainer_absence a ON a.agent_id = h.trainer_id
                             WHERE h.session_id = s.id AND a.from_day <= CAST(h.ends_at AS DATE) AND a.until_day >= CAST(h.starts_at AS DATE)))""";

    private static final String GIVEN_BY =
            "(s.trainer_id = :agent OR EXISTS (SELECT 1 FROM half_day g WHERE g.session_id = s.id AND g.trainer_id = :agent))";

    private final JdbcClient jdbc;
    private final SessionRepository sessions;
    private final SessionHalfDays halfDays;
    private final TrainerResources resources;
    private final SessionDates dates;

    /** What the person gives while absent. */
    public List<Missing> of(long agentId, LocalDateTime now) {
        return found(GIVEN_BY, Map.of("agent", agentId), now).stream()
                .filter(missing -> missing.agentId() == agentId)
                .toList();
    }

    /**
     * The same, and what these circonscriptions hold under somebody who is absent.
     *
     * @param agentId null: nobody's own
     */
    public List<Missing> of(Long agentId, Collection<String> circonscriptionUais, LocalDateTime now) {
        if (circonscriptionUais.isEmpty()) {
            return agentId == null ? List.of() : of((long) agentId, now);
        }
        long me = agentId == null ? 0 : agentId;
        return found(
                        "(s.circonscription_uai IN (:uais) OR " + GIVEN_BY + ")",
                        Map.of("uais", circonscriptionUais, "agent", me),
                        now)
                .stream()
                .filter(missing -> missing.agentId() == me
                        || circonscriptionUais.contains(missing.session().circonscriptionUai()))
                .toList();
    }

    /** Of these sessions alone. */
    public List<Missing> of(List<TrainingSession> all) {
        List<TrainingSession> dated = all.stream()
                .filter(session -> DATED.contains(session.state().name()))
                .toList();
        if (dated.isEmpty()) {
            return List.of();
        }
        Map<Long, List<HalfDay>> parts = halfDays.of(dated);
        Set<Long> givers = dated.stream()
                .flatMap(session -> parts.get(session.id()).stream().map(half -> half.trainer(session)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        LocalDate first = dated.stream()
                .map(TrainingSession::day)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Map<Long, List<TrainerAbsence>> absences = givers.isEmpty() ? Map.of() : resources.absences(givers, first);
        return dated.stream()
                .flatMap(session -> parts.get(session.id()).stream()
                        .filter(half -> half.endsAt().isAfter(dates.now(session)))
                        .filter(half -> isAway(session, half, absences))
                        .map(half -> new Missing(session, half.trainer(session), half)))
                .sorted(Comparator.comparing((Missing missing) -> missing.half().startsAt())
                        .thenComparing(missing -> missing.session().id()))
                .toList();
    }

    private List<Missing> found(String which, Map<String, ?> params, LocalDateTime now) {
        List<Long> ids = jdbc.sql(UNDER_ABSENCE.formatted(which))
                .params(params)
                .param("dated", DATED)
                // the day before is today somewhere
                .param("now", now.minusDays(1))
                .query(Long.class)
                .list();
        return ids.isEmpty() ? List.of() : of(sessions.findAllById(ids));
    }

    /** Unless the team holds it all the same. */
    private static boolean isAway(TrainingSession session, HalfDay half, Map<Long, List<TrainerAbsence>> absences) {
        Long giver = half.trainer(session);
        LocalDate day = half.startsAt().toLocalDate();
        return giver != null
                && new Presence(giver, List.of(), absences.getOrDefault(giver, List.of()))
                        .obstacle(
                                day,
                                half.startsAt().toLocalTime(),
                                half.endsAt().toLocalTime())
                        .filter(why -> !session.isHeldAnyway(List.of(DayFaults.away(why, day))))
                        .isPresent();
    }
}
