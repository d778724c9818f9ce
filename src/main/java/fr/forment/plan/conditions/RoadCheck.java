package fr.forment.plan.conditions;

import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.Whereabouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Whether people who have two sessions on one day get from one to the other in time. Judges on its own. */
public final class RoadCheck {

    private final List<PlannedSession> sessions;
    private final Whereabouts map;

    public RoadCheck(PlanFacts facts, List<PlannedSession> sessions) {
        this.sessions = sessions;
        this.map = new Whereabouts(facts);
    }

    /** In French, each a sentence without its first capital. */
    public List<String> problems(PlannedSession session) {
        List<String> found = new ArrayList<>();
        for (PlannedSession other : sessions) {
            if (other.line() == session.line() || !other.day().equals(session.day())) {
                continue;
            }
            int road = map.minutes(session.place(), other.place());
            int between = between(session, other);
            if (between < 0 || between >= road) { // at the same hour is said elsewhere
                continue;
            }
            String how = " : environ " + French.duration(road) + " de route, "
                    + (between == 0
                            ? "et elles se suivent sans pause."
                            : French.duration(between) + " entre les deux.");
            if (session.trainerAgentId() != null && Objects.equals(session.trainerAgentId(), other.trainerAgentId())) {
                found.add("le formateur n'a pas le temps de faire la route entre cette session et la session n° "
                        + other.line() + how);
            }
            if (!session.moduleCode().equals(other.moduleCode())
                    && !Collections.disjoint(session.schoolUais(), other.schoolUais())) {
                found.add("une même école n'a pas le temps de faire la route entre cette session et la session n° "
                        + other.line() + how);
            }
        }
        return found;
    }

    private static int between(PlannedSession one, PlannedSession other) {
        boolean first = one.start().isBefore(other.start());
        return (int) Duration.between(first ? one.end() : other.end(), first ? other.start() : one.start())
                .toMinutes();
    }
}
