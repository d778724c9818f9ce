package fr.forment.overview.web;

import fr.forment.account.Role;
import fr.forment.catalogue.Catalogue;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanState;
import fr.forment.plan.Plans;
import fr.forment.session.TrainingSession;
import fr.forment.session.guard.ClosedDays;
import fr.forment.session.guard.ClosedDays.Closed;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Sessions to come on a day on which a school was just said to be closed: for its direction, and for the team. */
@Component
@RequiredArgsConstructor
class ClosedSchools {

    static final int MOST = 5;
    private static final List<Role> TEAM = List.of(Role.ERUN, Role.CPC, Role.IEN);

    private final ClosedDays closed;
    private final Schools schools;
    private final Catalogue catalogue;
    private final Agents agents;
    private final Plans plans;

    /**
     * @param sentence in French, without its point
     * @param planId where who acts sees what can be done; null for who may not, or where no plan holds it
     * @param attended who sees to it, in French; empty where that is the reader, and nothing is under way
     */
    record Line(long sessionId, String sentence, Long planId, Integer planLine, String attended) {}

    /** @param more how many are not shown */
    record Shown(List<Line> lines, int more) {}

    /** @param watched circonscriptions of the reader, {@code planned} those whose plans he changes */
    Shown of(Set<String> watched, Set<String> planned, Collection<String> directed, LocalDateTime now) {
        List<Closed> found = closed.of(watched, directed, now);
        if (found.isEmpty()) {
            return new Shown(List.of(), 0);
        }
        List<Closed> some = found.stream().limit(MOST).toList();
        Map<String, School> known =
                schools.findAll(some.stream().map(Closed::schoolUai).distinct().toList());
        Map<String, String> titles = catalogue.titles();
        List<Long> projects = some.stream()
                .map(each -> each.session().projectId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, Plan> latest =
                plans.underWay(projects).stream().collect(Collectors.toMap(Plan::projectId, plan -> plan));
        Map<String, String> teams = new HashMap<>();
        return new Shown(
                some.stream()
                        .map(each -> line(each, planned, directed, known, titles, latest, teams))
                        .toList(),
                found.size() - some.size());
    }

    private Line line(
            Closed each,
            Set<String> planned,
            Collection<String> directed,
            Map<String, School> known,
            Map<String, String> titles,
            Map<Long, Plan> latest,
            Map<String, String> teams) {
        TrainingSession session = each.session();
        String where = session.circonscriptionUai();
        boolean acts = planned.contains(where);
        String school = directed.contains(each.schoolUai())
                ? "Votre école"
                : known.get(each.schoolUai()).displayName();
        String what = "« " + titles.getOrDefault(session.moduleCode(), Catalogue.UNKNOWN) + " », "
                + each.half().hours();
        String sentence = school + " est fermée le " + French.day(each.day()) + " (" + each.reason() + ") : "
                + (each.receives() ? what + ", doit s'y tenir" : "ses personnels sont attendus à " + what);
        Plan plan = session.planLine() == null ? null : latest.get(session.projectId());
        boolean decided = plan != null && plan.isPendingAmendment();
        return new Line(
                session.id(),
                sentence,
                acts && plan != null ? inForce(plan) : null,
                session.planLine(),
                attended(plan, decided, acts, where, teams));
    }

    /** An amendment that is prepared hangs on the version it changes. */
    private static Long inForce(Plan latest) {
        return latest.state() == PlanState.APPROUVE || !latest.isAmendment() ? latest.id() : latest.basePlanId();
    }

    private String attended(Plan plan, boolean decided, boolean acts, String where, Map<String, String> teams) {
        if (decided) {
            return "On s'en occupe : "
                    + (plan.state() == PlanState.SOUMIS
                            ? "un avenant au plan attend la décision de l'IEN."
                            : "un avenant au plan est en préparation.");
        }
        if (acts) {
            return "";
        }
        String who = teams.computeIfAbsent(where, uai -> agents.reachedAsFirst(TEAM, uai).stream()
                .map(Agent::fullName)
                .collect(Collectors.joining(", ")));
        return who.isEmpty()
                ? "La circonscription doit décider de ce qui change."
                : "On s'en occupe : " + who + ". Un courriel vous dira ce qui change.";
    }
}
