package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.EarliestStart;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Slot;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.calculation.search.Course.Rhythm;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which modules are held for which vague, from when to when, and at which moments. */
final class Courses {

    private final PlanFacts facts;
    private final Basis basis;
    private final List<Draft> start;
    private int known;

    /** @param start the plan from which a better one is looked for */
    Courses(Basis basis, List<Draft> start) {
        this.facts = basis.facts();
        this.basis = basis;
        this.start = start;
    }

    Course course(VagueFacts vague, ModuleFacts module) {
        LocalDate trained = start.stream()
                .filter(draft -> draft.vagueRank() == null)
                .map(Draft::day)
                .max(LocalDate::compareTo)
                .orElse(null);
        LocalDate from = vague == null
                ? facts.from()
                : Stream.concat(
                                Stream.of(EarliestStart.ofVague(facts, vague, trained)
                                        .day()),
                                start.stream()
                                        .filter(draft -> draft.vagueRank() == null
                                                && module.prerequisites()
                                                        .contains(draft.module().code()))
                                        .map(draft -> draft.day().plusDays(1)))
                        .max(LocalDate::compareTo)
                        .orElseThrow();
        return new Course(
                known++,
                vague,
                module,
                (int) from.toEpochDay(),
                vague == null ? Integer.MAX_VALUE : (int) vague.opensOn().toEpochDay(),
                vague == null ? Rhythm.PART_OF_A_DAY : rhythm(vague));
    }

    /** As far apart as the sessions stand at the start. */
    private Rhythm rhythm(VagueFacts vague) {
        return Stream.of(Rhythm.WEEK, Rhythm.DAY)
                .filter(rhythm -> start.stream()
                        .filter(draft -> Objects.equals(draft.vagueRank(), vague.rank()))
                        .flatMap(draft -> draft.seats().keySet().stream()
                                .map(uai -> List.of(uai, draft.module().code(), rhythm.of(moment(draft)))))
                        .distinct()
                        .collect(Collectors.groupingBy(one -> List.of(one.get(0), one.get(2)), Collectors.counting()))
                        .values()
                        .stream()
                        .allMatch(number -> number == 1))
                .findFirst()
                .orElse(Rhythm.PART_OF_A_DAY);
    }

    Moment moment(Draft draft) {
        LocalTime late = draft.start().equals(Slot.AFTERNOON) && draft.vagueRank() != null
                ? Slot.AFTER_WEDNESDAY_CLASS
                : draft.start();
        return draft.start().equals(Slot.AFTER_WEDNESDAY_CLASS) && draft.vagueRank() != null
                ? basis.moment(draft.day(), Slot.AFTERNOON, Slot.AFTER_WEDNESDAY_CLASS, minutes(draft))
                : basis.moment(draft.day(), draft.start(), late, minutes(draft));
    }

    private static int minutes(Draft draft) {
        return draft.module().minutes();
    }

    /** Days between the first one possible and the eve of the opening, unless the start had to go beyond it. */
    List<Moment> moments(Course course, List<Draft> drafts) {
        LocalDate from = LocalDate.ofEpochDay(course.from());
        LocalDate eve = course.vague().opensOn().minusDays(1);
        boolean inTime = !from.isAfter(eve)
                && drafts.stream().noneMatch(draft -> draft.day().isAfter(eve));
        LocalDate last = inTime && eve.isBefore(facts.until()) ? eve : facts.until();
        List<Moment> found = new ArrayList<>();
        List<Slot> slots = Slot.choices(course.module(), wishedSlots(course));
        for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
            if (facts.schoolDay().test(day)) {
                for (Slot slot : slots) {
                    if (slot.isOn(day)) {
                        LocalTime late =
                                slot.start().equals(Slot.AFTERNOON) ? Slot.AFTER_WEDNESDAY_CLASS : slot.start();
                        found.add(basis.moment(
                                day, slot.start(), late, course.module().minutes()));
                    }
                }
            }
        }
        return found;
    }

    private Set<String> wishedSlots(Course course) {
        return course.vague().schoolUais().stream()
                .map(basis::team)
                .filter(Objects::nonNull)
                .flatMap(team -> team.slots().stream())
                .collect(Collectors.toSet());
    }
}
