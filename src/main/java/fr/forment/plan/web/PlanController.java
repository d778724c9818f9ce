package fr.forment.plan.web;

import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.journal.JournalEntry;
import fr.forment.people.Agent;
import fr.forment.people.Reach;
import fr.forment.plan.Coverage;
import fr.forment.plan.Load;
import fr.forment.plan.Means;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanAsides;
import fr.forment.plan.PlanFollowUp;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanOpinions;
import fr.forment.plan.PlanRights;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.plan.Warning;
import fr.forment.plan.conditions.PlanAlerts;
import fr.forment.plan.words.AsideRows;
import fr.forment.plan.words.Balance;
import fr.forment.plan.words.DifferenceWords;
import fr.forment.plan.words.LineFollowUp;
import fr.forment.plan.words.PlanDifference;
import fr.forment.plan.words.PlanRemarks;
import fr.forment.plan.words.Tolerance;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a plan: whole for the circonscription, the own school's sessions for a director. */
@Controller
@RequiredArgsConstructor
class PlanController {

    private final Plans plans;
    private final PlanAlerts alerts;
    private final PlanAsides asides;
    private final PlanOpinions opinions;
    private final PlanNames names;
    private final PlanFollowUp followUp;
    private final PlanRights rights;
    private final Tolerance tolerance;
    private final Projects projects;
    private final SignedIn me;

    /** The version begun last; for a director, the one in force. */
    @GetMapping("/projets/{projectId}/plan")
    String latest(@PathVariable long projectId) {
        Plan plan = Reach.of(
                plans.approved(projectId).or(() -> plans.latest(projectId).filter(rights::seesWhole)), found -> true);
        rights.readable(plan.id());
        return "redirect:/plans/" + plan.id();
    }

    @GetMapping("/plans/{id}")
    String plan(@PathVariable long id, Model model) {
        Plan plan = rights.readable(id);
        model.addAttribute("plan", plan);
        Project project = projects.find(plan.projectId()).orElseThrow();
        model.addAttribute("project", project);
        return rights.seesWholeIn(project.circonscriptionUai())
                ? whole(plan, project.circonscriptionUai(), model)
                : ofSchool(plan, model);
    }

    private String whole(Plan plan, String circonscriptionUai, Model model) {
        List<PlannedSession> sessions = plans.sessions(plan.id());
        List<String> served = projects.schools(plan.projectId());
        List<Load> loads = plans.loads(plan.id());
        PlanFollowUp.Standing standing = followUp.standing(plan, sessions);
        List<LineFollowUp> held = standing.lines();
        var present = standing.present();
        List<PlannedSession> now = PlanFollowUp.asTheyStand(present, sessions);
        var before = plans.before(plan);
        List<PlannedSession> old = before.map(Plan::id).map(plans::sessions).orElse(List.of());
        boolean people = rights.seesPeopleOf(circonscriptionUai);
        Predicate<Agent> named = rights.namedIn(circonscriptionUai, people);
        Optional<PlanDifference> difference = before.map(version -> followUp.difference(version, old, plan, sessions));
        var called = names.of(
                        Stream.of(
                                        sessions,
                                        now,
                                        old,
                                        difference.map(PlanDifference::sessions).orElse(List.of()))
                                .flatMap(List::stream)
                                .toList(),
                        Stream.concat(
                                        served.stream(),
                                        held.stream()
                                                .flatMap(line -> line.gaps().stream())
                                                .map(LineFollowUp.Gap::schoolUai))
                                .toList(),
                        loads.stream().map(Load::agentId).toList())
                .naming(named);
        List<Warning> warnings =
                alerts.of(plan, circonscriptionUai, called.modules().values(), sessions, present, people);
        List<Coverage> coverage = plans.coverage(plan.id(), standing.held(sessions), called.modules(), served);
        model.addAttribute("means", Means.of(standing.held(sessions)));
        model.addAttribute("asides", AsideRows.of(asides.of(plan.id()), called));
        Map<Integer, List<String>> said = versions(plan, named, people, model);
        model.addAttribute(
                "sections", PlanSections.sessions(now, called, warnings, moved(present, sessions, called, said)));
        model.addAttribute("followUp", PlanSections.followUp(held, called));
        model.addAttribute("missing", Coverage.inFrench(Coverage.missing(coverage)));
        model.addAttribute("coverage", PlanSections.coverage(coverage, called));
        model.addAttribute(
                "modules",
                new TreeSet<>(coverage.stream().map(Coverage::moduleCode).toList()));
        model.addAttribute("people", people);
        model.addAttribute("reason", people ? plan.reason() : null);
        model.addAttribute("hours", people ? PlanSections.hours(loads, called) : List.of());
        model.addAttribute("warnings", warnings);
        model.addAttribute("names", called);
        model.addAttribute("before", before.orElse(null));
        model.addAttribute("after", plans.after(plan).orElse(null));
        model.addAttribute(
                "difference",
                difference.map(found -> DifferenceWords.of(found, called)).orElse(null));
        model.addAttribute(
                "balance",
                before.map(version -> Balance.changes(
                                plans.balance(version.id(), old, called.modules(), served),
                                Balance.of(loads, coverage)))
                        .orElse(List.of()));
        model.addAttribute(
                "leads",
                now.stream()
                        .anyMatch(session -> session.trainerAgentId() != null
                                && session.trainerAgentId().equals(me.agentId())));
        boolean team = rights.isOfTeamOf(circonscriptionUai);
        boolean mayEdit = team && plan.state().isEditable();
        model.addAttribute("team", team);
        model.addAttribute("mayEdit", mayEdit);
        model.addAttribute("whyId", team ? plan.id() : null);
        model.addAttribute("mayAmend", team && plan.state() == PlanState.APPROUVE);
        model.addAttribute("mayAbandon", mayEdit && plan.isAmendment());
        return "plan/plan";
    }

