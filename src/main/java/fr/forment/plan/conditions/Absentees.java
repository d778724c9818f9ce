package fr.forment.plan.conditions;

import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.PlanFacts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whoever is away is no trainee either. A short absence is gone round, as a session of another plan is; one that lasts
 * holds up nobody's training: the others come, and the judge says who does not.
 */
public final class Absentees {

    /** School days. */
    private static final int SHORT = 10;

    private Absentees() {}

    /** The same facts, where nobody is expected while away for a short time. */
    public static PlanFacts goneRound(PlanFacts facts) {
        return facts.taking(facts.conditions().absences().stream()
                .filter(Absence::gone)
                .flatMap(absence -> taken(facts, absence))
                .toList());
    }

    private static Stream<Busy> taken(PlanFacts facts, Absence absence) {
        LocalDate first = absence.from().isAfter(facts.from()) ? absence.from() : facts.from();
        LocalDate last =
                absence.until() == null || absence.until().isAfter(facts.until()) ? facts.until() : absence.until();
        List<LocalDate> days = last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).filter(facts.schoolDay()).toList();
        return days.size() > SHORT
                ? Stream.of()
                : days.stream()
                        .map(day -> Busy.away(
                                absence.personId(),
                                day,
                                absence.start() == null ? LocalTime.MIN : absence.start(),
                                absence.end() == null || absence.end().isAfter(LocalTime.of(23, 59))
                                        ? LocalTime.of(23, 59)
                                        : absence.end()));
    }
}
