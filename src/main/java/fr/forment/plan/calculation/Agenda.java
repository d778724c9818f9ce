package fr.forment.plan.calculation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is booked so far: trainers, rooms and schools. */
final class Agenda {

    private final Map<String, List<Draft>> booked = new HashMap<>();
    private final Map<String, LocalDate> lastDays = new HashMap<>();
    private final Map<Long, Integer> trainerMinutes = new HashMap<>();

    private final Map<String, List<Busy>> taken = new HashMap<>();

    /** @param busy what other plans have booked already */
    Agenda(List<Busy> busy) {
        busy.forEach(one -> {
            taken.computeIfAbsent(one.place(), k -> new ArrayList<>()).add(one);
            if (one.trainerId() != null) {
                taken.computeIfAbsent(trainer(one.trainerId()), k -> new ArrayList<>())
                        .add(one);
            }
        });
    }

    /** @param trainer key of who trains: a person, or a kind nobody is known of */
    void book(Draft draft, String trainer) {
        add(trainer, draft);
        add(draft.place(), draft);
        draft.seats().keySet().forEach(uai -> {
            add(school(uai), draft);
            lastDays.merge(uai + draft.module().code(), draft.day(), (one, other) -> one.isAfter(other) ? one : other);
        });
        if (draft.trainerId() != null) {
            trainerMinutes.merge(draft.trainerId(), draft.module().minutes(), Integer::sum);
        }
    }

    boolean isFree(String key, LocalDate day, LocalTime start, LocalTime end) {
        return of(key).stream()
                        .noneMatch(draft ->
                                draft.day().equals(day) && draft.start().isBefore(end) && start.isBefore(draft.end()))
                && taken.getOrDefault(key, List.of()).stream().noneMatch(one -> one.overlaps(day, start, end));
    }

    /** Nobody of the school has a session that day: no person can be in two places. */
    boolean isSchoolFree(String uai, LocalDate day) {
        return of(school(uai)).stream().noneMatch(draft -> draft.day().equals(day));
    }

    boolean isSchoolFreeInWeek(String uai, LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return of(school(uai)).stream()
                .noneMatch(draft -> !draft.day().isBefore(monday) && draft.day().isBefore(monday.plusDays(7)));
    }

    /** The last session of a module a school's people go to. */
    Optional<LocalDate> lastDay(String uai, String module) {
        return Optional.ofNullable(lastDays.get(uai + module));
    }

    int minutesOf(long trainerId) {
        return trainerMinutes.getOrDefault(trainerId, 0);
    }

    private void add(String key, Draft draft) {
        booked.computeIfAbsent(key, k -> new ArrayList<>()).add(draft);
    }

    private List<Draft> of(String key) {
        return booked.getOrDefault(key, List.of());
    }

    static String trainer(long id) {
        return "trainer:" + id;
    }

    private static String school(String uai) {
        return "people:" + uai;
    }
}
