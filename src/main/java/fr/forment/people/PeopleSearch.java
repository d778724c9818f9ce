package fr.forment.people;

import fr.forment.account.AgentFunction;
import fr.forment.french.Names;
import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Finds people among those the signed-in person sees: a handful of queries whatever their number. */
@Component
@RequiredArgsConstructor
public class PeopleSearch {

    /** What is looked for; null or empty where it does not matter. */
    public record Search(String circonscription, String ecole, AgentFunction fonction, String q) {}

    private final Agents agents;
    private final MyPerimeter mine;
    private final Schools schools;

    /** Of one circonscription of the person's, or of the schools the person directs. */
    public List<Agent> find(Search search) {
        Circonscription where = chosen(search);
        List<Agent> people = where != null
                ? agents.inCirconscription(where.uai())
                : mine.directedSchools().stream()
                        .flatMap(uai -> agents.inSchool(uai).stream())
                        .toList();
        String wanted = Names.fold(search.q());
        return people.stream()
                .filter(agent -> search.ecole() == null
                        || search.ecole().isEmpty()
                        || search.ecole().equals(agent.schoolUai()))
                .filter(agent -> search.fonction() == null || search.fonction() == agent.function())
                .filter(agent -> List.of(wanted.split(" ")).stream().allMatch(Names.fold(agent.fullName())::contains))
                .toList();
    }

    /** The one that was asked for, or the first; null for those who see only schools. */
    public Circonscription chosen(Search search) {
        List<Circonscription> seen = mine.circonscriptionsOfPeople();
        return seen.stream()
                .filter(c -> c.uai().equals(search.circonscription()))
                .findFirst()
                .orElse(seen.isEmpty() ? null : seen.get(0));
    }

    public List<School> schools(Circonscription where) {
        return where != null
                ? schools.inCirconscription(where.uai())
                : mine.directedSchools().stream()
                        .map(schools::find)
                        .flatMap(school -> school.stream())
                        .toList();
    }

    /** Where each of them works, by the id of the person. */
    public Map<Long, String> places(Collection<Agent> people) {
        Map<String, School> known = schools.findAll(
                people.stream().map(Agent::schoolUai).filter(Objects::nonNull).collect(Collectors.toSet()));
        return people.stream().distinct().collect(Collectors.toMap(Agent::id, agent -> place(agent, known)));
    }

    private static String place(Agent agent, Map<String, School> places) {
        if (agent.schoolUai() == null) {
            return agent.circonscriptionUai() == null ? "Département" : "Circonscription";
        }
        School school = places.get(agent.schoolUai());
        return school == null ? agent.schoolUai() : school.displayName();
    }
}
