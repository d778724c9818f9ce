package fr.forment.paper;

import fr.forment.french.Refusal;
import fr.forment.means.HoursOfSchool;
import fr.forment.means.MeansReader;
import fr.forment.means.PlanMeans;
import fr.forment.means.PlanPrices;
import fr.forment.means.Shortages;
import fr.forment.plan.Load;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanAsides;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlanWeightsService;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.Unplaced;
import fr.forment.plan.Warning;
import fr.forment.plan.conditions.PlanAlerts;
import fr.forment.plan.feedback.SchoolFeedbacks;
import fr.forment.plan.words.AsideRows;
import fr.forment.plan.words.DifferenceWords;
import fr.forment.plan.words.PlanDifference;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.PlaceClocks;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads what the paper of a version says, in a number of statements that does not grow with it. */
@Component
@RequiredArgsConstructor
public class PlanPapers {

    /** A paper of more pages is read by nobody, and would fill the memory of all. */
    static final int MOST_SESSIONS = 400;

    private final Plans plans;
    private final PlanAlerts alerts;
    private final PlanAsides asides;
    private final PlanFollowUp followUp;
    private final PlanRights rights;
    private final PlanNames names;
    private final SchoolFeedbacks feedbacks;
    private final MeansReader means;
    private final PlanPrices prices;
    private final Shortages shortages;
    private final PlanWeightsService weights;
    private final Projects projects;
    private final Circonscriptions circonscriptions;
    private final PlaceClocks clocks;

    /** @throws Refusal for a plan too large for a paper */
    public PlanPaper of(Plan plan) {
        List<PlannedSession> approved = plans.sessions(plan.id());
        var present = followUp.present(plan);
        HeldPlan held = HeldPlan.of(present, approved);
        List<PlannedSession> sessions = held.sessions();
        if (sessions.size() > MOST_SESSIONS) {
            throw new Refusal("Ce plan compte " + sessions.size() + " sessions : un PDF en contient " + MOST_SESSIONS
                    + " au plus. Le classeur (XLSX) les contient toutes.");
        }
        Project project = projects.find(plan.projectId()).orElseThrow();
        boolean people = rights.seesPeopleOf(project.circonscriptionUai());
        var before = plans.before(plan);
        List<PlannedSession> old = before.map(Plan::id).map(plans::sessions).orElse(List.of());
        List<Unplaced> known = feedbacks.unplaced(plan, sessions);
        List<Unplaced> unplaced =
                people ? known : known.stream().map(Unplaced::withoutReason).toList();
        String office = project.circonscriptionUai();
        var uais = new TreeSet<>(projects.schools(plan.projectId()));
        unplaced.stream()
                .map(Unplaced::schoolUai)
                .filter(uai -> !uai.equals(office))
                .forEach(uais::add);
        List<Load> loads = plans.loads(plan.id());
        List<HoursOfSchool> hours = HoursOfSchool.of(people ? loads : List.of());
        var difference = before.map(version -> followUp.difference(version, old, plan, approved));
        var called = names.of(
                        Stream.of(
                                        approved,
                                        held.halfDays(),
                                        old,
                                        difference.map(PlanDifference::sessions).orElse(List.of()))
                                .flatMap(List::stream)
                                .toList(),
                        Stream.concat(uais.stream(), hours.stream().map(HoursOfSchool::schoolUai))
                                .distinct()
                                .toList(),
                        List.of())
                .naming(rights.namedIn(project.circonscriptionUai(), people));
        Circonscription circonscription =
                circonscriptions.find(project.circonscriptionUai()).orElseThrow();
        PlanMeans taken = means.of(project, plan, held, called).readBy(called);
        return new PlanPaper(
                plan,
                people ? plan.reason() : null,
                project.title(),
                circonscription,
                Standing.of(plan),
                clocks.today(circonscription.uai()),
                taken,
                prices.costs(plan, taken),
                hours,
                shortages.of(
                        sessions,
                        people ? loads : List.of(),
                        Warning.readBy(people, plans.warnings(plan.id())),
                        unplaced,
                        called.modules()),
                weights.of(plan),
                alerts.of(plan, office, called.modules().values(), approved, present, people),
                byModule(unplaced, called),
                AsideRows.of(asides.of(plan.id()), called),
                weeks(held.halfDays()),
                bySchool(held.halfDays(), uais, called),
                held.halfDays().stream()
                        .filter(session -> session.seats().isEmpty())
                        .toList(),
                before.map(Plan::title).orElse(null),
                difference.map(found -> DifferenceWords.of(found, called)).orElse(List.of()),
                called);
    }

    private static List<PlanPaper.UnplacedOfModule> byModule(List<Unplaced> unplaced, PlanNames.Of called) {
        return unplaced.stream()
                .collect(Collectors.groupingBy(
                        need -> called.module(need.moduleCode()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(module -> new PlanPaper.UnplacedOfModule(module.getKey(), module.getValue()))
                .toList();
    }

    private static List<PlanPaper.Week> weeks(List<PlannedSession> sessions) {
        return sessions.stream()
                .collect(Collectors.groupingBy(
                        session -> session.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        TreeMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(week -> new PlanPaper.Week(week.getKey(), week.getValue()))
                .toList();
    }

    /** Also those that are given nothing: somebody looks for them here. */
    private static List<PlanPaper.OfSchool> bySchool(
            List<PlannedSession> sessions, Collection<String> uais, PlanNames.Of called) {
        var all = new TreeSet<>(uais);
        sessions.forEach(session -> all.addAll(session.schoolUais()));
        return all.stream()
                .map(uai -> new PlanPaper.OfSchool(
                        uai,
                        called.place(uai),
                        sessions.stream()
                                .filter(session -> session.schoolUais().contains(uai))
                                .toList()))
                .sorted(Comparator.comparing(PlanPaper.OfSchool::name))
                .toList();
    }
}
