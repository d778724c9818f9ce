package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;

/** When, by whom and where a session is held. */
@PlanningEntity
class Sitting {

    @PlanningId
    private int id;

    private Gathering gathering;

    @PlanningPin
    private boolean pinned;

    @PlanningVariable(valueRangeProviderRefs = "moments")
    private Moment moment;

    @PlanningVariable(valueRangeProviderRefs = "leaders")
    private Leader leader;

    @PlanningVariable(valueRangeProviderRefs = "venues")
    private Venue venue;

    Sitting() {}

    Sitting(Gathering gathering, Moment moment, Leader leader, Venue venue) {
        this.id = gathering.index();
        this.gathering = gathering;
        this.pinned = gathering.fixed();
        this.moment = moment;
        this.leader = leader;
        this.venue = venue;
    }

    @ValueRangeProvider(id = "moments")
    public List<Moment> moments() {
        return gathering.moments();
    }

    @ValueRangeProvider(id = "leaders")
    public List<Leader> leaders() {
        return gathering.leaders();
    }

    @ValueRangeProvider(id = "venues")
    public List<Venue> venues() {
        return gathering.venues();
    }

    Gathering gathering() {
        return gathering;
    }

    Course course() {
        return gathering.course();
    }

    boolean isPinned() {
        return pinned;
    }

    Moment moment() {
        return moment;
    }

    int day() {
        return moment.day();
    }

    Leader leader() {
        return leader;
    }

    Venue venue() {
        return venue;
    }

    void hold(Venue where) {
        this.venue = where;
    }

    void hold(Moment when, Leader who, Venue where) {
        this.moment = when;
        this.leader = who;
        this.venue = where;
    }

    /** No time to get from one to the other. */
    boolean collides(Sitting other) {
        int gap = moment.gap(other.moment);
        return gap < 0 || gap < venue.minutesTo(other.venue);
    }

    boolean overlaps(Sitting other) {
        return moment.gap(other.moment) < 0;
    }

    @Override
    public String toString() {
        return gathering + " " + moment.date() + " " + leader + " " + venue;
    }
}
