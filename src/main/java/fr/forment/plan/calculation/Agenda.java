package fr.forment.plan.calculation;

import fr.forment.catalogue.MiddayBreak;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is booked so far: trainers, rooms and schools; and when people said they cannot. */
final class Agenda {

    private final Conditions conditions;
    private final Whereabouts whereabouts;
    private final Elsewhere elsewhere;
    private final Map<String, List<Draft>> booked = new HashMap<>();
    private final Map<LocalDate, List<Draft>> days = new HashMap<>();
    private final Map<String, LocalDate> lastDays = new HashMap<>();
    private final Map<Long, Integer> trainerMinutes = new HashMap<>();

    private final Map<String, List<Busy>> taken = new HashMap<>();
    /** Of each person: every way to hold a session asks for it. */
    private final Map<Long, List<Absence>> away;

    Agenda(PlanFacts facts) {
        this.conditions = facts.conditions();
        this.whereabouts = new Whereabouts(facts);
        this.elsewhere = new Elsewhere(facts);
        this.away = conditions.absences().stream().collect(Collectors.groupingBy(Absence::personId));
        facts.busy().forEach(one -> {
            taken.computeIfAbsent(one.place(), k -> new ArrayList<>()).add(one);
            if (one.trainerId() != null) {
                taken.computeIfAbsent(trainer(one.trainerId()), k -> new ArrayList<>())
                        .add(one);
            }
            one.people().forEach(id -> taken.computeIfAbsent(trainer(id), k -> new ArrayList<>())
                    .add(one));
        });
    }

    /** @param trainer key of who trains: a person, or a kind nobody is known of */
    void book(Draft draft, String trainer) {
        days.computeIfAbsent(draft.day(), k -> new ArrayList<>()).add(draft);
        add(trainer, draft);
        add(draft.place(), draft);
        draft.seats().keySet().forEach(uai -> {
            add(school(uai), draft);
            lastDays.merge(uai + draft.module().code(), draft.day(), (one, other) -> one.isAfter(other) ? one : other);
        });
        if (draft.vagueRank() == null) {
            lastDays.merge(draft.module().code(), draft.day(), (one, other) -> one.isAfter(other) ? one : other);
        }
        if (draft.trainerId() != null) {
            trainerMinutes.merge(draft.trainerId(), draft.module().minutes(), Integer::sum);
        }
    }

    /** Trainers, rooms, and schools as hosts: a closed one opens its doors to nobody. */
    boolean isFree(String key, LocalDate day, LocalTime start, LocalTime end) {
        return isOpen(key, day)
                && of(key).stream()
                        .noneMatch(draft ->
                                draft.day().equals(day) && draft.start().isBefore(end) && start.isBefore(draft.end()))
                && taken.getOrDefault(key, List.of()).stream().noneMatch(one -> one.overlaps(day, start, end));
    }

    /** All that is booked at that time, wherever. */
    Stream<Draft> meanwhile(LocalDate day, LocalTime start, LocalTime end) {
        return days.getOrDefault(day, List.of()).stream()
                .filter(draft -> draft.start().isBefore(end) && start.isBefore(draft.end()));
    }

    /** Neither away nor taken nor still on the road, and with a half-day left to give. */
    boolean canLead(Person person, LocalDate day, LocalTime start, LocalTime end, String place) {
        String key = trainer(person.id());
        return isFree(key, day, start, end)
                && taken.getOrDefault(key, List.of()).stream()
                        .filter(one -> one.day().equals(day))
                        .allMatch(one -> one.gap(start, end) >= whereabouts.minutes(one.place(), place))
                && away.getOrDefault(person.id(), List.of()).stream()
                        .noneMatch(absence -> absence.covers(day, start, end))
                && of(key).stream()
                        .filter(draft -> draft.day().equals(day))
                        .allMatch(draft -> hasTimeToTravel(draft, start, end, place))
                && conditions.halfDays().getOrDefault(person.id(), List.of()).stream()
                        .filter(bound -> bound.covers(day))
                        .allMatch(bound -> halfDaysWith(key, bound, day, start, end) <= bound.most());
    }

    boolean hasTimeToTravel(Draft draft, LocalTime start, LocalTime end, String place) {
        int road = whereabouts.minutes(draft.place(), place);
        int begins = start.toSecondOfDay() / 60;
        int ends = end.toSecondOfDay() / 60;
        return draft.end().toSecondOfDay() / 60 + road <= begins
                || ends + road <= draft.start().toSecondOfDay() / 60;
    }

    private int halfDaysWith(String trainer, Conditions.Bound bound, LocalDate day, LocalTime start, LocalTime end) {
        Set<String> parts = new HashSet<>(Slot.partsOfDay(day, start, end));
        of(trainer).stream()
                .filter(draft -> bound.covers(draft.day()))
                .forEach(draft -> parts.addAll(Slot.partsOfDay(draft.day(), draft.start(), draft.end())));
        return parts.size();
    }

    /** Whether those a session expects are expected by no other plan at that hour, or too far away around it. */
    boolean canCome(Draft session, LocalDate day, LocalTime start, String place) {
        return elsewhere.canCome(
                session, day, start, MiddayBreak.end(start, session.module().minutes()), place);
    }

    /** Nobody of the school has a session that day: no person can be in two places. */
    boolean isSchoolFree(String uai, LocalDate day) {
        return isOpen(uai, day)
                && of(school(uai)).stream().noneMatch(draft -> draft.day().equals(day));
    }

    /**
     * The same for one more session of a module: of one school, people who are not in the same session may well follow
     * it at the same time.
     *
     * @param tight whether the plan lets a school come twice a day already
     */
    boolean isSchoolFree(String uai, Draft session, LocalDate day, LocalTime start, boolean tight) {
        LocalTime end = MiddayBreak.end(start, session.module().minutes());
        return isOpen(uai, day)
                && of(school(uai)).stream()
                        .filter(draft -> draft.day().equals(day))
                        .filter(draft ->
                                !draft.module().code().equals(session.module().code())
                                        || !Objects.equals(draft.vagueRank(), session.vagueRank()))
                        .noneMatch(draft -> !tight
                                || Slot.partsOfDay(draft.day(), draft.start(), draft.end()).stream()
                                        .anyMatch(Slot.partsOfDay(day, start, end)::contains));
    }

    boolean isSchoolFreeInWeek(String uai, LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return isOpen(uai, day)
                && of(school(uai)).stream()
                        .noneMatch(draft ->
                                !draft.day().isBefore(monday) && draft.day().isBefore(monday.plusDays(7)));
    }

    private boolean isOpen(String uai, LocalDate day) {
        return !conditions.closed().getOrDefault(uai, Set.of()).contains(day);
    }

    /** The last session of a module a school's people go to. */
    Optional<LocalDate> lastDay(String uai, String module) {
        return Optional.ofNullable(lastDays.get(uai + module));
    }

    /** The last session of a module for the circonscription's own people. */
    Optional<LocalDate> lastDayOfTrainers(String module) {
        return Optional.ofNullable(lastDays.get(module));
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

    /** Of whoever leads a session that stands. */
    static String key(Draft draft) {
        return draft.trainerId() == null ? draft.module().trainerKind().name() : trainer(draft.trainerId());
    }

    static String trainer(long id) {
        return "trainer:" + id;
    }

    private static String school(String uai) {
        return "people:" + uai;
    }
}
