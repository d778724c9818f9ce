package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.SchoolFacts;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * The people of one school, as they come to sessions; one per school and search, so compared by identity.
 *
 * @param school null for the circonscription's own people
 * @param closed days on which they cannot come
 * @param slots they wish for; empty: any
 * @param formats they wish for; empty: any
 * @param travel minutes at most they wish for; {@link Integer#MAX_VALUE}: any
 * @param free people at most who can come to a module (code) at a moment (index) at which others of them are expected
 *     elsewhere; no entry: all
 * @param roads from where they are expected otherwise
 * @param urgency 0 for those served last, more for those served before others
 */
record Team(
        int index,
        String uai,
        SchoolFacts school,
        Set<LocalDate> closed,
        Set<String> slots,
        Set<String> formats,
        int travel,
        Map<String, Map<Integer, Integer>> free,
        OnTheRoad roads,
        int urgency) {

    /** Colleagues who are better trained together: an RPI, else a school. */
    String group() {
        return school == null || school.rpi() == null || school.rpi().isBlank() ? uai : "rpi:" + school.rpi();
    }

    boolean teachesOnWednesday() {
        return school != null && school.wednesdayMorning();
    }

    boolean canCome(Moment moment) {
        return !(moment.isWednesdayMorning() && teachesOnWednesday()) && !closed.contains(moment.date());
    }

    /** Whether so many of them are expected nowhere else. */
    boolean canSend(int people, ModuleFacts module, Moment moment) {
        return free.isEmpty()
                || people <= free.getOrDefault(module.code(), Map.of()).getOrDefault(moment.index(), Integer.MAX_VALUE);
    }

    /** Whether so many of them come in time from where they are expected that day. */
    boolean canReach(int people, ModuleFacts module, Moment moment, String place) {
        return roads.lead(people, module, moment, place);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
