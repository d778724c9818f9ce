package fr.forment.means;

import fr.forment.campaign.Campaign;
import fr.forment.campaign.Needs;
import fr.forment.means.MeansFacts.Place;
import fr.forment.means.MeansFacts.Trainer;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.resource.Rooms;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads what the means of a version are counted from, in a handful of statements whatever its size. */
@Component
@RequiredArgsConstructor
public class MeansReader {

    private final Plans plans;
    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final PlanNames names;
    private final Schools schools;
    private final Needs needs;
    private final Periods periods;
    private final Rooms rooms;

    public PlanMeans of(Plan plan) {
        return of(plan, plans.sessions(plan.id()));
    }

    /** @param sessions of the plan, where they were read already */
    public PlanMeans of(Plan plan, Collection<PlannedSession> sessions) {
        return of(
                projects.find(plan.projectId()).orElseThrow(),
                plan,
                sessions,
                names.of(List.copyOf(sessions), projects.schools(plan.projectId()), List.of()));
    }

    /** As the sessions stand: hours fall into the period of each date. */
    public PlanMeans of(Plan plan, HeldPlan held) {
        return of(
                projects.find(plan.projectId()).orElseThrow(),
                plan,
                held,
                names.of(held.sessions(), projects.schools(plan.projectId()), List.of()));
    }

    public PlanMeans of(Project project, Plan plan, HeldPlan held, PlanNames.Of called) {
        PlanMeans means = of(project, plan, held.sessions(), called);
        return held.halfDays().size() == held.sessions().size()
                ? means
                : means.with(of(project, plan, held.halfDays(), called).periods());
    }

    /** @param called names of all schools of the project and of what the sessions name: read already, as the others */
    public PlanMeans of(Project project, Plan plan, Collection<PlannedSession> sessions, PlanNames.Of called) {
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
        Map<String, SchoolWishes> told = wishes(plan);
        Map<Long, Trainer> trainers = new HashMap<>();
        called.people().forEach((id, agent) -> trainers.put(id, new Trainer(agent.function(), agent.schoolUai())));
        var facts = new MeansFacts(
                circonscription.shortName(),
                Stream.concat(
                                called.schools().values().stream(),
                                schools.inCirconscription(circonscription.uai()).stream())
                        .map(school -> school(school, told.get(school.uai())))
                        .collect(Collectors.toMap(Place::uai, school -> school, (one, same) -> one)),
                called.modules(),
                trainers,
                periods.of(circonscription.zone(), first, last),
                rooms.of(circonscription.uai()),
                Set.copyOf(called.schools().keySet()));
        return MeansCount.of(facts, sessions);
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
