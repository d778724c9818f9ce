package fr.forment.session.guard;

import fr.forment.resource.DayPart;
import fr.forment.resource.Presence;
import fr.forment.resource.TrainerAbsence;
import fr.forment.resource.TrainerResources;
import fr.forment.resource.TrainerWeek;
import fr.forment.session.SessionDates;
import fr.forment.session.SessionRepository;
import fr.forment.session.SessionState;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
 * Half-days still to come under somebody who cannot be had then, the session's trainer or who stands in for him that
 * day: he said an absence, or does not give that moment of the week. Whichever was written down first. One statement
 * where there are none.
 */
@Component
@RequiredArgsConstructor
public class AbsentTrainers {

    /**
     * @param agentId who gives the half-day, and cannot be had
     * @param absent he said an absence; else he does not give that moment of the week
     */
    public record Missing(TrainingSession session, long agentId, HalfDay half, boolean absent) {

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
    private static final String NOT_TO_BE_HAD =
            "SELECT s.id FROM training_session s WHERE s.state IN (:dated) AND s.ends_at >= :now AND :which AND ("
                    + absent("", "s.trainer_id", "s") + " OR " + otherDays("", "s.trainer_id", "s") + " OR "
                    + absent("half_day h JOIN ", "h.trainer_id", "h") + " OR "
                    + otherDays("half_day h JOIN ", "h.trainer_id", "h") + ")";

    private static final String GIVEN_BY =
            "(s.trainer_id = :agent OR EXISTS (SELECT 1 FROM half_day g WHERE g.session_id = s.id AND g.trainer_id = :agent))";

    private static String absent(String from, String giver, String of) {
        return exists(from, "trainer_absence a", "a.agent_id = " + giver, of)
                + "(a.circonscription_uai IS NULL OR a.circonscription_uai = s.circonscription_uai) AND a.from_day <= CAST(%1$s.ends_at AS DATE) AND a.until_day >= CAST(%1$s.starts_at AS DATE))"
                        .formatted(of);
    }

    /** What lasts longer than a day is looked at half-day by half-day once it is read. */
    private static String otherDays(String from, String giver, String of) {
        String notGiven = Arrays.stream(DayPart.values())
                .map(part ->
                        " OR CAST(%1$s.starts_at AS TIME) < TIME '%2$s' AND CAST(%1$s.ends_at AS TIME) > TIME '%3$s' AND w.given NOT LIKE CONCAT('%%', EXTRACT(ISODOW FROM %1$s.starts_at), '%4$s%%')"
                                .formatted(of, part.end().truncatedTo(ChronoUnit.SECONDS), part.start(), part.code()))
                .collect(Collectors.joining());
        return exists(from, "trainer_week w", "w.agent_id = " + giver, of)
                + "w.from_day <= CAST(%1$s.ends_at AS DATE) AND (w.until_day IS NULL OR w.until_day >= CAST(%1$s.starts_at AS DATE)) AND (CAST(%1$s.starts_at AS DATE) <> CAST(%1$s.ends_at AS DATE)%2$s))"
                        .formatted(of, notGiven);
    }

    private static String exists(String from, String said, String his, String of) {
        return "EXISTS (SELECT 1 FROM " + from + said + (from.isEmpty() ? " WHERE " : " ON ") + his
                + (of.equals("h") ? " WHERE h.session_id = s.id AND " : " AND ");
    }

    private final JdbcClient jdbc;
    private final SessionRepository sessions;
    private final SessionHalfDays halfDays;
    private final TrainerResources resources;
    private final SessionDates dates;

    /** What the person gives and cannot be had for. */
    public List<Missing> of(long agentId, LocalDateTime now) {
        return found(GIVEN_BY, Map.of("agent", agentId), now).stream()
                .filter(missing -> missing.agentId() == agentId)
                .toList();
    }

    /**
     * The same, and what these circonscriptions hold under somebody who cannot be had.
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
        Map<Long, List<TrainerAbsence>> absences = givers.isEmpty()
                ? Map.of()
                : resources.absences(
                        givers,
                        first,
                        dated.stream().map(TrainingSession::circonscriptionUai).collect(Collectors.toSet()));
        Map<Long, List<TrainerWeek>> weeks = givers.isEmpty() ? Map.of() : resources.weeks(givers);
        return dated.stream()
                .flatMap(session -> parts.get(session.id()).stream()
                        .filter(half -> half.endsAt().isAfter(dates.now(session)))
                        .flatMap(half -> missing(session, half, absences, weeks).stream()))
                .sorted(Comparator.comparing((Missing missing) -> missing.half().startsAt())
                        .thenComparing(missing -> missing.session().id()))
                .toList();
    }

    private List<Missing> found(String which, Map<String, ?> params, LocalDateTime now) {
        List<Long> ids = jdbc.sql(NOT_TO_BE_HAD.replace(":which", which))
                .params(params)
                .param("dated", DATED)
                // the day before is today somewhere
                .param("now", now.minusDays(1))
                .query(Long.class)
                .list();
        return ids.isEmpty() ? List.of() : of(sessions.findAllById(ids));
    }

    /** Unless the team holds it all the same. */
    private static Optional<Missing> missing(
            TrainingSession session,
            HalfDay half,
            Map<Long, List<TrainerAbsence>> absences,
            Map<Long, List<TrainerWeek>> weeks) {
        Long giver = half.trainer(session);
        if (giver == null) {
            return Optional.empty();
        }
        List<TrainerAbsence> said = absences.getOrDefault(giver, List.of()).stream()
                .filter(absence -> absence.circonscriptionUai() == null
                        || absence.circonscriptionUai().equals(session.circonscriptionUai()))
                .toList();
        return obstacle(new Presence(giver, weeks.getOrDefault(giver, List.of()), said), half)
                .filter(why -> !session.isHeldAnyway(
                        List.of(DayFaults.away(why, half.startsAt().toLocalDate()))))
                .map(why -> new Missing(
                        session,
                        giver,
                        half,
                        obstacle(new Presence(giver, List.of(), said), half).isPresent()));
    }

    private static Optional<String> obstacle(Presence presence, HalfDay half) {
        return presence.obstacle(
                half.startsAt().toLocalDate(),
                half.startsAt().toLocalTime(),
                half.endsAt().toLocalTime());
    }
}
