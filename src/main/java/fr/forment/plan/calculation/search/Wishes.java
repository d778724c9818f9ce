package fr.forment.plan.calculation.search;

import fr.forment.catalogue.Format;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Whereabouts;
import fr.forment.plan.calculation.Wish;
import fr.forment.territory.SchoolRhythm;
import java.time.DayOfWeek;

/** Whether a session is what a school asked for. */
final class Wishes {

    private Wishes() {}

    static boolean missesSlot(Team team, ModuleFacts module, Moment moment) {
        return module.mayBeWished() && !team.slots().isEmpty() && !team.slots().contains(slot(moment));
    }

    static String slot(Moment moment) {
        return Wish.slot(moment.date(), moment.start());
    }

    static boolean missesFormat(Team team, ModuleFacts module, Venue venue) {
        return module.mayBeWished()
                && !team.formats().isEmpty()
                && !team.formats().contains(format(team, module, venue));
    }

    private static String format(Team team, ModuleFacts module, Venue venue) {
        if (module.format() == Format.DISTANCE) {
            return "VISIO";
        }
        return venue.name().equals(team.uai()) ? "ECOLE" : "REGROUPEMENT";
    }

    static boolean missesTravel(Team team, ModuleFacts module, Venue venue) {
        return module.mayBeWished()
                && team.travel() < Integer.MAX_VALUE
                && Whereabouts.minutes(venue.distance(team) / (double) Basis.KILOMETRE) > team.travel();
    }

    /** Half-days on which somebody has to teach in the place of each of them. */
    static int halfDaysOfClass(Team team, Sitting sitting) {
        Moment moment = sitting.moment();
        if (team.school() == null
                || sitting.course().module().isHeldBySchool()
                || !SchoolRhythm.isClassTime(moment.date().atTime(moment.start()), team.teachesOnWednesday())) {
            return 0;
        }
        return moment.isAllDay() && moment.date().getDayOfWeek() != DayOfWeek.WEDNESDAY ? 2 : 1;
    }
}
