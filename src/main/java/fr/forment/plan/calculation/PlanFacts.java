package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything a plan is made from.
 *
 * @param circonscriptionUai stands for the school in the needs of the circonscription's own people
 * @param from first day a session may be held: decision and convocations need time before it
 * @param until last day of the year it is planned for
 * @param town where the circonscription's own people meet
 * @param busy what other plans have booked already
 * @param pace what has to come before the sessions of a vague
 * @param inForce number and start of the sessions that an approved plan holds already; empty for a first plan
 * @param conditions what people said the plan rests on, and what stands already
 * @param schoolDay whether there is school on a day, in the zone of the circonscription
 */
public record PlanFacts(
        String circonscriptionUai,
        LocalDate from,
        LocalDate until,
        String town,
        Predicate<LocalDate> schoolDay,
        List<ModuleFacts> modules,
        List<VagueFacts> vagues,
        List<SchoolFacts> schools,
        List<Person> people,
        List<Need> needs,
        List<Busy> busy,
        Pace pace,
        Map<Integer, LocalDateTime> inForce,
        Conditions conditions) {

    public PlanFacts(
            String circonscriptionUai,
            LocalDate from,
            LocalDate until,
            String town,
            Predicate<LocalDate> schoolDay,
            List<ModuleFacts> modules,
            List<VagueFacts> vagues,
            List<SchoolFacts> schools,
            List<Person> people,
            List<Need> needs,
            List<Busy> busy,
            Pace pace,
            Map<Integer, LocalDateTime> inForce) {
        this(
                circonscriptionUai,
                from,
                until,
                town,
                schoolDay,
                modules,
                vagues,
                schools,
                people,
                needs,
                busy,
                pace,
                inForce,
                Conditions.NONE);
    }

    public PlanFacts {
        modules = List.copyOf(modules);
        vagues = vagues.stream()
                .sorted(Comparator.comparingInt(VagueFacts::rank))
                .toList();
        schools = List.copyOf(schools);
        people = people.stream().sorted(Comparator.comparingLong(Person::id)).toList();
        needs = List.copyOf(needs);
        busy = List.copyOf(busy);
        inForce = Map.copyOf(inForce);
    }

    public PlanFacts with(Conditions other) {
        return new PlanFacts(
                circonscriptionUai,
                from,
                until,
                town,
                schoolDay,
                modules,
                vagues,
                schools,
                people,
                needs,
                busy,
                pace,
                inForce,
                other);
    }

    /** The same, with more time taken already. */
    public PlanFacts taking(List<Busy> more) {
        return new PlanFacts(
                circonscriptionUai,
                from,
                until,
                town,
                schoolDay,
                modules,
                vagues,
                schools,
                people,
                needs,
                Stream.concat(busy.stream(), more.stream()).toList(),
                pace,
                inForce,
                conditions);
    }

    /** The same, with time given free again; each of these was taken. */
    public PlanFacts leaving(List<Busy> free) {
        List<Busy> left = new ArrayList<>(busy);
        free.forEach(left::remove);
        return new PlanFacts(
                circonscriptionUai,
                from,
                until,
                town,
                schoolDay,
                modules,
                vagues,
                schools,
                people,
                needs,
                left,
                pace,
                inForce,
                conditions);
    }

    /** The same for fewer needs, or others. */
    public PlanFacts needing(List<Need> others) {
        return new PlanFacts(
                circonscriptionUai,
                from,
                until,
                town,
                schoolDay,
                modules,
                vagues,
                schools,
                people,
                others,
                busy,
                pace,
                inForce,
                conditions);
    }

    /** The same, with school on other days. */
    public PlanFacts on(Predicate<LocalDate> otherDays) {
        return new PlanFacts(
                circonscriptionUai,
                from,
                until,
                town,
                otherDays,
                modules,
                vagues,
                schools,
                people,
                needs,
                busy,
                pace,
                inForce,
                conditions);
    }

    /** The same with other people, or with more time. */
    public PlanFacts knowing(List<Person> others) {
        return new PlanFacts(
                circonscriptionUai,
                from,
                until,
                town,
                schoolDay,
                modules,
                vagues,
                schools,
                others,
                needs,
                busy,
                pace,
                inForce,
                conditions);
    }

    public Optional<ModuleFacts> module(String code) {
        return modules.stream().filter(module -> module.code().equals(code)).findFirst();
    }

    public Map<String, SchoolFacts> schoolsByUai() {
        return schools.stream().collect(Collectors.toMap(SchoolFacts::uai, Function.identity()));
    }

    /**
     * People who find room at a school on a day: in the rooms it named, else in the one its answer to the survey told.
     */
    public int room(SchoolFacts school, LocalDate day) {
        return conditions.capacity(school.uai(), day).orElse(school.room());
    }

    /** Those that are in no school of the plan: places of their own. */
    public List<RoomFacts> roomsElsewhere() {
        if (conditions.rooms().isEmpty()) {
            return List.of();
        }
        Map<String, SchoolFacts> planned = schoolsByUai();
        return conditions.rooms().stream()
                .filter(room -> !room.takesNobody() && !planned.containsKey(room.place()))
                .toList();
    }

    /** Whether the plan in force has it then, or people have moved it there since: nobody moves it. */
    public boolean isInForce(int line, LocalDateTime start) {
        return start.equals(inForce.get(line))
                || held(line)
                        .map(held -> held.now().day().atTime(held.now().start()))
                        .filter(start::equals)
                        .isPresent();
    }

    /** What stands under a number. */
    public Optional<Held> held(int line) {
        return inForce.containsKey(line)
                ? conditions.held().stream().filter(held -> held.line() == line).findFirst()
                : Optional.empty();
    }

    /** A person chose that what must precede the opening is seated even beyond the hours left. */
    public boolean goesBeyondHours() {
        return conditions.beyondHours();
    }

    public Optional<VagueFacts> vague(int rank) {
        return vagues.stream().filter(vague -> vague.rank() == rank).findFirst();
    }
}
