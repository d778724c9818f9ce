package fr.forment.needs;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.Rubric;
import fr.forment.catalogue.TrainingModule;
import fr.forment.staff.Agent;
import fr.forment.staff.AgentFunction;
import fr.forment.staff.Agents;
import fr.forment.staff.TrainingRecords;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import org.springframework.stereotype.Component;

/** Gathers what the grid is computed from, in a handful of queries whatever the number of schools. */
@Component
class GridSources {

    /** Profiles of those who work for the circonscription or the département; each is a function of the same name. */
    private static final Map<AgentFunction, Profile> OFFICES = Arrays.stream(AgentFunction.values())
            .filter(function -> Set.of("IEN", "IEN_NUMERIQUE", "CPD", "CPC", "ERUN", "DSI").contains(function.name()))
            .collect(Collectors.toMap(Function.identity(), function -> Profile.valueOf(function.name())));

    /**
     * @param modules code to profiles, in the order of the grid; trainings for updates are left out: releases call for them
     * @param circonscription what the people of each profile have followed
     */
    record Known(Map<String, Set<Profile>> modules, Map<School, SchoolFacts> schools, Map<Profile, List<Set<String>>> circonscription) {
    }

    private final SurveyRepository surveys;
    private final SurveyAnswers answers;
    private final Catalogue catalogue;
    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final Agents agents;
    private final TrainingRecords records;

    GridSources(SurveyRepository surveys, SurveyAnswers answers, Catalogue catalogue, Schools schools, Circonscriptions circonscriptions,
            Agents agents, TrainingRecords records) {
        this.surveys = surveys;
        this.answers = answers;
        this.catalogue = catalogue;
        this.schools = schools;
        this.circonscriptions = circonscriptions;
        this.agents = agents;
        this.records = records;
    }

    Known read(Campaign campaign, LocalDate today) {
        List<Agent> people = Stream.concat(agents.inCirconscription(campaign.circonscriptionUai()).stream(), ofDepartement(campaign)).toList();
        Map<Long, Set<String>> trained = records.of(people.stream().map(Agent::id).toList());
        return new Known(modules(), schools(campaign, people, trained, today), offices(people, trained));
    }

    /** Those of the département serve every circonscription, so they count in each until they are trained. */
    private Stream<Agent> ofDepartement(Campaign campaign) {
        Optional<String> code = circonscriptions.find(campaign.circonscriptionUai()).map(Circonscription::departementCode);
        return code.map(agents::inDepartement).stream().flatMap(Collection::stream).filter(agent -> agent.circonscriptionUai() == null);
    }

    private Map<String, Set<Profile>> modules() {
        var modules = new LinkedHashMap<String, Set<Profile>>();
        catalogue.active().stream().filter(module -> module.rubric() != Rubric.MISE_A_JOUR)
                .forEach(module -> modules.put(module.code(), module.profiles()));
        return modules;
    }

    private Map<School, SchoolFacts> schools(Campaign campaign, List<Agent> people, Map<Long, Set<String>> trained, LocalDate today) {
        Map<String, List<Agent>> teams = people.stream().filter(agent -> agent.schoolUai() != null && agent.function().isTeacher())
                .collect(Collectors.groupingBy(Agent::schoolUai));
        Map<Long, SurveyAnswer> given = answers.ofCampaign(campaign.id());
        List<Survey> asked = surveys.ofCampaign(campaign.id()).stream().filter(survey -> survey.state() != SurveyState.ECOLE_FERMEE).toList();
        Map<String, School> known = schools.findAll(asked.stream().map(Survey::schoolUai).toList());
        var facts = new LinkedHashMap<School, SchoolFacts>();
        for (Survey survey : asked) {
            School school = known.get(survey.schoolUai());
            Answers own = Optional.ofNullable(given.get(survey.id())).map(SurveyAnswer::answers).orElse(null);
            Integer classes = own != null && own.number("classes").isPresent() ? Integer.valueOf(own.number("classes").getAsInt()) : school.classes();
            facts.put(school, new SchoolFacts(school.uai(), classes, school.pupils(), own, teams.getOrDefault(school.uai(), List.of()).stream()
                    .map(agent -> new SchoolFacts.Person(agent.function() == AgentFunction.DIRECTEUR, KnownFacts.isNewcomer(agent, today),
                            trained.getOrDefault(agent.id(), Set.of()))).toList()));
        }
        return facts;
    }

    private static Map<Profile, List<Set<String>>> offices(List<Agent> people, Map<Long, Set<String>> trained) {
        return people.stream().filter(agent -> OFFICES.containsKey(agent.function())).collect(Collectors.groupingBy(
                agent -> Objects.requireNonNull(OFFICES.get(agent.function())),
                Collectors.mapping(agent -> trained.getOrDefault(agent.id(), Set.of()), Collectors.toList())));
    }
}
