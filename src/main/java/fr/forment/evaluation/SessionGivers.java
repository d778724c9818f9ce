package fr.forment.evaluation;

import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.SessionHalfDays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who gave sessions, of their trainers and of those who stood in. */
@Component
@RequiredArgsConstructor
public class SessionGivers {

    private final Sessions sessions;
    private final SessionHalfDays halfDays;

    /** Whether nobody else gave a part of it. */
    public boolean gaveAlone(Long agentId, TrainingSession session) {
        return agentId != null
                && of(List.of(session.id()))
                        .getOrDefault(Followed.session(session.id()), Set.of())
                        .equals(Set.of(agentId));
    }

    /** By session; two statements. Nobody where none is named. */
    public Map<Followed, Set<Long>> of(Collection<Long> ids) {
        return among(ids.isEmpty() ? List.of() : sessions.all(ids));
    }

    /** The same, for who has read the sessions. */
    public Map<Followed, Set<Long>> among(List<TrainingSession> those) {
        var halves = halfDays.of(those);
        return those.stream()
                .collect(Collectors.toMap(
                        session -> Followed.session(session.id()), session -> halves.get(session.id()).stream()
                                .map(half -> half.trainer(session))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())));
    }
}
