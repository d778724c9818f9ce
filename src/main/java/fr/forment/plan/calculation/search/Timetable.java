package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import fr.forment.plan.calculation.search.Course.Rhythm;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plan while a better one is looked for. */
@PlanningSolution
class Timetable {

    /** A school that asked to be trained with another one. */
    record Partners(Team team, Team other) {}

    @PlanningEntityCollectionProperty
    private List<Sitting> sittings;

    @PlanningEntityCollectionProperty
    private List<Party> parties;

    @ProblemFactCollectionProperty
    private List<Partners> partners;

    private ConstraintWeightOverrides<HardMediumSoftLongScore> weights;

    private int teams;

    /** Worked out once for each copy of the timetable. */
    private transient List<Party> movable;

    private transient Map<Course, List<Party>> byCourse;

    @PlanningScore
    private HardMediumSoftLongScore score;

    Timetable() {}

    /** @param sittings by the index of their gathering */
    Timetable(
            List<Sitting> sittings,
            List<Party> parties,
            List<Partners> partners,
            ConstraintWeightOverrides<HardMediumSoftLongScore> weights) {
        this.sittings = sittings;
        this.parties = parties;
        this.partners = partners;
        this.weights = weights;
    }

    List<Sitting> sittings() {
        return sittings;
    }

    List<Party> parties() {
        return parties;
    }

    List<Partners> partners() {
        return partners;
    }

    HardMediumSoftLongScore score() {
        return score;
    }

    /** The same sessions under other weights. */
    Timetable weighed(ConstraintWeightOverrides<HardMediumSoftLongScore> others) {
        return new Timetable(sittings, parties, partners, others);
    }

    Sitting of(Gathering gathering) {
        return sittings.get(gathering.index());
    }

    /** No school has its sessions nearer to each other. */
    boolean keepsTheRhythmOf(Timetable other) {
        return tightest().compareTo(other.tightest()) <= 0;
    }

    private Rhythm tightest() {
        return sittings.stream()
                .filter(sitting -> sitting.course().vague() != null)
                .map(sitting -> sitting.course().rhythm())
                .max(Comparator.naturalOrder())
                .orElse(Rhythm.WEEK);
    }

    int seated() {
        return parties.stream()
                .filter(party -> party.gathering() != null)
                .mapToInt(Party::people)
                .sum();
    }

    /** Whether a search has anything to choose. */
    boolean canChange() {
        return sittings.stream().anyMatch(sitting -> !sitting.isPinned());
    }

    /** Those who may sit elsewhere; the same entities as long as the search works on this timetable. */
    List<Party> movable() {
        index();
        return movable;
    }

    List<Party> movableOf(Course course) {
        index();
        return byCourse.getOrDefault(course, List.of());
    }

    int teams() {
        index();
        return teams;
    }

    private void index() {
        if (movable == null) {
            movable = parties.stream().filter(party -> !party.isPinned()).toList();
            byCourse = movable.stream().collect(Collectors.groupingBy(Party::course));
            teams = 1
                    + parties.stream()
                            .mapToInt(party -> party.team().index())
                            .max()
                            .orElse(0);
        }
    }
}
