package fr.forment.overview.web;

import fr.forment.engine.OpenTask;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of the first page: one task, or many of the same step under one heading, so that twelve surveys do not push a
 * sheet of attendance out of sight.
 *
 * @param tasks the one due first comes first
 * @param late how many of them are
 */
record TaskKind(String label, List<OpenTask> tasks, long late) {

    /** So many of one step stand one by one. */
    private static final int FEW = 3;

    /** Ends a part of a name; the space before a colon does not break. */
    private static final Pattern END = Pattern.compile("\\h[–:]\\h|,\\h");

    private static final Comparator<OpenTask> DUE = Comparator.comparing(
                    OpenTask::dueOn, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(OpenTask::createdOn)
            .thenComparing(OpenTask::id);

    /** What is due first comes first. */
    static List<TaskKind> of(List<OpenTask> all, Clock clock) {
        Map<String, List<OpenTask>> steps = new LinkedHashMap<>();
        all.stream().sorted(DUE).forEach(task -> steps.computeIfAbsent(
                        task.processId() + ":" + task.taskKey(), step -> new ArrayList<>())
                .add(task));
        List<TaskKind> kinds = new ArrayList<>();
        steps.values().forEach(step -> {
            if (step.size() > FEW) {
                kinds.add(kind(step, clock));
            } else {
                step.forEach(task -> kinds.add(kind(List.of(task), clock)));
            }
        });
        kinds.sort(Comparator.comparing(TaskKind::first, DUE));
        return kinds;
    }

    private static TaskKind kind(List<OpenTask> tasks, Clock clock) {
        return new TaskKind(
                common(tasks.stream().map(OpenTask::name).toList()),
                List.copyOf(tasks),
                tasks.stream().filter(task -> task.isLate(clock)).count());
    }

    /** What all names begin with, in whole parts: no task lends its subject to the others. */
    private static String common(List<String> names) {
        String first = names.get(0);
        List<Integer> ends =
                END.matcher(first).results().map(MatchResult::start).toList();
        return Stream.concat(Stream.of(first.length()), ends.stream().sorted(Comparator.reverseOrder()))
                .filter(end -> names.size() > 1 || ends.isEmpty() || end.equals(ends.get(0)))
                .filter(end -> names.stream().allMatch(name -> endsPart(name, first.substring(0, end))))
                .findFirst()
                .map(end -> first.substring(0, end))
                .orElseGet(() -> ends.isEmpty() ? first : first.substring(0, ends.get(0)));
    }

    private static boolean endsPart(String name, String part) {
        return name.startsWith(part)
                && (name.length() == part.length()
                        || END.matcher(name.substring(part.length())).lookingAt());
    }

    public OpenTask first() {
        return tasks.get(0);
    }

    public boolean isSingle() {
        return tasks.size() == 1;
    }
}
