package fr.forment.session.halfday;

import fr.forment.french.French;
import fr.forment.session.TrainingSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who gives a session, each what of it: its trainer where nobody stands in for him, and those who do. */
@Component
@RequiredArgsConstructor
public class Givers {

    private final SessionHalfDays halfDays;

    /** In order of time, each once; nobody while nobody is named. */
    public List<Long> of(TrainingSession session) {
        return halfDays.of(session).stream()
                .map(half -> half.trainer(session))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Whether a half-day is still without anybody: its trainer is to be named. */
    public boolean isNobodyNamed(TrainingSession session) {
        return halfDays.of(session).stream().anyMatch(half -> half.trainer(session) == null);
    }

    /** The half-days somebody gives, in words, in order of time. @param agentId null: those that nobody gives yet */
    public List<String> told(TrainingSession session, Long agentId) {
        return halfDays.of(session).stream()
                .filter(half -> Objects.equals(half.trainer(session), agentId))
                .map(HalfDay::told)
                .toList();
    }

    /** What a letter says instead of the whole session to who gives a part of it; nothing to who gives all. */
    public Map<String, Object> part(TrainingSession session, long agentId) {
        List<HalfDay> all = halfDays.of(session);
        List<HalfDay> own =
                all.stream().filter(half -> half.isGivenBy(agentId, session)).toList();
        if (own.isEmpty() || own.size() == all.size()) {
            return Map.of();
        }
        HalfDay last = own.get(own.size() - 1);
        StringBuilder days = new StringBuilder();
        own.subList(0, own.size() - 1).forEach(half -> days.append(half.told()).append(" ; "));
        return Map.of(
                "date",
                days + French.day(last.startsAt()) + ", " + last.part(),
                "court",
                French.brief(own.get(0).startsAt()),
                "horaires",
                last.hours(),
                "duree",
                French.duration(own.stream().mapToInt(HalfDay::minutes).sum()));
    }
}
