package fr.forment.project.blocked;

import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who holds the functions that something waits for: one statement for a whole circonscription. */
@Component
@RequiredArgsConstructor
public class AwaitedPeople {

    private static final int NAMED = 3;

    private final Agents agents;

    /** Those of a circonscription and its schools today. */
    public record Known(List<Agent> all) {

        /**
         * @param place a school or the circonscription
         * @return names in French, three at most; null where nobody is known
         */
        public String of(Collection<Role> roles, String place) {
            List<String> names = all.stream()
                    .filter(agent -> Role.of(agent.function()).stream().anyMatch(roles::contains))
                    .filter(agent -> place == null
                            || place.equals(agent.schoolUai())
                            || agent.schoolUai() == null && place.equals(agent.circonscriptionUai()))
                    .map(Agent::fullName)
                    .sorted()
                    .toList();
            return names.isEmpty()
                    ? null
                    : names.stream().limit(NAMED).collect(Collectors.joining(", "))
                            + (names.size() > NAMED
                                    ? " et " + French.count(names.size() - NAMED, "autre personne", "autres personnes")
                                    : "");
        }
    }

    /** Nobody for a reader who sees no people. */
    public Known in(String circonscriptionUai, Collection<String> schoolUais, boolean names) {
        List<String> places = new ArrayList<>(schoolUais);
        places.add(circonscriptionUai);
        return new Known(names ? agents.inPlaces(places) : List.of());
    }
}
