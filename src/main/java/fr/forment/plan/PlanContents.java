package fr.forment.plan;

import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.plan.PlanFollowUp.Present;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.PlanCalculator;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.search.FreeWishes;
import fr.forment.plan.conditions.PlanAlerts;
import fr.forment.plan.conditions.SessionOrder;
import fr.forment.plan.conditions.SessionOrder.Days;
import fr.forment.resource.MeetingPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Fills a version with sessions, and looks at them anew whenever they change. Called inside the transaction of the
 * services.
 */
@Component
@RequiredArgsConstructor
class PlanContents {

    private final PlanFactsReader reader;
    private final PlanLines lines;
    private final ToldLines told;
    private final PlanWeightsService weights;
    private final PlanRepository plans;
    private final Journal journal;
    private final PlanFindings findings;
    private final PlanAsides asides;
    private final LeavingSchools leaving;
    private final PlanFollowUp followUp;
    private final PlanOpinions opinions;
    private final PlanTerms terms;
    private final ApplicationEventPublisher events;

    /** @param start what it was made from, in French; null where it is the first of its project */
    record Calculated(int sessions, String start) {}

    /** From nothing, or from the plan that was rejected last. */
    Calculated calculate(Plan plan) {
        Optional<Plan> rejected = plans.before(plan.id()).filter(before -> before.state() == PlanState.REJETE);
        return rejected.isPresent() ? again(plan, rejected.get()) : first(plan);
    }

    private Calculated first(Plan plan) {
        PlanFacts facts = reader.of(plan);
        List<Draft> drafts =
                inOrder(FreeWishes.followed(facts, numbered(inOrder(PlanCalculator.propose(facts))), weights.of(plan)));
        for (int n = 0; n < drafts.size(); n++) {
            lines.add(plan.id(), PlannedSession.of(n + 1, drafts.get(n)));
        }
        settle(plan, facts);
        return new Calculated(drafts.size(), null);
    }

    /** Choices and sessions people had placed are theirs: a rejection of the whole does not undo them one by one. */
    private Calculated again(Plan plan, Plan rejected) {
        weights.keep(plan.id(), weights.of(rejected));
        if (rejected.goesBeyondHours() && !plan.goesBeyondHours()) {
            plan.goBeyondHours(rejected.beyondHours());
            plans.save(plan);
        }
        PlanFacts facts = reader.of(plan);
        PlanLines.WithPins before = lines.withPins(rejected.id());
        before.pinned().removeAll(objectedTo(rejected));
        MadeAnew anew = MadeAnew.from(facts, before, weights.of(plan));
        anew.sessions().forEach(draft -> lines.add(plan.id(), PlannedSession.of(draft.line(), draft)));
        anew.pinned().forEach(line -> lines.pin(plan.id(), line, true));
        events.publishEvent(new Plan.Copied(rejected.id(), plan.id()));
        settle(plan, facts);
        return new Calculated(anew.sessions().size(), anew.told(rejected));
    }

    /** What the rejection speaks of is looked for anew, whoever had placed it. */
    private Set<Integer> objectedTo(Plan rejected) {
        return opinions.decision(rejected.id()).stream()
                .flatMap(decision -> opinions.remarks(rejected.rootId()).stream()
                        .filter(remark -> rejected.id().equals(remark.planId())
                                && remark.line() != null
                                && !remark.at().isBefore(decision.at())))
                .map(PlanOpinions.Remark::line)
                .collect(Collectors.toSet());
    }

    private void settle(Plan plan, PlanFacts facts) {
        asides.write(plan);
        weights.settle(plan);
        check(plan, facts);
    }

    private static List<Draft> inOrder(List<Draft> drafts) {
        return drafts.stream().sorted(Draft.IN_ORDER).toList();
    }

    private static List<Draft> numbered(List<Draft> drafts) {
        return IntStream.range(0, drafts.size())
                .mapToObj(n -> drafts.get(n)
                        .with(n + 1, drafts.get(n).seats(), drafts.get(n).expected()))
                .toList();
    }

