package fr.forment.benchmark.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The first day each vague can have a session: trainers trained, the vague before it opened and looked back upon. */
final class FirstDays {

    private final JsonNode plan;
    private final List<JsonNode> sessions;
    private final List<LocalDate> days;

    FirstDays(JsonNode plan, List<JsonNode> sessions) {
        this.plan = plan;
        this.sessions = sessions;
        this.days = Recount.list(plan.get("schoolDays")).stream()
                .map(day -> LocalDate.parse(day.asText()))
                .sorted()
                .toList();
    }

    List<LocalDate> schoolDays() {
        return days;
    }

    /** Later than any day where the time planned holds none. */
    LocalDate of(int rank) {
        LocalDate first = LocalDate.parse(plan.get("from").asText());
        JsonNode pace = plan.get("pace");
        LocalDate trained = Stream.concat(
                        sessions.stream()
                                .filter(session -> session.get("vague").isNull())
                                .map(session -> session.get("day")),
                        Stream.of(pace.path("trainersUntil")).filter(JsonNode::isTextual))
                .map(day -> LocalDate.parse(day.asText()))
                .max(LocalDate::compareTo)
                .orElse(null);
        if (trained != null) {
            int days = pace.get("marksDays").asInt() + pace.get("noticeDays").asInt();
            first = later(first, after(trained, days));
        }
        LocalDate opening = Recount.list(plan.get("vagues")).stream()
                .filter(vague -> vague.get("rank").asInt() < rank
                        && !vague.get("schools").isEmpty())
                .map(vague -> LocalDate.parse(vague.get("lastOpening").asText()))
                .max(LocalDate::compareTo)
                .orElse(null);
        if (opening != null) {
            LocalDate stable = opening.plusDays(pace.get("stabilisationDays").asInt());
            LocalDate lookedBack = after(stable.minusDays(1), 1);
            int days = pace.get("decisionDays").asInt() + pace.get("noticeDays").asInt();
            first = later(first, lookedBack.equals(LocalDate.MAX) ? LocalDate.MAX : after(lookedBack, days));
        }
        return first;
    }

    private LocalDate after(LocalDate day, int schoolDays) {
        return days.stream()
                .filter(later -> later.isAfter(day))
                .skip(Math.max(0, schoolDays - 1L))
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
