package fr.forment.session;

import fr.forment.hours.HoursSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Says which session a line of the hours ledger comes from. */
@Component
@RequiredArgsConstructor
class EnrolmentHours implements HoursSource {

    private final EnrolmentRepository enrolments;
    private final SessionRepository sessions;
    private final SessionWords words;

    @Override
    public Map<String, Named> name(Collection<String> sourceKeys) {
        List<Enrolment> rows = enrolments.findAllById(sourceKeys.stream()
                .filter(Enrolment::isHoursKey)
                .map(Enrolment::idOf)
                .toList());
        Map<Long, TrainingSession> held =
                sessions
                        .findAllById(rows.stream()
                                .map(Enrolment::sessionId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(TrainingSession::id, Function.identity()));
        Map<String, Named> names = new HashMap<>();
        rows.forEach(row -> {
            TrainingSession session = held.get(row.sessionId());
            names.put(
                    row.hoursKey(),
                    new Named(
                            session.day(),
                            words.title(session),
                            "/sessions/" + session.id(),
                            row.state().label()));
        });
        return names;
    }
}
