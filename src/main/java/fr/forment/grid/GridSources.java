package fr.forment.grid;

import fr.forment.account.AgentFunction;
import fr.forment.campaign.Campaign;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.Rubric;
import fr.forment.hours.HoursAccount;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.survey.Answers;
import fr.forment.survey.KnownFacts;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyAnswer;
import fr.forment.survey.SurveyAnswers;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.SchoolCalendar;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Gathers what the grid is computed from, in a handful of queries for a thousand schools. */
@Component
@RequiredArgsConstructor
class GridSources {

    private final SurveyAnswers answers;
    private final Catalogue catalogue;
    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final Agents agents;
    private final TrainedOrPlaced followed;
    private final HoursLedger hours;
    private final Projects projects;
    private final SchoolCalendar calendar;
    private final Clock clock;

    /** In the order of the grid; trainings for updates are left out: releases call for them. */
    List<GridModule> modules() {
        return catalogue.active().stream()
                .filter(module -> module.rubric() != Rubric.MISE_A_JOUR)
                .map(GridModule::of)
                .toList();
    }

    /** The year whose hours the trainings will take. */
    String schoolYear(Campaign campaign) {
        return Optional.ofNullable(campaign.projectId())
                .flatMap(projects::find)
                .map(Project::schoolYear)
                .orElseGet(() -> calendar.schoolYear(campaign.deadline()));
    }

    /** @param asked a thousand surveys at most: databases bound the number of parameters of one statement */
    Map<School, CountedSchool> schools(Campaign campaign, List<Survey> asked) {
        Map<String, School> known =
                schools.findAll(asked.stream().map(Survey::schoolUai).toList());
        Map<Long, SurveyAnswer> given =
                answers.of(asked.stream().map(Survey::id).toList());
        List<Agent> staff = agents.inSchools(known.keySet());
        String year = schoolYear(campaign);
        TrainedOrPlaced.Known trained = followed(staff, campaign, year);
        Map<String, List<CountedSchool.Person>> teams = teams(staff, trained, year);
        Map<String, List<Set<String>>> others = staff.stream()
                .filter(agent -> agent.function().isOtherStaff())
                .collect(Collectors.groupingBy(
                        Agent::schoolUai, Collectors.mapping(agent -> trained.of(agent.id()), Collectors.toList())));
        var facts = new LinkedHashMap<School, CountedSchool>();
        for (Survey survey : asked) {
            School school = known.get(survey.schoolUai());
            Answers own = Optional.ofNullable(given.get(survey.id()))
                    .map(SurveyAnswer::answers)
                    .orElse(null);
            Integer classes = own != null && own.number("classes").isPresent()
                    ? Integer.valueOf(own.number("classes").getAsInt())
                    : school.classes();
            facts.put(
                    school,
                    new CountedSchool(
                            school.uai(),
                            classes,
                            school.pupils(),
                            own,
                            teams.getOrDefault(school.uai(), List.of()),
                            others.getOrDefault(school.uai(), List.of())));
        }
        return facts;
    }

    /** The teachers of these schools as they are now, direction included. */
    Map<String, List<CountedSchool.Person>> teams(Campaign campaign, Collection<String> uais) {
        List<Agent> staff = agents.inSchools(uais);
        String year = schoolYear(campaign);
        return teams(staff, followed(staff, campaign, year), year);
    }

    private TrainedOrPlaced.Known followed(Collection<Agent> people, Campaign campaign, String schoolYear) {
        return followed.of(people.stream().map(Agent::id).toList(), campaign.projectId(), schoolYear);
    }

    /** Whoever works in these schools now and what counts of their trainings; nobody's hours are read. */
    Map<String, CountedSchool> staff(Campaign campaign, Collection<String> uais) {
        List<Agent> staff = agents.inSchools(uais);
        TrainedOrPlaced.Known trained = followed(staff, campaign, schoolYear(campaign));
        return staff.stream().collect(Collectors.groupingBy(Agent::schoolUai)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> staffOf(each.getKey(), each.getValue(), trained)));
    }

    private static CountedSchool staffOf(String uai, List<Agent> staff, TrainedOrPlaced.Known trained) {
        return new CountedSchool(
                uai,
                null,
                null,
                null,
                staff.stream()
                        .filter(agent -> agent.function().isTeacher())
                        .map(agent -> new CountedSchool.Person(
                                agent.id(),
                                agent.function() == AgentFunction.DIRECTEUR,
                                false,
                                false,
                                0,
                                trained.of(agent.id())))
                        .toList(),
                staff.stream()
                        .filter(agent -> agent.function().isOtherStaff())
                        .map(agent -> trained.of(agent.id()))
                        .toList());
    }

    private Map<String, List<CountedSchool.Person>> teams(
            List<Agent> staff, TrainedOrPlaced.Known trained, String schoolYear) {
        LocalDate today = LocalDate.now(clock);
        List<Agent> teachers =
                staff.stream().filter(agent -> agent.function().isTeacher()).toList();
        Map<Long, HoursAccount> accounts = hours.accounts(teachers, schoolYear);
        return teachers.stream()
                .collect(Collectors.groupingBy(
                        Agent::schoolUai,
                        Collectors.mapping(
                                agent -> new CountedSchool.Person(
                                        agent.id(),
                                        agent.function() == AgentFunction.DIRECTEUR,
                                        KnownFacts.isNewcomer(agent, today),
                                        accounts.get(agent.id()).constellation(),
                                        accounts.get(agent.id()).left(),
                                        trained.of(agent.id()),
                                        trained.ahead(agent.id())),
                                Collectors.toList())));
    }

    /**
     * What the people of each circonscription have followed, by profile. Those of the département serve every
     * circonscription: they count with the campaign's own.
     */
    Map<String, Map<Profile, List<Set<String>>>> offices(Campaign campaign, Collection<String> circonscriptionUais) {
        Set<String> places = new HashSet<>(circonscriptionUais);
        places.add(campaign.circonscriptionUai());
        circonscriptions
                .find(campaign.circonscriptionUai())
                .map(Circonscription::departementCode)
                .ifPresent(places::add);
        List<Agent> people = agents.inOffices(places).stream()
                .filter(agent -> !publics(agent.function()).isEmpty())
                .toList();
        TrainedOrPlaced.Known trained = followed(people, campaign, schoolYear(campaign));
        Map<String, Map<Profile, List<Set<String>>>> offices = new HashMap<>();
        people.forEach(agent -> publics(agent.function()).forEach(profile -> offices.computeIfAbsent(
                        agent.circonscriptionUai() == null ? campaign.circonscriptionUai() : agent.circonscriptionUai(),
                        uai -> new HashMap<>())
                .computeIfAbsent(profile, none -> new ArrayList<>())
                .add(trained.of(agent.id()))));
        return offices;
    }

    /** A CPC counts as CPC in the modules for CPC, as a trainer in those for trainers. */
    private static List<Profile> publics(AgentFunction function) {
        return Arrays.stream(Profile.values())
                .filter(profile -> profile.functions().contains(function))
                .toList();
    }
}
