package fr.forment.session.guard;

import fr.forment.french.Refusal;
import fr.forment.resource.Closures;
import fr.forment.session.Occupations;
import fr.forment.session.SessionDates;
import fr.forment.session.TrainingSession;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The first date that can be proposed for a session without being refused once it is chosen: everybody is summoned in
 * time, the order of the plan holds, its room, its school and whoever gives it are free.
 */
@Component
@RequiredArgsConstructor
public class FirstDates {

    /** School days looked at: a form is opened often, and beyond them people think of something else. */
    public static final int LOOKED_AT = 60;

    private final SessionDates dates;
    private final SessionHalfDays halfDays;
    private final OrderGuard order;
    private final PlacesTaken places;
    private final MomentRules moments;
    private final DayFaults faults;
    private final Closures closures;
    private final Occupations occupations;

    /** At its own hours. */
    public Optional<LocalDate> of(TrainingSession session) {
        return of(session, session.startsAt().toLocalTime());
    }

    /** @param time at which it would begin; empty: none of the next {@value #LOOKED_AT} school days */
    public Optional<LocalDate> of(TrainingSession session, LocalTime time) {
        LocalDate first = dates.firstDay(session.circonscriptionUai());
        List<HalfDay> were = halfDays.of(session);
        Predicate<List<LocalDate>> inOrder = order.keeping(session);
        return first.datesUntil(first.plusYears(1))
                .filter(day -> dates.isSchoolDay(session, day))
                .limit(LOOKED_AT)
                .filter(day -> isFree(session, were, SessionHalfDays.at(session, day.atTime(time), were), inOrder))
                .findFirst();
    }

    private boolean isFree(
            TrainingSession session, List<HalfDay> were, List<HalfDay> wanted, Predicate<List<LocalDate>> inOrder) {
        return !wanted.equals(were)
                && wanted.stream()
                        .allMatch(half ->
                                dates.isSchoolDay(session, half.startsAt().toLocalDate()))
                && inOrder.test(wanted.stream()
                        .map(half -> half.startsAt().toLocalDate())
                        .toList())
                && wanted.stream().noneMatch(half -> isBusy(session, half))
                && isUnhindered(session, wanted)
                && isReached(session, wanted, were);
    }

    private boolean isBusy(TrainingSession session, HalfDay half) {
        Long trainer = half.trainer(session);
        return trainer != null
                && !occupations
                        .busy(List.of(trainer), half.startsAt(), half.endsAt(), session.id())
                        .isEmpty();
    }

    /** What it lacks is asked for at any date. */
    private boolean isUnhindered(TrainingSession session, List<HalfDay> wanted) {
        List<String> found =
                faults.of(session, wanted, List.of(), closures.of(session.circonscriptionUai()), null, Map.of());
        return faults.lacks(session, wanted).containsAll(found);
    }

    private boolean isReached(TrainingSession session, List<HalfDay> wanted, List<HalfDay> were) {
        try {
            places.refuseLost(session, null, wanted, were);
            wanted.forEach(half -> places.refuseTaken(session, session.place(), half));
            moments.refuseLateTrainers(session, wanted, session.place());
            return true;
        } catch (Refusal hindered) {
            return false;
        }
    }
}
