package fr.forment.project;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads the people of schools for the gate: a handful of queries whatever the number of schools. */
@Component
@RequiredArgsConstructor
public class SchoolTeams {

    private final Agents agents;
    private final TrainingRecords records;
    private final Catalogue catalogue;

    /**
     * Direction and teachers of a school.
     *
     * @param people all of them; trained: those with everything that comes before the opening
     */
    public record Trained(int people, int trained) {

        public int left() {
            return people - trained;
        }
    }

    /** One for each school. */
    public Map<String, Trained> trained(Collection<String> uais) {
        Map<String, Trained> counts = new HashMap<>();
        of(uais).forEach((uai, team) -> {
            int directors = team.director() == null ? 0 : 1;
            int ready = directors == 1 && team.isTrained(team.director(), Profile.DIRECTEUR) ? 1 : 0;
            counts.put(
                    uai,
                    new Trained(
                            directors + team.teachers().size(),
                            ready + team.teachers().size() - team.untrained().size()));
        });
        return counts;
    }

    /** Of those named in these places, who has followed what the gate of an opening asks: a waiver trains nobody. */
    public int trainedResourcePersons(Collection<VagueSchool> places) {
        List<VagueSchool> named = places.stream()
                .filter(place -> place.resourcePersonId() != null)
                .toList();
        Map<String, SchoolTeam> teams =
                of(named.stream().map(VagueSchool::schoolUai).collect(Collectors.toSet()));
        return (int) named.stream()
                .filter(place -> {
                    SchoolTeam team = teams.get(place.schoolUai());
                    Agent person = team.known(place.resourcePersonId());
                    return person != null && team.lacksAsResource(person).isEmpty();
                })
                .count();
    }

    SchoolTeam of(String uai) {
        return of(List.of(uai)).get(uai);
    }

    /** One for each school, were it empty. */
    Map<String, SchoolTeam> of(Collection<String> uais) {
        List<Agent> people = agents.inSchools(uais);
        Map<String, Agent> directors = directors(people);
        Map<Long, Set<String>> held = records.of(people.stream().map(Agent::id).toList());
        List<TrainingModule> modules = catalogue.active();
        Map<String, List<Agent>> teachers = people.stream()
                .filter(agent -> agent.function().isTeacher() && agent.function() != AgentFunction.DIRECTEUR)
                .collect(Collectors.groupingBy(Agent::schoolUai));
        Map<String, SchoolTeam> teams = new HashMap<>();
        uais.forEach(uai -> teams.put(
                uai, new SchoolTeam(directors.get(uai), teachers.getOrDefault(uai, List.of()), held, modules)));
        return teams;
    }

    /** Where two hold the post, one of them is missing from the list: the register says which one counts. */
    private Map<String, Agent> directors(List<Agent> people) {
        Map<String, List<Agent>> holders = people.stream()
                .filter(agent -> agent.function() == AgentFunction.DIRECTEUR)
                .collect(Collectors.groupingBy(Agent::schoolUai));
        Map<String, Agent> directors = new HashMap<>(agents.directorsOf(holders.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList()));
        holders.forEach((uai, those) -> directors.putIfAbsent(uai, those.get(0)));
        return directors;
    }
}
