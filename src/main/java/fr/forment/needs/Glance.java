package fr.forment.needs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import fr.forment.staff.Agent;
import fr.forment.staff.Agents;
import fr.forment.staff.TrainingRecords;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import org.springframework.stereotype.Component;

/**
 * What the forms of a whole chunk of surveys are filled with, read in four queries instead of sixty a school: while {@link #over} runs, the
 * thread that opens the chunk finds schools, teams and records here. Everywhere else the same questions go to the database.
 */
@Component
class Glance {

    private record Seen(Campaign campaign, Map<Long, Survey> surveys, Map<String, School> schools, Map<String, List<Agent>> teams,
            Map<Long, Set<String>> trained, Map<String, Object> once) {
    }

    private final ThreadLocal<Seen> seen = new ThreadLocal<>();
    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final Schools schools;
    private final Agents agents;
    private final TrainingRecords records;

    Glance(CampaignRepository campaigns, SurveyRepository surveys, Schools schools, Agents agents, TrainingRecords records) {
        this.campaigns = campaigns;
        this.surveys = surveys;
        this.schools = schools;
        this.agents = agents;
        this.records = records;
    }

    void over(Campaign campaign, Collection<Survey> chunk, Runnable work) {
        List<String> uais = chunk.stream().map(Survey::schoolUai).toList();
        List<Agent> people = agents.inSchools(uais);
        seen.set(new Seen(campaign, chunk.stream().collect(Collectors.toMap(Survey::id, Function.identity())), schools.findAll(uais),
                people.stream().collect(Collectors.groupingBy(Agent::schoolUai)), records.of(people.stream().map(Agent::id).toList()), new HashMap<>()));
        try {
            work.run();
        } finally {
            seen.remove();
        }
    }

    /** What is the same for the whole chunk, asked once. */
    @SuppressWarnings("unchecked")
    <T> T once(String what, Supplier<T> question) {
        return seen.get() == null ? question.get() : (T) seen.get().once().computeIfAbsent(what, key -> question.get());
    }

    Survey survey(long id) {
        Survey known = seen.get() == null ? null : seen.get().surveys().get(id);
        return known != null ? known : surveys.findById(id).orElseThrow();
    }

    Campaign campaign(Survey survey) {
        Seen now = seen.get();
        return now != null && now.campaign().id().equals(survey.campaignId()) ? now.campaign() : campaigns.findById(survey.campaignId()).orElseThrow();
    }

    Optional<School> school(String uai) {
        School known = seen.get() == null ? null : seen.get().schools().get(uai);
        return known != null ? Optional.of(known) : schools.find(uai);
    }

    /** Everybody of the school, by name. */
    List<Agent> team(String uai) {
        Seen now = seen.get();
        return now != null && now.schools().containsKey(uai) ? now.teams().getOrDefault(uai, List.of()) : agents.inSchool(uai);
    }

    /** The modules each person of the school has followed. */
    Map<Long, Set<String>> trained(String uai, List<Agent> team) {
        Seen now = seen.get();
        return now != null && now.schools().containsKey(uai) ? now.trained() : records.of(team.stream().map(Agent::id).toList());
    }
}
