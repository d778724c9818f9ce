package fr.forment.needs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import fr.forment.staff.Agent;
import fr.forment.staff.AgentFunction;
import fr.forment.territory.School;
import fr.forment.territory.SchoolRhythm;
import org.springframework.stereotype.Component;

/** What the house knows already and does not ask again: it pre-fills the form. Figures and codes only, no names. */
@Component
class KnownFacts {

    private static final int FULL_TIME = 100;
    private static final List<String> QUESTIONS = List.of("classes", "pupils", "rhythm", "fullTime", "partTime", "substitutes", "contractual",
            "trainees", "newcomers", "constellation");

    private final Glance glance;
    private final Clock clock;

    KnownFacts(Glance glance, Clock clock) {
        this.glance = glance;
        this.clock = clock;
    }

    /** A number or a code for a question of the form; null where nothing is known. */
    Object about(String uai, String question) {
        return switch (question) {
            case "classes" -> school(uai).map(School::classes).orElse(null);
            case "pupils" -> school(uai).map(School::pupils).orElse(null);
            case "rhythm" -> school(uai).map(School::rhythm).filter(rhythm -> rhythm != SchoolRhythm.INCONNU).map(Enum::name).orElse(null);
            case "fullTime" -> count(uai, agent -> isPermanent(agent) && agent.quotity() == FULL_TIME);
            case "partTime" -> count(uai, agent -> isPermanent(agent) && agent.quotity() < FULL_TIME);
            case "substitutes" -> count(uai, agent -> agent.function() == AgentFunction.TR);
            case "contractual" -> count(uai, agent -> agent.function() == AgentFunction.CONTRACTUEL);
            case "trainees" -> count(uai, agent -> agent.function() == AgentFunction.PES);
            case "newcomers" -> count(uai, agent -> isNewcomer(agent, LocalDate.now(clock)));
            case "constellation" -> count(uai, Agent::constellation);
            default -> stillToTrain(uai, Answers.moduleOf(Answers.themeOf(question)));
        };
    }

    /** Everything a form is filled with, as it is known now; what is not known is left out. */
    Map<String, Object> all(String uai) {
        Map<String, Object> known = new LinkedHashMap<>();
        QUESTIONS.forEach(question -> known.put(question, about(uai, question)));
        List<Agent> team = team(uai);
        Map<Long, Set<String>> trained = glance.trained(uai, team);
        if (!team.isEmpty()) {
            Answers.THEMES.keySet().forEach(theme -> {
                int alone = (int) team.stream().filter(agent -> trained.getOrDefault(agent.id(), Set.of()).contains(Answers.moduleOf(theme))).count();
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
    static boolean isNewcomer(Agent agent, LocalDate today) {
        return agent.arrivedOn() != null && agent.arrivedOn().isAfter(today.minusYears(1));
    }

    private Optional<School> school(String uai) {
        return glance.school(uai);
    }

    private static boolean isPermanent(Agent agent) {
        return agent.function() == AgentFunction.ADJOINT || agent.function() == AgentFunction.DIRECTEUR;
    }

    private Integer count(String uai, Predicate<Agent> which) {
        List<Agent> team = team(uai);
        return team.isEmpty() ? null : (int) team.stream().filter(which).count();
    }

    private Integer stillToTrain(String uai, String module) {
        List<Agent> team = team(uai);
        Map<Long, Set<String>> trained = glance.trained(uai, team);
        return team.isEmpty() ? null : (int) team.stream().filter(agent -> !trained.getOrDefault(agent.id(), Set.of()).contains(module)).count();
    }

    private List<Agent> team(String uai) {
        return glance.team(uai).stream().filter(agent -> agent.function().isTeacher()).toList();
    }
}
