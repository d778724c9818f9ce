package fr.forment.plan.calculation;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * What has to happen between the opening of a vague, or the training of trainers, and the first session that follows,
 * when everybody acts on the last day he has.
 *
 * @param stabilisationDays days of use before a vague is looked back upon; not only school days
 * @param decisionDays school days the IEN has to decide on the next vague
 * @param marksDays school days after which the presences of a session are recorded
 * @param noticeDays school days between the convocations and a session
 * @param trainersUntil last day of the sessions of other projects in which trainers of this one are trained; null
 *     without any
 */
public record Pace(int stabilisationDays, int decisionDays, int marksDays, int noticeDays, LocalDate trainersUntil) {

    public Pace(int stabilisationDays, int decisionDays, int marksDays, int noticeDays) {
        this(stabilisationDays, decisionDays, marksDays, noticeDays, null);
    }

    /** The same where trainers are trained elsewhere until that day; null: none is. */
    public Pace withTrainersUntil(LocalDate day) {
        return new Pace(stabilisationDays, decisionDays, marksDays, noticeDays, day);
    }

    /** The first day of the sessions of the next vague. */
    LocalDate afterOpening(LocalDate opening, Predicate<LocalDate> schoolDay) {
        LocalDate lookedBackOn = opening.plusDays(stabilisationDays);
        while (!schoolDay.test(lookedBackOn)) {
            lookedBackOn = lookedBackOn.plusDays(1);
        }
        return plus(lookedBackOn, decisionDays + noticeDays, schoolDay);
    }

    /** The first day of the sessions of the schools: presences recorded, gate passed, people convoked. */
    LocalDate afterTrainers(LocalDate lastSession, Predicate<LocalDate> schoolDay) {
        return plus(lastSession, marksDays + noticeDays, schoolDay);
    }

    private static LocalDate plus(LocalDate from, int schoolDays, Predicate<LocalDate> schoolDay) {
        LocalDate day = from;
        for (int left = schoolDays; left > 0; ) {
            day = day.plusDays(1);
            left -= schoolDay.test(day) ? 1 : 0;
        }
        return day;
    }
}
