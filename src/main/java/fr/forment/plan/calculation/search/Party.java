package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;

/** A few people of one school who need a module and sit in one session of it, or in none. */
@PlanningEntity
class Party {

    @PlanningId
    private int id;

    private Team team;
    private Course course;
    private int people;
    private boolean compulsory;
    private int priority;
    private List<Gathering> choices;
    private Moment announced;

    @PlanningPin
    private boolean pinned;

    @PlanningVariable(allowsUnassigned = true, valueRangeProviderRefs = "choices")
    private Gathering gathering;

    Party() {}

    /**
     * @param compulsory they must be trained before the opening
     * @param priority of each of them while they have no session
     * @param announced the moment they were told; null when none was
     */
    Party(
            int id,
            Team team,
            Course course,
            int people,
            boolean compulsory,
            int priority,
            List<Gathering> choices,
            Moment announced,
            Gathering gathering) {
        this.id = id;
        this.team = team;
        this.course = course;
        this.people = people;
        this.compulsory = compulsory;
        this.priority = priority;
        this.choices = choices;
        this.announced = announced;
        this.gathering = gathering;
        this.pinned = choices.isEmpty() || course.module().isHeldBySchool() || gathering != null && gathering.fixed();
    }

    @ValueRangeProvider(id = "choices")
    public List<Gathering> choices() {
        return choices;
    }

    int id() {
        return id;
    }

    Team team() {
        return team;
    }

    Course course() {
        return course;
    }

    int people() {
        return people;
    }

    boolean isCompulsory() {
        return compulsory;
    }

    int priority() {
        return priority;
    }

    Moment announced() {
        return announced;
    }

    boolean isPinned() {
        return pinned;
    }

    Gathering gathering() {
        return gathering;
    }

    void sit(Gathering where) {
        this.gathering = where;
    }

    @Override
    public String toString() {
        return people + " × " + team.uai() + " " + course.module().code() + " → " + gathering;
    }
}