    void copy(Plan from, Plan to) {
        boolean amends = from.id().equals(to.basePlanId());
        Map<Integer, Present> known = amends ? inForce(to) : Map.of();
        lines.add(
                to.id(),
                lines.of(from.id()).stream()
                        .sorted(Comparator.comparingInt(PlannedSession::line))
                        .map(line ->
                                known.containsKey(line.line()) ? ToldLines.known(line, known.get(line.line())) : line)
                        .toList());
        if (amends) {
            known.forEach((line, present) -> told.note(to.id(), line, present));
        } else {
            told.copy(from.id(), to.id());
        }
        asides.copy(from.id(), to.id());
        leaving.copy(from, to);
        lines.pinned(from.id()).forEach(line -> lines.pin(to.id(), line, true));
        weights.keep(to.id(), weights.of(from));
        events.publishEvent(new Plan.Copied(from.id(), to.id()));
        check(to);
    }

    /**
     * The first number that no session of the chain, or of the plan in force, ever had. A removed session keeps its
     * number for ever: remarks and the history speak of it.
     */
    int nextLine(Plan plan) {
        List<Long> chain = plans.chain(plan.rootId()).stream().map(Plan::id).toList();
        IntStream there = Stream.concat(chain.stream(), Stream.ofNullable(plan.basePlanId()))
                .flatMap(id -> lines.of(id).stream())
                .mapToInt(PlannedSession::line);
        IntStream told = journal.ofAll(Plan.JOURNAL, chain).stream()
                .map(JournalEntry::part)
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt);
        return IntStream.concat(there, told).max().orElse(0) + 1;
    }

    void check(Plan plan) {
        check(plan, reader.of(plan));
        events.publishEvent(new Plan.Checked(plan.id()));
    }

    PlanFactsReader.Read read(PlanRights.Located located) {
        return reader.read(located);
    }

    PlanFacts facts(Plan plan) {
        return reader.of(plan);
    }

    /** When something may begin, and no more. */
    PlanFacts dates(Plan plan) {
        return reader.dates(plan);
    }

    /** For a session that is about to be given by somebody else. */
    PlanFacts facts(Plan plan, PlannedSession session) {
        return reader.with(plan, session.trainerAgentId());
    }

    /**
     * Looks again at a version that nobody changed: what it rests on did. Of one in force the warnings alone are new,
     * for needs and hours are those it was approved with; of an empty one nothing is said.
     */
    void refresh(Plan plan) {
        List<PlannedSession> all = lines.of(plan.id());
        if (all.isEmpty()) {
            return;
        }
        if (plan.state() != PlanState.APPROUVE) {
            check(plan, reader.of(plan));
            return;
        }
        PlanFacts facts = reader.inForce(plan).needing(findings.needs(plan.id()));
        Map<Integer, Present> present = followUp.present(plan);
        List<PlannedSession> sessions = PlanFollowUp.HeldPlan.of(present, all).sessions();
        List<PlannedSession> dated = all.stream()
                .filter(line -> !present.containsKey(line.line())
                        || !present.get(line.line()).isNowhere())
                .toList();
        findings.replaceWarnings(
                plan.id(),
                new PlanCheck(facts, sessions).inForce(PlanFollowUp.allDates(present, dated), terms.today()),
                new PlanCheck(facts, PlanFollowUp.lastDates(present, all)).openings());
    }

    /**
     * Its sessions as whoever judges the version has to see them: an amendment that is open leaves those it does not
     * change where people have moved them since, and what was called off is held no more.
     */
    List<PlannedSession> standing(Plan plan) {
        return standing(plan, lines.of(plan.id()));
    }

    /** @param all its lines, read already */
    List<PlannedSession> standing(Plan plan, List<PlannedSession> all) {
        return plan.isPendingAmendment() ? followUp.held(plan, all).sessions() : all;
    }

    /** What stands of the plan that a version amends, by line; nothing where it amends none. */
    Map<Integer, Present> inForce(Plan plan) {
        return plan.isPendingAmendment()
                ? plans.findById(plan.basePlanId()).map(followUp::present).orElse(Map.of())
                : Map.of();
    }

    /**
     * What the line of a version says once its session is to stand as wanted. What an amendment changes of it is
     * counted from what stands at this moment: so it may also bring it back to where the plan first had it.
     *
     * @param line as the version has it, @param inForce as {@link #inForce}
     */
    PlannedSession line(Plan plan, PlannedSession line, PlannedSession wanted, Map<Integer, Present> inForce) {
        Present present = inForce.get(line.line());
        if (present != null) {
            told.note(plan.id(), line.line(), present);
        }
        return new SessionChange(
                        wanted.day(),
                        wanted.start(),
                        MeetingPlace.isLink(wanted.place()) ? line.place() : wanted.place(),
                        wanted.trainerAgentId(),
                        wanted.capacity())
                .on(wanted);
    }

    private void check(Plan plan, PlanFacts facts) {
        List<PlannedSession> said = lines.of(plan.id());
        Map<Integer, Present> present = plan.isPendingAmendment() ? followUp.present(plan) : Map.of();
        List<PlannedSession> all = PlanFollowUp.HeldPlan.of(present, said).sessions();
        var check = new PlanCheck(facts, all);
        List<Warning> lasting = new ArrayList<>(notHeldUpBy(stoodBefore(plan, facts), check.lasting()));
        Set<Integer> blocked = lasting.stream()
                .filter(warning -> warning.weight() == Warning.Weight.BLOQUANT)
                .map(Warning::line)
                .collect(Collectors.toSet());
        movedMeanwhile(facts, said, present).stream()
                .filter(warning -> !blocked.contains(warning.line()))
                .forEach(lasting::add);
        backAgain(plan, facts).forEach(lasting::add);
        findings.replace(plan.id(), facts.needs(), check.loads(), check.lacks(), lasting, check.openings());
    }

    /** Whoever decides knows that a departure is carried out no more. */
    private Stream<Warning> backAgain(Plan plan, PlanFacts facts) {
        Map<String, SchoolFacts> schools = facts.schoolsByUai();
        return leaving.backAgain(plan.id()).stream()
                .filter(schools::containsKey)
                .map(uai -> Warning.important("L'école « " + schools.get(uai).name()
                        + " » est revenue dans le projet depuis que cette version la laisse partir : l'approuver ne l'en fait pas sortir. "
                        + "Vérifiez qu'elle y a ses places."));
    }

    /** What keeps a session of the plan in force, as it stands today, from taking place. */
    private Set<Warning> stoodBefore(Plan plan, PlanFacts facts) {
        List<PlannedSession> base = plan.isPendingAmendment()
                ? facts.conditions().held().stream()
                        .filter(held -> facts.inForce().containsKey(held.line()))
                        .map(held -> PlannedSession.of(held.line(), held.session()))
                        .toList()
                : List.of();
        return base.isEmpty()
                ? Set.of()
                : new SessionCheck(facts, base)
                        .warnings().stream()
                                .filter(warning -> warning.weight() == Warning.Weight.BLOQUANT)
                                .collect(Collectors.toSet());
    }

    /** What did not hold before, and is left as it is, is told and holds no amendment up. */
    private static List<Warning> notHeldUpBy(Set<Warning> before, List<Warning> found) {
        return found.stream()
                .map(warning -> before.contains(warning) ? Warning.important(warning.line(), warning.text()) : warning)
                .toList();
    }

    /**
     * An amendment says only what it changes: what it leaves alone stays where people have moved it since, and must
     * still come before what needs it.
     */
    private List<Warning> movedMeanwhile(PlanFacts facts, List<PlannedSession> all, Map<Integer, Present> present) {
        if (present.isEmpty()) {
            return List.of();
        }
        SessionOrder order = new SessionOrder(facts.modules(), all);
        Predicate<PlannedSession> isLeft = line -> facts.isInForce(
                line.line(),
                Optional.ofNullable(present.get(line.line()))
                        .map(Present::startsAt)
                        .orElse(line.startsAt()));
        Function<PlannedSession, Optional<Days>> days = line -> PlanAlerts.days(line, present.get(line.line()));
        return order.broken(days, terms.today()).stream()
                .map(pair -> {
                    String text = order.why(
                                    pair, days.apply(pair.first()).orElseThrow().last()) + ".";
                    PlannedSession changed = isLeft.test(pair.then()) ? pair.first() : pair.then();
                    return isLeft.test(changed)
                            ? Warning.important(pair.then().line(), text)
                            : Warning.blocking(pair.then().line(), text);
                })
                .toList();
    }
}
