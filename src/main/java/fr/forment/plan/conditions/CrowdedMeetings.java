package fr.forment.plan.conditions;

import fr.forment.catalogue.Profile;
import fr.forment.french.French;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Meetings with parents are held in the school, whatever its room takes: no rule keeps them out of it, and whoever
 * invites is told where it will be too small.
 */
public final class CrowdedMeetings {

    private CrowdedMeetings() {}

    /** A sentence for each place. */
    public static List<String> of(PlanFacts facts, Collection<PlannedSession> sessions) {
        Map<String, SchoolFacts> schools = facts.schoolsByUai();
        Map<String, List<PlannedSession>> crowded = sessions.stream()
                .filter(session -> session.profiles().contains(Profile.PARENT))
                .filter(session ->
                        seats(facts, schools, session) > 0 && session.expected() > seats(facts, schools, session))
                .collect(Collectors.groupingBy(PlannedSession::place, TreeMap::new, Collectors.toList()));
        return crowded.entrySet().stream()
                .map(place -> {
                    int most = place.getValue().stream()
                            .mapToInt(PlannedSession::expected)
                            .max()
                            .orElse(0);
                    SchoolFacts school = schools.get(place.getKey());
                    return (school == null ? place.getKey() : school.name()) + " : jusqu'à "
                            + French.count(most, "parent attendu") + " à une réunion, pour une salle de "
                            + French.count(
                                    seats(facts, schools, place.getValue().get(0)), "place")
                            + ". Prévoyez un lieu plus grand, ou davantage de réunions.";
                })
                .toList();
    }

    private static int seats(PlanFacts facts, Map<String, SchoolFacts> schools, PlannedSession session) {
        SchoolFacts host = schools.get(session.place());
        return facts.conditions().capacity(session.place(), session.day()).orElse(host == null ? 0 : host.room());
    }
}
