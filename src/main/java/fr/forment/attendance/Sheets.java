package fr.forment.attendance;

import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.session.Enrolment;
import fr.forment.session.SessionDates;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The sheets of a session as they are read: everybody expected or marked, by name. */
@Component
@RequiredArgsConstructor
public class Sheets {

    private final Sessions sessions;
    private final HalfDayMarks presences;
    private final SessionHalfDays halfDays;
    private final Agents agents;
    private final Schools schools;
    private final SessionDates dates;

    public List<HalfDay> halfDays(TrainingSession session) {
        return halfDays.of(session);
    }

    /** The one asked for; where none was asked for, or there is no such, the one whoever opens the sheet is after. */
    public HalfDay halfDay(TrainingSession session, int position) {
        List<HalfDay> all = halfDays.of(session);
        return all.stream()
                .filter(half -> half.position() == position)
                .findFirst()
                .orElseGet(() -> all.size() == 1 ? all.get(0) : now(session, all));
    }

    /** Today's that began last, or is the first to begin; else the last that is past and not fully marked. */
    private HalfDay now(TrainingSession session, List<HalfDay> all) {
        LocalDateTime now = dates.now(session);
        List<HalfDay> today = all.stream()
                .filter(half -> half.startsAt().toLocalDate().equals(now.toLocalDate()))
                .toList();
        if (!today.isEmpty()) {
            return last(today.stream().filter(half -> half.hasBegun(now))).orElse(today.get(0));
        }
        Map<Integer, Long> unmarked = unmarked(session);
        return last(all.stream().filter(half -> unmarked.getOrDefault(half.position(), 0L) > 0))
                .or(() -> last(all.stream().filter(half -> half.hasBegun(now))))
                .orElse(all.get(0));
    }

    private static Optional<HalfDay> last(Stream<HalfDay> inOrder) {
        return inOrder.reduce((one, later) -> later);
    }

    /** « mercredi 18 novembre 2026, matin : 3 ; … », half-days that have begun; empty where all is marked. */
    String leftToMark(TrainingSession session) {
        Map<Integer, Long> unmarked = unmarked(session);
        return halfDays.of(session).stream()
                .filter(half -> unmarked.getOrDefault(half.position(), 0L) > 0)
                .map(half -> French.day(half.startsAt()) + ", " + half.part() + " : " + unmarked.get(half.position()))
                .collect(Collectors.joining(" ; "));
    }

    public List<MarkLine> lines(TrainingSession session, HalfDay halfDay) {
        List<Enrolment> rows = sessions.enrolments(session.id()).stream()
                .filter(row -> row.state().isExpected() || row.state().isMark())
                .toList();
        Map<Long, Agent> people = agents
                .all(rows.stream().map(Enrolment::agentId).toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
        Map<String, School> places = schools.findAll(rows.stream()
                .map(Enrolment::schoolUai)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, HalfDayMark> there = presences.ofSession(session.id()).stream()
                .filter(presence -> presence.startsAt().equals(halfDay.startsAt()))
                .collect(Collectors.toMap(HalfDayMark::enrolmentId, Function.identity()));
        return rows.stream()
                .map(row ->
                        line(row, people.get(row.agentId()), places.get(row.schoolUai()), there.get(row.id()), session))
                .sorted(Comparator.comparing(MarkLine::name))
                .toList();
    }

    /** Lines still to be marked, by the position of their half-day; those that have begun only. */
    public Map<Integer, Long> unmarked(TrainingSession session) {
        List<Long> rows = sessions.enrolments(session.id()).stream()
                .filter(row -> row.state().isExpected() || row.state().isMark())
                .map(Enrolment::id)
                .toList();
        List<HalfDayMark> there = presences.ofSession(session.id());
        return halfDays.of(session).stream()
                .filter(half -> half.hasBegun(dates.now(session)))
                .collect(Collectors.toMap(
                        HalfDay::position,
                        half -> rows.size()
                                - there.stream()
                                        .filter(presence -> presence.startsAt().equals(half.startsAt())
                                                && rows.contains(presence.enrolmentId()))
                                        .count()));
    }

    private MarkLine line(Enrolment row, Agent agent, School school, HalfDayMark presence, TrainingSession session) {
        return new MarkLine(
                row.id(),
                row.agentId(),
                agent.lastName() + " " + agent.firstName(),
                school == null ? "" : school.displayName(),
                agent.function().label(),
                presence == null ? null : presence.state(),
                presence == null ? null : presence.minutes(),
                presence == null ? SaidHours.UNSAID : presence.hours(),
                presence == null || presence.scannedAt() == null
                        ? null
                        : French.time(presence.scannedAt().atZone(dates.clock(session))));
    }
}
