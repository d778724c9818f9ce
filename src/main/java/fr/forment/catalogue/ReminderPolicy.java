package fr.forment.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import fr.forment.engine.Decisions;

/** When to remind, whom and in which tone: {@code reminderPolicy.dmn}, read for the code. */
@Component
public class ReminderPolicy {

    private final Decisions decisions;
    /** A table changes with a deployment, hence with a start; asking it costs milliseconds, and each arrival asks four times. */
    private final Map<String, Optional<Map<String, Object>>> known = new ConcurrentHashMap<>();

    ReminderPolicy(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * One reminder.
     *
     * @param occurrence 1 for the first
     * @param offsetSchoolDays school days of the zone from the due date, negative before it
     * @param recipient code of the table: OWNER, PARTICIPANTS, DIRECTEUR, ERUN, IEN, SECRETAIRE or DELEGATE; several are parted by a blank
     * @param tone code of the table: CONVOCATION, INVITATION, RAPPEL, INSISTANCE or ESCALADE
     */
    public record Reminder(int occurrence, int offsetSchoolDays, String recipient, String tone) {

        public boolean goesTo(String code) {
            return List.of(recipient.split(" ")).contains(code);
        }
    }

    /** Every reminder of a subject, in order; empty for a subject that the table does not know. */
    public List<Reminder> of(String subject) {
        int number = row(subject, 1).map(row -> integer(row, "reminders")).orElse(0);
        return IntStream.rangeClosed(1, number).boxed().flatMap(n -> of(subject, n).stream()).toList();
    }

    public Optional<Reminder> of(String subject, int occurrence) {
        return row(subject, occurrence).map(row -> new Reminder(occurrence, integer(row, "offsetSchoolDays"),
                (String) row.get("recipient"), (String) row.get("tone")));
    }

    private Optional<Map<String, Object>> row(String subject, int occurrence) {
        return known.computeIfAbsent(subject + ":" + occurrence,
                key -> decisions.decide("reminderPolicy", Map.of("subject", subject, "occurrence", occurrence)).stream().findFirst());
    }

    private static int integer(Map<String, Object> row, String output) {
        return ((Number) row.get(output)).intValue();
    }
}
