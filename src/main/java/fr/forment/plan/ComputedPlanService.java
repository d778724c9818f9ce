package fr.forment.plan;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.plan.calculation.PlanFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two doors of a computation: what it starts from, and by which a plan somebody decided to keep comes back. */
@Service
@Transactional
@RequiredArgsConstructor
public class ComputedPlanService {

    private final PlanRepository plans;
    private final PlanLines lines;
    private final PlanWeightsService weights;
    private final PlanContents contents;
    private final PlanNames names;
    private final Journal journal;
    private final JdbcClient jdbc;

    @Transactional(readOnly = true)
    public PlanBasis basis(long planId) {
        return of(plans.findById(planId).orElseThrow());
    }

    /** What a page says about a version, and how it calls what it says it of. */
    public record Read(PlanBasis basis, PlanNames.Of called) {}

    @Transactional(readOnly = true)
    public Read named(PlanRights.Located located) {
        PlanFactsReader.Read read = contents.read(located);
        PlanBasis basis = of(located.plan(), read.facts(), 0);
        return new Read(basis, names.with(read.called(), basis.sessions()));
    }

    /** The same for who adds no session. */
    @Transactional(readOnly = true)
    public PlanBasis reading(Plan plan) {
        return of(plan, 0);
    }

    /** Its sessions as whoever judges the version sees them, without the facts. */
    @Transactional(readOnly = true)
    public List<PlannedSession> standing(long planId) {
        return contents.standing(version(planId));
    }

    @Transactional(readOnly = true)
    public Plan version(long planId) {
        return plans.findById(planId).orElseThrow();
    }

    /** Of the search that found the sessions; empty for the first proposal. */
    @Transactional(readOnly = true)
    public Optional<Long> seed(long planId) {
        return jdbc.sql("SELECT seed FROM training_plan WHERE id = ? AND seed IS NOT NULL")
                .param(planId)
                .query(Long.class)
                .optional();
    }

    /** Holds the version: nobody else changes it until the transaction ends. @throws Refusal when nobody may at all */
    public Plan hold(long planId) {
        Plan plan = plans.findWithLockById(planId).orElseThrow();
        if (!plan.state().isEditable()) {
            throw new Refusal("Cette version ne se modifie plus ("
                    + French.inSentence(plan.state().label()) + ") : aucun calcul ne peut plus la changer.");
        }
        if (!isCalculated(plan)) {
            throw new Refusal("Le plan vient d'être demandé : son premier calcul se termine. Revenez dans un instant.");
        }
        return plan;
    }

    /** Whether nobody has touched the sessions since a computation began. */
    @Transactional(readOnly = true)
    public boolean isAsItWas(long planId, String sessionsPrint) {
        return PlanBasis.print(contents.standing(version(planId)), lines.pinned(planId))
                .equals(sessionsPrint);
    }

    /**
     * The sessions take the place of those that stand; who stays the same stays the same row.
     *
     * @param sessionsPrint of the sessions the computation began with
     * @throws Refusal when the version or what it is made from no longer allows it; nothing is written then
     */
    public void keep(long planId, List<PlannedSession> sessions, String sessionsPrint, long seed, String by) {
        replace(planId, sessions, sessionsPrint, "Plan calculé gardé", by, true);
        jdbc.sql("UPDATE training_plan SET seed = ? WHERE id = ?")
                .params(seed, planId)
                .update();
    }

    /**
     * As {@link #keep}, for what something that happened makes of a plan. It was found at this very moment: what still
     * has to be mended in it is said of the version, and keeps that from being submitted, not from being prepared.
     */
    public void repair(long planId, List<PlannedSession> sessions, String sessionsPrint, String what) {
        replace(planId, sessions, sessionsPrint, "Plan réparé", what, false);
    }

    /** What is said of a version is looked at again: nobody changed it, and what it rests on is no longer the same. */
    public void refresh(Plan plan) {
        contents.refresh(plan);
    }

