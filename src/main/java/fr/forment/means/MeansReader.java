package fr.forment.means;

import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.means.MeansFacts.Place;
import fr.forment.means.MeansFacts.Trainer;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.plan.Plan;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.survey.SchoolWishes;
import fr.forment.survey.Survey;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.School;
import fr.forment.territory.SchoolRhythm;
import fr.forment.territory.Schools;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads what the means of a version are counted from, in a handful of statements whatever its size. */
@Component
@RequiredArgsConstructor
public class MeansReader {

    private final Plans plans;
    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final Schools schools;
    private final Agents agents;
    private final Catalogue catalogue;
    private final Needs needs;
    private final Periods periods;

    public PlanMeans of(Plan plan) {
        return of(plan, plans.sessions(plan.id()));
    }

    /** @param sessions of the plan, where they were read already */
    public PlanMeans of(Plan plan, Collection<PlannedSession> sessions) {
        return of(
                projects.find(plan.projectId()).orElseThrow(),
                plan,
                sessions,
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, module -> module)));
    }

    /** @param modules by code: read already, as the others */
    public PlanMeans of(
            Project project, Plan plan, Collection<PlannedSession> sessions, Map<String, TrainingModule> modules) {
        Circonscription circonscription =
                circonscriptions.find(project.circonscriptionUai()).orElseThrow();
        LocalDate first = sessions.stream()
                .map(PlannedSession::day)
                .min(LocalDate::compareTo)
                .orElse(plan.createdOn());
        LocalDate last = sessions.stream()
                .map(PlannedSession::day)
                .max(LocalDate::compareTo)
                .orElse(first);
        var facts = new MeansFacts(
                circonscription.shortName(),
                schools(plan, sessions),
                modules,
                trainers(sessions),
                periods.of(circonscription.zone(), first, last));
        return MeansCount.of(facts, sessions);
    }

    private Map<Long, Trainer> trainers(Collection<PlannedSession> sessions) {
        return agents
                .all(sessions.stream()
                        .map(PlannedSession::trainerAgentId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Agent::id, agent -> new Trainer(agent.function(), agent.schoolUai())));
    }

    /** Those of the project and those a session names: a town lies at its first school. */
    private Map<String, Place> schools(Plan plan, Collection<PlannedSession> sessions) {
        TreeSet<String> uais = new TreeSet<>(projects.schools(plan.projectId()));
        sessions.forEach(session -> {
            uais.addAll(session.schoolUais());
            uais.add(session.place());
        });
        Map<String, SchoolWishes> told = wishes(plan);
        return schools.findAll(uais).values().stream()
                .map(school -> school(school, told.get(school.uai())))
                .collect(Collectors.toMap(Place::uai, school -> school));
    }

    private static Place school(School school, SchoolWishes told) {
        SchoolRhythm rhythm = told == null || told.rhythm() == SchoolRhythm.INCONNU ? school.rhythm() : told.rhythm();
        return new Place(
                school.uai(),
                school.commune(),
                school.rpi(),
                school.latitude(),
                school.longitude(),
                rhythm.teachesOnWednesday(),
                told == null || told.roomCapacity() == null ? 0 : told.roomCapacity());
    }

    private Map<String, SchoolWishes> wishes(Plan plan) {
        Map<String, SchoolWishes> told = new HashMap<>();
        for (Campaign campaign : needs.ofProject(plan.projectId()).stream().toList()) {
            List<Survey> surveys = needs.surveys(campaign.id());
            Map<Long, String> asked = surveys.stream().collect(Collectors.toMap(Survey::id, Survey::schoolUai));
            needs.answers(campaign.id()).values().forEach(answer -> {
                String uai = asked.get(answer.surveyId());
                told.put(uai, SchoolWishes.of(uai, answer.answers()));
            });
        }
        return told;
    }
}
