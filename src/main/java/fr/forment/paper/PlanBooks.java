package fr.forment.paper;

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
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.Unplaced;
import fr.forment.plan.Warning;
import fr.forment.plan.feedback.SchoolFeedbacks;
import fr.forment.plan.words.AsideRows;
import fr.forment.project.Projects;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads what the workbook of a version holds. */
@Component
@RequiredArgsConstructor
public class PlanBooks {

    private final Plans plans;
    private final PlanAsides asides;
    private final PlanFollowUp followUp;
    private final PlanRights rights;
    private final PlanNames names;
    private final SchoolFeedbacks feedbacks;
    private final MeansReader means;
    private final PlanPrices prices;
    private final Shortages shortages;
    private final Projects projects;

    public byte[] of(Plan plan) {
        List<PlannedSession> approved = plans.sessions(plan.id());
        HeldPlan held = followUp.held(plan, approved);
        List<PlannedSession> sessions = held.sessions();
        List<Unplaced> known = feedbacks.unplaced(plan, sessions);
        String where = projects.find(plan.projectId()).orElseThrow().circonscriptionUai();
        boolean people = rights.seesPeopleOf(where);
        List<Unplaced> unplaced =
                people ? known : known.stream().map(Unplaced::withoutReason).toList();
        List<Load> loads = people ? plans.loads(plan.id()) : List.of();
        List<HoursOfSchool> hours = HoursOfSchool.of(loads);
        PlanNames.Of called = names.of(
                        sessions,
                        Stream.concat(
                                        unplaced.stream().map(Unplaced::schoolUai),
                                        hours.stream().map(HoursOfSchool::schoolUai))
                                .distinct()
                                .toList(),
                        List.of())
                .naming(rights.namedIn(where, people));
        PlanMeans taken = means.of(plan, held).readBy(called);
        return PlanWorkbook.of(
                Standing.of(plan),
                held,
                taken,
                prices.costs(plan, taken),
                hours,
                shortages.of(
                        sessions, loads, Warning.readBy(people, plans.warnings(plan.id())), unplaced, called.modules()),
                unplaced,
                AsideRows.of(asides.of(plan.id()), called),
                called);
    }
}
