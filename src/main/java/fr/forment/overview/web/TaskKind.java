package fr.forment.overview.web;

import fr.forment.engine.OpenTask;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    private static final String SUBJECT = " : ";
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
        String name = tasks.get(0).name();
        int end = name.indexOf(SUBJECT);
        return new TaskKind(
                end < 0 ? name : name.substring(0, end),
                List.copyOf(tasks),
                tasks.stream().filter(task -> task.isLate(clock)).count());
    }

    public OpenTask first() {
        return tasks.get(0);
    }

    public boolean isSingle() {
        return tasks.size() == 1;
    }
}
