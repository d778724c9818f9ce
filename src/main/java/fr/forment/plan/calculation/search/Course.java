package fr.forment.plan.calculation.search;

import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.VagueFacts;

/**
 * One module for the schools of one vague, or for the circonscription's own people.
 *
 * @param vague null: training of trainers
 * @param from day (of the epoch) on which its sessions could begin
 * @param opensOn day of the opening
 * @param rhythm how far apart the sessions of a school are kept
 */
record Course(int index, VagueFacts vague, ModuleFacts module, int from, int opensOn, Rhythm rhythm) {

    /** A school has one session in each; the shorter ones where its opening is too near. */
    enum Rhythm {
        WEEK,
        DAY,
        PART_OF_A_DAY;

        int of(Moment moment) {
            return switch (this) {
                case WEEK -> moment.week();
                case DAY -> moment.day();
                case PART_OF_A_DAY -> moment.part();
            };
        }
    }

    /** Whether a person must have followed this one before the other. */
    boolean comesBefore(Course other) {
        return other.module.prerequisites().contains(module.code());
    }

    Integer vagueRank() {
        return vague == null ? null : vague.rank();
    }

    /** People by themselves, unless they must: then their session is held whatever their number. */
    boolean needsAGroup() {
        return vague != null && !module.isCompulsory() && !module.isHeldBySchool();
    }

    /** As few people as that are badly served by a session of their own. */
    int wellFilled() {
        return vague == null || module.isHeldBySchool() ? 0 : PlanCalculator.wellFilled(module.groupSize());
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
