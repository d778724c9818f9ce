package fr.forment.benchmark.plan;

import static fr.forment.account.AgentFunction.CPC;
import static fr.forment.account.AgentFunction.ERUN;
import static fr.forment.account.AgentFunction.IEN;
import static fr.forment.account.AgentFunction.IEN_NUMERIQUE;

import fr.forment.catalogue.Format;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.Conditions.Certified;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Held;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Situations in which a plan is easily wrong; each is drawn with a seed. */
enum Kind {
    NO_WEDNESDAY(ground -> LocalDate.of(2026, 11, 1)
            .datesUntil(LocalDate.of(2027, 7, 1))
            .filter(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY)
            .forEach(ground.off::add)),
    ONE_TRAINER(ground -> ground.trainers(IEN, ERUN, IEN_NUMERIQUE)),
    NO_QUALIFIED_TRAINER(ground -> ground.conditions = qualified(Map.of(2L, Set.of(), 3L, Set.of(), 4L, Set.of()))),
    FULL_PINS(ground -> {}),
    CONTRADICTORY_PINS(ground -> {}),
    ONE_ROOM(ground ->
            ground.schools.replaceAll(school -> room(school, school.uai().equals("S000") ? 25 : 0))),
    RPI(ground -> ground.schools.replaceAll(school -> new SchoolFacts(
            school.uai(),
            school.name(),
            school.commune(),
            "RPI " + ground.random.nextInt(3),
            school.latitude(),
            school.longitude(),
            school.classes(),
            false,
            school.room()))),
    FOUR_DAYS_AND_A_HALF(ground -> ground.schools.replaceAll(school -> new SchoolFacts(
            school.uai(),
            school.name(),
            school.commune(),
            null,
            school.latitude(),
            school.longitude(),
            school.classes(),
            ground.random.nextBoolean(),
            school.room()))),
    PART_TIME(ground -> ground.minutesLeft = teacher -> 90 * (1 + ground.random.nextInt(4))),
    CONSTELLATIONS(ground -> ground.minutesLeft = teacher -> teacher / 6 % 3 == 0 ? 0 : 360),
    LATE_OPENING(ground -> ground.vagues(LocalDate.of(2027, 5, 31), LocalDate.of(2027, 8, 31))),
    THREE_VAGUES(
            ground -> ground.vagues(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 3, 22), LocalDate.of(2027, 6, 7))),
    EVERYBODY_TRAINED(ground -> ground.trained = Set.of("PRES-CADRES", "SENS-CHGT", "PRES-ECOLE", "PEDA-1", "ADM-DIR")),
    HUGE_SCHOOL(ground -> ground.school(60, 25, null, false)),
    ONE_CLASS_SCHOOLS(ground -> {
        ground.schools.clear();
        ground.schools(20, 1, 1);
    }),
    REMOTE_ONLY(ground -> {
        ground.modules.clear();
        ground.modules(Format.DISTANCE);
    }),
    HOLIDAYS_IN_THE_WAY(ground -> {
        LocalDate begun = LocalDate.of(2026, 12, 1).plusDays(ground.random.nextInt(30));
        begun.datesUntil(begun.plusDays(45)).forEach(ground.off::add);
        LocalDate.of(2027, 5, 3).datesUntil(LocalDate.of(2027, 5, 31)).forEach(ground.off::add);
    }),
    TWO_PROJECTS(ground -> {}),
    HOURS_NEARLY_GONE(ground -> ground.minutesLeft = teacher -> ground.random.nextInt(100)),
    CLOSED_SCHOOL(ground -> ground.schools.removeIf(school -> school.uai().equals("S001")));

    /** Changes before the staff is drawn, except where the plan itself is needed. */
    private final Consumer<Ground> change;

    Kind(Consumer<Ground> change) {
        this.change = change;
    }

    PlanFacts drawn(long seed) {
        var ground = new Ground(seed * 1_000 + ordinal());
        ground.schools(8 + ground.random.nextInt(8), 2, 11).modules(Format.PRESENTIEL);
        ground.trainers(IEN, ERUN, CPC, CPC, IEN_NUMERIQUE);
        ground.vagues(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 5, 31));
        List<LocalDate> openings =
                ground.vagues.stream().map(vague -> vague.opensOn()).toList();
        change.accept(ground);
        if (this == HUGE_SCHOOL || this == ONE_CLASS_SCHOOLS) {
            ground.vagues(openings.toArray(LocalDate[]::new));
        }
        ground.staff();
        return switch (this) {
            case FULL_PINS -> pinned(ground.facts(), false);
            case CONTRADICTORY_PINS -> pinned(ground.facts(), true);
            case TWO_PROJECTS -> afterAnother(ground);
            default -> ground.facts();
        };
    }

    private static SchoolFacts room(SchoolFacts school, int room) {
        return new SchoolFacts(
                school.uai(),
                school.name(),
                school.commune(),
                school.rpi(),
                school.latitude(),
                school.longitude(),
                school.classes(),
                school.wednesdayMorning(),
                room);
    }

    private static Conditions qualified(Map<Long, Set<Certified>> codes) {
        return new Conditions(List.of(), Map.of(), codes, Map.of(), List.of(), Map.of(), List.of());
    }

    /** All of the first proposal stands; contradictory: two sessions of one trainer at one time among them. */
    private static PlanFacts pinned(PlanFacts facts, boolean contradictory) {
        List<Draft> drafts = new ArrayList<>(PlanCalculator.propose(facts));
        if (contradictory) {
            List<Draft> evenings = drafts.stream()
                    .filter(draft -> draft.vagueRank() != null && draft.module().minutes() == 90)
                    .sorted(Comparator.comparing(Draft::day))
                    .toList();
            Draft one = evenings.get(0);
            Draft other = evenings.get(evenings.size() - 1);
            drafts = List.of(
                    one,
                    new Draft(
                            other.vagueRank(),
                            other.module(),
                            one.day(),
                            one.start(),
                            other.place(),
                            other.capacity(),
                            one.trainerId(),
                            other.profiles(),
                            other.seats(),
                            other.expected()));
        }
        List<Held> held = new ArrayList<>();
        for (Draft draft : drafts) {
            int line = held.size() + 1;
            held.add(new Held(line, numbered(draft, line), true, false));
        }
        Conditions none = Conditions.NONE;
        return facts.with(new Conditions(
                none.absences(),
                none.halfDays(),
                none.qualified(),
                none.closed(),
                none.wishes(),
                none.priorities(),
                held));
    }

    private static Draft numbered(Draft draft, int line) {
        return new Draft(
                draft.vagueRank(),
                draft.module(),
                draft.day(),
                draft.start(),
                draft.place(),
                draft.capacity(),
                draft.trainerId(),
                draft.profiles(),
                draft.seats(),
                draft.expected(),
                line);
    }

    /** What another project of the same schools has booked already: their trainers and rooms. */
    private static PlanFacts afterAnother(Ground ground) {
        PlanCalculator.propose(ground.facts())
                .forEach(draft -> ground.busy.add(
                        new Busy(draft.trainerId(), draft.place(), draft.day(), draft.start(), draft.end())));
        return ground.facts();
    }
}
