package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import fr.forment.plan.calculation.Goal;
import java.time.LocalDate;

/** Why a plan is not worth more: one record per rule or goal, with the facts it speaks of. */
final class Reasons {

    private Reasons() {}

    record Capacity(String session, String place, int people, int places) implements ConstraintJustification {}

    record TrainerInTwoPlaces(String trainer, String session, String other) implements ConstraintJustification {}

    record TrainerAway(String trainer, String session, LocalDate day) implements ConstraintJustification {}

    record TrainerOnTheRoad(String trainer, String session, LocalDate day) implements ConstraintJustification {}

    record TrainerNotQualified(String trainer, String session, LocalDate day) implements ConstraintJustification {}

    record TrainerExpected(String trainer, String session, String school) implements ConstraintJustification {}

    record TrainerHalfDays(String trainer, int halfDays, int bound) implements ConstraintJustification {}

    record RoomTwice(String place, String session, String other) implements ConstraintJustification {}

    record RoomTaken(String place, String session, LocalDate day) implements ConstraintJustification {}

    record SchoolAway(String school, String session, LocalDate day) implements ConstraintJustification {}

    record SchoolOnTheRoad(String school, String session, LocalDate day) implements ConstraintJustification {}

    record SchoolTwice(String school, int sessions) implements ConstraintJustification {}

    record PrerequisiteLater(String school, String before, String after) implements ConstraintJustification {}

    record Handful(String session, int people) implements ConstraintJustification {}

    record Unplaced(String school, String module, int people) implements ConstraintJustification {}

    record Late(String school, String session, int people) implements ConstraintJustification {}

    record UnmetWish(Goal goal, String school, String session) implements ConstraintJustification {}

    record UnmetPartner(String school, String other) implements ConstraintJustification {}

    record Travel(String school, String place, int people, double kilometres) implements ConstraintJustification {}

    record Apart(String group, String module, int sessions) implements ConstraintJustification {}

    record Load(String trainer, int minutes, int share) implements ConstraintJustification {}

    record Span(String module, Integer vague, int days) implements ConstraintJustification {}

    record Wait(String school, String session, int weeks) implements ConstraintJustification {}

    record Replacement(String school, String session, int halfDays) implements ConstraintJustification {}

    record Few(String session, int people, int wellFilled) implements ConstraintJustification {}

    record DateMoved(String school, String module, LocalDate announced, LocalDate day)
            implements ConstraintJustification {}
}
