package fr.forment.plan.calculation.search;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Seats people elsewhere and holds the sessions concerned where that suits them best, in one step of the search. */
final class Regrouping extends AbstractMove<Timetable> {

    private final Map<Party, Gathering> seats;
    private final Map<Sitting, Venue> places;

    Regrouping(Map<Party, Gathering> seats, Map<Sitting, Venue> places) {
        this.seats = seats;
        this.places = places;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Timetable> director) {
        return seats.entrySet().stream().anyMatch(seat -> seat.getKey().gathering() != seat.getValue())
                || places.entrySet().stream().anyMatch(place -> place.getKey().venue() != place.getValue());
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Timetable> director) {
        seats.forEach((party, gathering) -> {
            director.beforeVariableChanged(party, "gathering");
            party.sit(gathering);
            director.afterVariableChanged(party, "gathering");
        });
        places.forEach((sitting, venue) -> {
            director.beforeVariableChanged(sitting, "venue");
            sitting.hold(venue);
            director.afterVariableChanged(sitting, "venue");
        });
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return List.copyOf(seats.keySet());
    }

    @Override
    public Collection<?> getPlanningValues() {
        return List.copyOf(seats.values());
    }

    @Override
    public String toString() {
        return seats + " " + places;
    }
}
