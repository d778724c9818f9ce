package fr.forment.incident;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.phase.SmallMovesService;
import fr.forment.phase.SmallMovesService.Move;
import fr.forment.plan.AmendmentService;
import fr.forment.plan.ComputedPlanService;
import fr.forment.plan.LeavingSchools;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.PlanState;
import fr.forment.plan.PlannedSession;
import fr.forment.plan.Plans;
import fr.forment.project.Projects;
import fr.forment.project.need.LateStart.Proposed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at what something does to a plan, and applies what was looked at: to the version itself while it may still be
 * changed, as an amendment once it is in force. Nothing is written before.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class IncidentService {

    private static final int LONGEST_REASON = 900;

    private final Plans plans;
    private final StandingPlans standing;
    private final HappeningRecords records;
    private final AmendmentService amendments;
    private final ComputedPlanService computed;
    private final LeavingSchools leaving;
    private final PlanNames names;
    private final Projects projects;
    private final SmallMovesService small;
    private final SpreadMovesService spread;
    private final Clock clock;

    /**
     * @param planId where the changes stand now: an amendment, or the version itself
     * @param goesOn nothing changed yet: it is done in that amendment, which was open already
     */
    public record Applied(long planId, boolean amends, boolean goesOn, List<String> leftToSay) {}

    /** The amendment of a plan in force that people work on already: there is one at a time. */
    @Transactional(readOnly = true)
    public Optional<Plan> openBeside(Plan plan) {
        return plan.state() != PlanState.APPROUVE
                ? Optional.empty()
                : plans.ofProject(plan.projectId()).stream()
                        .filter(other -> other.state().isOpen())
                        .findFirst();
    }

    /** Of a version that nothing can change any more, the one in force. */
    @Transactional(readOnly = true)
    public Optional<Plan> inForceInsteadOf(Plan plan) {
        return plan.state().isOpen()
                ? Optional.empty()
                : plans.approved(plan.projectId()).filter(other -> !other.id().equals(plan.id()));
    }

    @Transactional(readOnly = true)
    public Aftermath look(Plan plan, Happening happening) {
        return Aftermaths.of(standing.of(plan), happening, LocalDate.now(clock));
    }

    /**
     * Why what was found is not done without an amendment, in French; empty: it may be. Null for a version that is not
     * in force, or where there is nothing to do.
     */
    @Transactional(readOnly = true)
    public List<String> hindrances(Plan plan, Aftermath found) {
        return plan.state() != PlanState.APPROUVE || !found.changesThePlan()
                ? null
                : found.onlyMoves()
                        .map(lines -> small.hindrances(plan, moves(found, lines)))
                        .orElse(List.of("des sessions s'ajoutent au plan, ou en sortent"));
    }

    private static List<Move> moves(Aftermath found, List<PlannedSession> lines) {
        Map<Integer, PlannedSession> now =
                found.standing().stream().collect(Collectors.toMap(PlannedSession::line, Function.identity()));
        return lines.stream()
                .map(line -> new Move(now.getOrDefault(line.line(), line), line))
                .toList();
    }

    /**
     * Does what was looked at in the sessions themselves, all of it or nothing: every move is within the tolerance of
     * the plan in force, which needs no new approval then. Histories tell it, and letters wait to be read again.
     *
     * @param seen print of the answer that was shown
     */
    public Applied applyAtOnce(long planId, Happening happening, String motive, String seen) {
        // sessions before the plan, as whoever changes one of them by hand
        small.hold(plans.find(planId).orElseThrow().projectId());
        Plan plan = plans.held(planId);
        Aftermath found = seen(plan, happening, seen);
        List<String> no = hindrances(plan, found);
        if (no == null || !no.isEmpty()) {
            throw new Refusal(
                    no == null
                            ? "Il n'y a rien à changer dans un plan en vigueur."
                            : "Ces changements demandent un avenant : " + String.join(" ; ", no) + ".");
        }
        String why = words(found, happening);
        List<Move> moves = moves(found, found.onlyMoves().orElseThrow());
        List<String> left =
                records.write(projects.find(plan.projectId()).orElseThrow().circonscriptionUai(), happening, motive);
        small.make(plan, moves, French.capital(why) + " : sessions qui changent", why);
        stillIn(happening, left);
        return new Applied(planId, false, false, left);
    }

    /** Why who acts may not change the sessions that no line says whole, in French; empty: he may. */
    @Transactional(readOnly = true)
    public List<String> spreadHindrances(Aftermath found) {
        return spread.hindrances(found.spreads());
    }

    /**
     * Changes the sessions on several dates, or given by several people, in which a half-day was hit: all of them or
     * none. The lines of the plan stay as they are, and letters wait to be read again.
     *
     * @param seen print of the answer that was shown
     */
    public Applied applySpreads(long planId, Happening happening, String motive, String seen) {
        small.hold(plans.find(planId).orElseThrow().projectId());
        Plan plan = plans.held(planId);
        Aftermath found = seen(plan, happening, seen);
        if (plan.state() != PlanState.APPROUVE || found.spreads().isEmpty()) {
            throw new Refusal("Il n'y a ici aucune session à plusieurs dates à changer.");
        }
        String why = words(found, happening);
        List<String> left =
                records.write(projects.find(plan.projectId()).orElseThrow().circonscriptionUai(), happening, motive);
        spread.make(plan, found.spreads(), shortened(why));
        return new Applied(planId, false, false, left);
    }

    private Aftermath seen(Plan plan, Happening happening, String seen) {
        Aftermath found = look(plan, happening);
        if (!found.print().equals(seen)) {
            throw new Refusal(
                    "Le plan ou ses données ont changé depuis l'affichage. Rien n'a été fait : relisez la proposition ci-dessous, puis recommencez.");
        }
        return found;
    }

    /**
     * @param seen print of the answer that was shown
     * @throws Refusal when it is no longer the answer, or when nothing may be changed now; nothing is written then
     */
    public Applied apply(long planId, Happening happening, String motive, String seen) {
        Plan plan = plans.held(planId);
        Aftermath found = seen(plan, happening, seen);
        String why = words(found, happening);
        List<String> left =
                records.write(projects.find(plan.projectId()).orElseThrow().circonscriptionUai(), happening, motive);
        Optional<Plan> open = openBeside(plan);
        if (open.isPresent()) { // what happened is kept; what it makes of the plan is done where people work on it
            return new Applied(open.get().id(), false, true, left);
        }
        // what waits for a decision does not change: what happened is noted, and the plan is shown as hit
        if (!found.changesThePlan() || plan.state() == PlanState.SOUMIS) {
            stillIn(happening, left);
            return new Applied(planId, false, false, left);
        }
        boolean amends = plan.state() == PlanState.APPROUVE;
        Plan changed = amends ? amendments.prepare(planId, shortened(why)) : plan;
        if (happening.what() == Happened.DEPART) {
            leaving.note(changed.id(), happening.schools().get(0)); // before it is looked at: figures count without it
        }
        repair(changed, found, why);
        if (amends && happening.what() == Happened.RETARD && found.stuck().isEmpty()) {
            amendments.propose(changed.id());
        }
        return new Applied(changed.id(), amends, false, left);
    }

    /**
     * All sessions that are late get their days in one amendment; where each finds one, it goes to the decision at
     * once.
     */
    Proposed proposeDates(long planId, String occasion) {
        Plan plan = plans.held(planId);
        Aftermath found = look(plan, Happening.LATE);
        if (!found.changesThePlan()) {
            return Proposed.NOTHING_FOUND;
        }
        Plan amendment = amendments.prepare(planId, occasion);
        repair(amendment, found, words(found, Happening.LATE));
        return found.stuck().isEmpty() && amendments.propose(amendment.id()) ? Proposed.TO_DECIDE : Proposed.TO_PREPARE;
    }

    /** The amendment that waits because of the very same happening: whoever clicked twice finds it. */
    @Transactional(readOnly = true)
    public Optional<Long> prepared(long planId, Happening happening) {
        Plan plan = plans.find(planId).orElseThrow();
        String why = shortened(words(look(plan, happening), happening));
        return plans.ofProject(plan.projectId()).stream()
                .filter(each ->
                        each.state().isOpen() && Objects.equals(each.basePlanId(), planId) && why.equals(each.reason()))
                .map(Plan::id)
                .findFirst();
    }

    /** Without a version to approve nobody has let it go. */
    private static void stillIn(Happening happening, List<String> left) {
        if (happening.what() == Happened.DEPART) {
            left.add(
                    "L'école n'est pas encore sortie du projet : l'IEN le décide sur la page du projet (« Une école quitte le projet »).");
        }
    }

    private static String shortened(String why) {
        return why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
    }

    private void repair(Plan changed, Aftermath found, String why) {
        computed.repair(
                changed.id(), found.after(), computed.basis(changed.id()).sessionsPrint(), why);
    }

    private String words(Aftermath found, Happening happening) {
        var called = names.of(
                found.before(),
                happening.place() == null ? happening.schools() : List.of(happening.place()),
                happening.people());
        return HappeningWords.of(happening, called::trainer, called::place);
    }
}
