package fr.forment.survey;

import fr.forment.account.AgentFunction;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.TrainingRecords;
import fr.forment.territory.School;
import fr.forment.territory.SchoolRhythm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the house knows already and does not ask again: it pre-fills the form. Figures and codes only, no names. */
@Component
@RequiredArgsConstructor
public class KnownFacts {

    private static final int FULL_TIME = 100;

    private final Agents agents;
    private final TrainingRecords records;
    private final Clock clock;

    /** Everything a form is filled with, as it is known now; what is not known is left out. */
    public Map<String, Object> of(School school) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("classes", school.classes());
        known.put("pupils", school.pupils());
        known.put(
                "rhythm",
                school.rhythm() == null || school.rhythm() == SchoolRhythm.INCONNU
                        ? null
                        : school.rhythm().name());
        List<Agent> team = agents.inSchool(school.uai()).stream()
                .filter(agent -> agent.function().isTeacher())
                .toList();
        if (!team.isEmpty()) {
            LocalDate today = LocalDate.now(clock);
            known.put("fullTime", count(team, agent -> isPermanent(agent) && agent.quotity() == FULL_TIME));
            known.put("partTime", count(team, agent -> isPermanent(agent) && agent.quotity() < FULL_TIME));
            known.put("substitutes", count(team, agent -> agent.function() == AgentFunction.TR));
            known.put("contractual", count(team, agent -> agent.function() == AgentFunction.CONTRACTUEL));
            known.put("trainees", count(team, agent -> agent.function() == AgentFunction.PES));
            known.put("newcomers", count(team, agent -> isNewcomer(agent, today)));
            known.put("constellation", count(team, Agent::constellation));
            Map<Long, Set<String>> trained =
                    records.of(team.stream().map(Agent::id).toList());
            Answers.THEMES.keySet().forEach(theme -> {
                int alone = (int) team.stream()
                        .filter(agent ->
                                trained.getOrDefault(agent.id(), Set.of()).contains(Answers.moduleOf(theme)))
                        .count();
                known.put(theme + "Discover", team.size() - alone);
                known.put(theme + "Begin", 0);
                known.put(theme + "Alone", alone);
                known.put(theme + "Help", 0);
            });
        }
        known.values().removeIf(Objects::isNull);
        return known;
    }

    /** Present for less than a year; somebody of unknown arrival has been there for long. */
    public static boolean isNewcomer(Agent agent, LocalDate today) {
        return agent.arrivedOn() != null && agent.arrivedOn().isAfter(today.minusYears(1));
    }

    private static boolean isPermanent(Agent agent) {
        return agent.function() == AgentFunction.ADJOINT || agent.function() == AgentFunction.DIRECTEUR;
    }

    private static int count(List<Agent> team, Predicate<Agent> which) {
        return (int) team.stream().filter(which).count();
    }
}
