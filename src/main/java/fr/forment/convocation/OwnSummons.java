package fr.forment.convocation;

import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionWords;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The convocations somebody has. */
@Component
@RequiredArgsConstructor
public class OwnSummons {

    /** One of them. */
    public record Line(long sessionId, long enrolmentId, String title, LocalDate day, EnrolmentState state) {}

    private final Sessions sessions;
    private final SessionWords words;

    /** Latest first; of what was left or cancelled none is any more. */
    public List<Line> of(long agentId) {
        Map<Long, TrainingSession> known = sessions.ofAgent(agentId).stream()
                .collect(Collectors.toMap(TrainingSession::id, Function.identity(), (one, same) -> one));
        UnaryOperator<String> titles = words.titles();
        return sessions.enrolmentsOf(agentId).stream()
                .filter(row -> row.state().isActive() && row.convokedAt() != null && known.containsKey(row.sessionId()))
                .map(row -> line(row, known.get(row.sessionId()), titles))
                .sorted(Comparator.comparing(Line::day).reversed())
                .toList();
    }

    private static Line line(Enrolment row, TrainingSession session, UnaryOperator<String> titles) {
        return new Line(session.id(), row.id(), titles.apply(session.moduleCode()), session.day(), row.state());
    }
}