    /** The same, and where a session is no longer what was approved. */
    private Map<Integer, List<String>> moved(
            Map<Integer, PlanFollowUp.Present> present,
            List<PlannedSession> sessions,
            PlanNames.Of called,
            Map<Integer, List<String>> said) {
        Map<Integer, List<String>> all = new HashMap<>(dates(HeldPlan.of(present, sessions)));
        said.forEach((line, some) -> all.merge(line, some, PlanController::both));
        sessions.stream()
                .filter(line -> present.containsKey(line.line()))
                .filter(line -> present.get(line.line()).cancelled()
                        || present.get(line.line()).isElsewhere(line))
                .forEach(line -> all.merge(
                        line.line(),
                        List.of(
                                present.get(line.line()).cancelled()
                                        ? "Session annulée."
                                        : "Le plan approuvé prévoyait : " + French.day(line.day()) + " à "
                                                + French.time(line.start()) + ", " + called.place(line.place()) + ", "
                                                + called.trainer(line.trainerAgentId()) + "."),
                        PlanController::both));
        return all;
    }

    /** Of sessions on several dates, all of them: a row has room for the first. */
    private static Map<Integer, List<String>> dates(HeldPlan held) {
        return held.sessions().stream()
                .filter(session -> !held.dates(session).isEmpty())
                .collect(Collectors.toMap(
                        PlannedSession::line, session -> List.of("Plusieurs dates : " + held.dates(session) + ".")));
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * What was said of each session.
     *
     * @param people whether the reader may know whose absence a change is for, and why an inspector decided so:
     *     partners may not, and read of the remarks their own
     */
    private Map<Integer, List<String>> versions(Plan plan, Predicate<Agent> named, boolean people, Model model) {
        var remarks = opinions.remarks(plan.rootId()).stream()
                .filter(remark -> people || remark.byWhom().equals(me.login()))
                .toList();
        var decisions = opinions.decisions(plan.rootId()).stream()
                .map(decision -> people ? decision : decision.withoutRemarks())
                .toList();
        var entries = plans.history(plan.rootId());
        model.addAttribute("remarks", remarks);
        model.addAttribute("decisions", decisions);
        UnaryOperator<String> told = names.told(
                entries.stream()
                        .flatMap(entry -> Stream.of(entry.before(), entry.after(), entry.why()))
                        .toList(),
                named);
        List<JournalEntry> newestFirst = new ArrayList<>(entries.stream()
                .map(entry -> entry.told(told))
                .map(entry -> people ? entry : entry.because(null))
                .toList());
        Collections.reverse(newestFirst);
        model.addAttribute("entries", newestFirst);
        model.addAttribute(
                "moves", newestFirst.stream().filter(Tolerance::isTold).toList());
        model.addAttribute("tolerance", tolerance.sentences());
        List<Plan> versions = plans.ofProject(plan.projectId());
        model.addAttribute("versions", versions);
        model.addAttribute(
                "open",
                versions.stream()
                        .filter(version ->
                                version.state().isOpen() && !version.id().equals(plan.id()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("titles", versions.stream().collect(Collectors.toMap(Plan::id, Plan::title)));
        Map<String, String> authors = names.authors(Stream.of(
                        remarks.stream().map(PlanOpinions.Remark::byWhom),
                        decisions.stream().map(PlanOpinions.Decision::byWhom),
                        entries.stream().map(JournalEntry::byWhom))
                .flatMap(who -> who)
                .distinct()
                .toList());
        model.addAttribute("authors", authors);
        return PlanRemarks.ofLines(remarks, authors);
    }

    private String ofSchool(Plan plan, Model model) {
        Set<String> own = rights.ownSchools(plan);
        HeldPlan held = followUp.held(plan, plans.sessions(plan.id()));
        List<PlannedSession> sessions = held.sessions().stream()
                .filter(session -> session.schoolUais().stream().anyMatch(own::contains))
                .toList();
        me.refuseUnless(!sessions.isEmpty());
        model.addAttribute(
                "sections",
                PlanSections.sessions(sessions, names.of(sessions, List.of(), List.of()), List.of(), dates(held)));
        return "plan/school";
    }
}
