package fr.forment.attendance.web;

import fr.forment.attendance.MarksService;
import fr.forment.attendance.SaidHours;
import fr.forment.attendance.TypedPresence;
import fr.forment.french.Refusal;
import fr.forment.session.EnrolmentState;
import fr.forment.session.halfday.HalfDay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of a sheet as they were sent: for each line what was chosen, typed, and shown before. */
record TypedSheet(Map<String, String> fields) {

    private static final String MARK = "mark_";
    private static final Pattern SHOWN = Pattern.compile("("
            + Arrays.stream(EnrolmentState.values()).map(Enum::name).collect(Collectors.joining("|")) + ")/(\\d{0,6})");

    /** A line that is no number is nobody's. */
    List<Long> lines() {
        return fields.keySet().stream()
                .filter(field -> field.startsWith(MARK))
                .map(field -> field.substring(MARK.length()))
                .map(id -> id.matches("\\d{1,18}") ? Long.parseLong(id) : -1)
                .toList();
    }

    /** @param names by enrolment, for refusals */
    Map<Long, MarksService.Mark> marks(HalfDay halfDay, Map<Long, String> names) {
        Map<Long, MarksService.Mark> marks = new HashMap<>();
        for (long line : lines()) {
            if (!field(MARK, line).isBlank()) {
                EnrolmentState state = state(line);
                boolean partial = state == EnrolmentState.PARTIEL;
                Integer minutes = partial
                        ? (Integer) presence(line).minutes(halfDay, names.getOrDefault(line, "Cette personne"))
                        : null;
                SaidHours hours = partial ? presence(line).hours() : SaidHours.UNSAID;
                marks.put(line, new MarksService.Mark(state, minutes, hours, seen(line)));
            }
        }
        return marks;
    }

    EnrolmentState state(long line) {
        try {
            EnrolmentState state = EnrolmentState.valueOf(field(MARK, line));
            if (state.isMark()) {
                return state;
            }
        } catch (IllegalArgumentException unknown) {
            // said below
        }
        throw new Refusal("Une présence n'est pas reconnue. Rechargez la page.");
    }

    TypedPresence presence(long line) {
        return new TypedPresence(field("arrivee_", line), field("depart_", line), field("minutes_", line));
    }

    /** What was chosen and typed on these lines, to be shown again. */
    Map<String, String> only(List<Long> lines) {
        return fields.entrySet().stream()
                .filter(field -> lines.stream()
                        .anyMatch(line -> field.getKey().endsWith("_" + line)
                                && !field.getKey().startsWith("vu_")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String field(String name, long line) {
        return fields.getOrDefault(name + line, "");
    }

    /** "PRESENT/90"; a line without it was shown with no mark. */
    private MarksService.Seen seen(long line) {
        Matcher shown = SHOWN.matcher(field("vu_", line));
        return shown.matches()
                ? new MarksService.Seen(
                        EnrolmentState.valueOf(shown.group(1)),
                        shown.group(2).isEmpty() ? null : Integer.valueOf(shown.group(2)))
                : new MarksService.Seen(null, null);
    }
}