    private void replace(
            long planId,
            List<PlannedSession> sessions,
            String sessionsPrint,
            String what,
            String because,
            boolean whole) {
        Plan plan = hold(planId);
        PlanBasis now = of(plan);
        if (!now.sessionsPrint().equals(sessionsPrint)) {
            throw new Refusal(
                    "Quelqu'un a modifié des sessions depuis le début du calcul : garder ce résultat effacerait son travail."
                            + " Laissez tomber ce calcul, puis lancez-en un autre : il partira du plan modifié.");
        }
        List<Warning> blocking = whole ? now.blocking(sessions) : List.of();
        if (blocking.size() > now.blocking(now.sessions()).size()) {
            Warning first = blocking.get(0);
            throw new Refusal(
                    "Les données du plan ont changé depuis le début du calcul, et ce résultat ne tient plus. Ligne "
                            + first.line() + " : " + first.text()
                            + " Laissez tomber ce calcul, puis lancez-en un autre.");
        }
        List<JournalEntry> told = write(plan, now, sessions);
        if (whole) {
            // where a computation put them, nobody did
            now.pinsMoved(sessions).forEach(line -> lines.pin(planId, line, false));
        }
        journal.add(plan.told(what)
                .change(
                        French.count(now.sessions().size(), "session"),
                        French.count(sessions.size(), "session") + ", dont " + French.count(told.size(), "changement"))
                .because(because));
        // a whole plan is told in one entry; a number that is gone stays told, it is never given again
        journal.addAll(
                told.stream().filter(entry -> !whole || entry.after() == null).toList());
        contents.check(plan);
    }

    /**
     * Sessions that somebody decided to hold otherwise, all at once. They are pinned, as whatever people place.
     *
     * @throws Refusal when something would keep more sessions from taking place than before; nothing is written then
     */
    public void change(long planId, List<PlannedSession> sessions, String what, String how, List<Integer> changed) {
        Plan plan = hold(planId);
        PlanBasis now = of(plan);
        List<Warning> blocking = now.blocking(sessions);
        if (blocking.size() > now.blocking(now.sessions()).size()) {
            Warning first = blocking.get(0);
            throw new Refusal("Rien n'est appliqué. Ligne " + first.line() + " : " + first.text());
        }
        List<JournalEntry> told = write(plan, now, sessions);
        changed.forEach(line -> lines.pin(planId, line, true));
        journal.add(plan.told(what).change(null, how));
        journal.addAll(told);
        contents.check(plan);
    }

    private List<JournalEntry> write(Plan plan, PlanBasis now, List<PlannedSession> sessions) {
        Map<Integer, PlannedSession> before = byLine(now.sessions());
        Map<Integer, PlannedSession> after = byLine(sessions);
        Map<Integer, PlannedSession> said = byLine(lines.of(plan.id()));
        Map<Integer, PlanFollowUp.Present> inForce = contents.inForce(plan);
        List<JournalEntry> told = new ArrayList<>();
        before.forEach((line, session) -> {
            if (!after.containsKey(line)) {
                lines.remove(session.id());
                told.add(plan.told("Session supprimée").part(line).change(PlanEditingService.describe(session), null));
            }
        });
        after.forEach((line, session) -> {
            PlannedSession old = before.get(line);
            boolean calledOff = old == null && said.containsKey(line);
            if (calledOff || old != null && old.isSameAs(session)) {
                return;
            }
            if (old != null) {
                lines.remove(old.id());
            }
            lines.add(plan.id(), old == null ? session : contents.line(plan, said.get(line), session, inForce));
            if (now.pinned().contains(line)) {
                lines.pin(plan.id(), line, true); // a new row, and still what people placed
            }
            told.add(plan.told(old == null ? "Session ajoutée" : "Session modifiée")
                    .part(line)
                    .change(
                            old == null ? null : PlanEditingService.describe(old),
                            PlanEditingService.describe(session)));
        });
        return told;
    }

    private PlanBasis of(Plan plan) {
        return of(plan, contents.nextLine(plan));
    }

    private PlanBasis of(Plan plan, int firstFree) {
        return of(plan, contents.facts(plan), firstFree);
    }

    private PlanBasis of(Plan plan, PlanFacts facts, int firstFree) {
        PlanLines.WithPins standing = lines.withPins(plan.id());
        return new PlanBasis(
                plan.id(),
                plan.state().isEditable() && isCalculated(plan),
                facts,
                contents.standing(plan, standing.sessions()),
                standing.pinned(),
                weights.of(plan, facts.circonscriptionUai()),
                firstFree);
    }

    /** The first plan of a project is empty until its process has made the first proposal. */
    private static boolean isCalculated(Plan plan) {
        return plan.state() != PlanState.BROUILLON || plan.isAmendment() || plan.number() > 1;
    }

    private static Map<Integer, PlannedSession> byLine(List<PlannedSession> sessions) {
        return sessions.stream()
                .collect(
                        Collectors.toMap(PlannedSession::line, Function.identity(), (one, other) -> one, TreeMap::new));
    }
}
