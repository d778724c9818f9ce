package fr.forment.alternative;

import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Whereabouts;

/** How far the people of a session have to go. */
final class Roads {

    private final Whereabouts whereabouts;

    Roads(PlanFacts facts) {
        this.whereabouts = new Whereabouts(facts);
    }

    double personKilometres(Draft session) {
        return session.seats().entrySet().stream()
                .mapToDouble(seat -> seat.getValue() * whereabouts.kilometres(seat.getKey(), session.place()))
                .sum();
    }
}
