package fr.forment.catalogue;

import fr.forment.engine.Decisions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** When to remind and whom: {@code reminderPolicy.dmn}, read for {@link Reminders}. */
@Component
@RequiredArgsConstructor
class ReminderPolicy {

    private final Decisions decisions;
    /**
     * A table changes with a deployment, hence with a start; asking it costs milliseconds, and each arrival asks four
     * times.
     */
    private final Map<String, Row> known = new ConcurrentHashMap<>();

    /**
     * @param offsetSchoolDays school days of the zone from the day of the matter, negative before it
     * @param readers codes of the table: OWNER, PARTICIPANTS, FORMATEUR, DIRECTEUR, ERUN, IEN, SECRETAIRE or DELEGATE
     */
    record Row(int offsetSchoolDays, List<String> readers) {}

    /**
     * @throws IllegalStateException when the table has no such row, or names somebody whom no letter of that rank
     *     serves
     */
    Row of(Reminder reminder, int rank) {
        return known.computeIfAbsent(
                reminder.subject() + ":" + rank,
                key ->
                        decisions
                                .decide("reminderPolicy", Map.of("subject", reminder.subject(), "occurrence", rank))
                                .stream()
                                .findFirst()
                                .map(ReminderPolicy::row)
                                .filter(row -> reminder.serves(rank, row.readers()))
                                .orElseThrow(() -> new IllegalStateException(
                                        "reminderPolicy has no row " + key + " that the house can serve")));
    }

    private static Row row(Map<String, Object> row) {
        return new Row(
                ((Number) row.get("offsetSchoolDays")).intValue(), List.of(((String) row.get("recipient")).split(" ")));
    }
}
