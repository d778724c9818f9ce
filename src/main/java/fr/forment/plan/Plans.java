package fr.forment.plan;

import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.conditions.Checked;
import fr.forment.plan.words.Balance;
import fr.forment.plan.words.Tolerance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads the plans. */
@Component
@RequiredArgsConstructor
public class Plans {

    private final PlanRepository repository;
    private final PlanLines lines;
    private final ToldLines told;
    private final PlanFindings findings;
    private final LeavingSchools leaving;
    private final Journal journal;

    /** How agendas call the session of a line, whichever version or page it comes from. */
    public static String agendaName(long projectId, int line) {
        return "projet-" + projectId + "-session-" + line;
    }

    /** The same for one date of several. @param position from 1: the first goes by the name of the session */
    public static String agendaName(long projectId, int line, int position) {
        return agendaName(projectId, line) + (position == 1 ? "" : "." + position);
    }

    public Optional<Plan> find(long planId) {
        return repository.findById(planId);
    }

    /** For whoever writes about a version: one hand at a time, until the transaction ends. */
    public Plan held(long planId) {
        return repository.findWithLockById(planId).orElseThrow();
    }

    /**
     * For whoever writes into a version: as {@link #held}.
     *
     * @throws Refusal once it was submitted: what the IEN reads is what the IEN decides on
     */
    public Plan editable(long planId) {
        Plan plan = held(planId);
        if (!plan.state().isEditable()) {
            throw new Refusal("Cette version ne se modifie plus ("
                    + French.inSentence(plan.state().label()) + ").");
        }
        return plan;
    }

    /** The version in force. */
    public Optional<Plan> approved(long projectId) {
        return repository.approved(projectId);
    }

    /** The version begun last, whatever became of it. */
    public Optional<Plan> latest(long projectId) {
        return repository.latest(projectId);
    }

    /**
     * What is worked at in each project: the version under way, else the one in force, for a rejected amendment is no
     * plan; else the last. Those without a plan are left out.
     */
    public List<Plan> underWay(Collection<Long> projectIds) {
        return projectIds.isEmpty() ? List.of() : repository.underWay(projectIds);
    }

    /** Begun after the version in force and not in force itself, whatever became of it. */
    public Optional<Plan> after(Plan inForce) {
        return inForce.state() == PlanState.APPROUVE
                ? latest(inForce.projectId()).filter(last -> !last.id().equals(inForce.id()))
                : Optional.empty();
    }

    /** Every version of every chain, oldest first. */
    public List<Plan> ofProject(long projectId) {
        return repository.findByProjectIdOrderById(projectId);
    }

    /** The version a chain is at. */
    public Optional<Plan> current(long rootId) {
        List<Plan> chain = repository.chain(rootId);
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
    }

    /**
     * The version this one was made from: the one before, the plan an amendment starts from, or the one that was
     * rejected and is made anew.
     */
    public Optional<Plan> before(Plan plan) {
        return repository.before(plan.id());
    }

    /** What happened to every version of the chain, oldest first; the part is the number of a session. */
    public List<JournalEntry> history(long rootId) {
        return journal.ofAll(
                Plan.JOURNAL, repository.chain(rootId).stream().map(Plan::id).toList());
    }

    /** Numbers of the sessions that people placed. */
    public Set<Integer> pinned(long planId) {
        return lines.pinned(planId);
    }

    /** What was changed in its sessions without a new approval, newest first ({@link Tolerance}). */
    public List<JournalEntry> moves(long planId) {
        return journal.latest(Plan.JOURNAL, planId).stream()
                .filter(Tolerance::isTold)
                .toList();
    }

    /** By day, hour and line. */
    public List<PlannedSession> sessions(long planId) {
        return lines.of(planId);
    }

    /**
     * The lines of the plan an amendment starts from, as people knew their sessions when it said what it changes: what
     * differs from them is what it changes for people.
     */
    public List<PlannedSession> toldBefore(Plan amendment) {
        return told.before(amendment);
    }

    /** @param vagueRank null for the phase FORMATEURS */
    public List<PlannedSession> sessions(long planId, Phase phase, Integer vagueRank) {
        return sessions(planId).stream()
                .filter(session -> session.phase() == phase && Objects.equals(session.vagueRank(), vagueRank))
                .toList();
    }

    /** What weighs most first. */
    public List<Warning> warnings(long planId) {
        return findings.warnings(planId);
    }

    /** Without what was measured against the days on which vagues were to open. */
    public List<Warning> lastingWarnings(long planId) {
        return findings.lastingWarnings(planId);
    }

    /** Hours asked of each person who owes some, by school. */
    public List<Load> loads(long planId) {
        return findings.loads(planId);
    }

    /** What the version was last checked against, and what was found. */
    public Checked checked(long planId) {
        return findings.checked(planId);
    }

    /** People who need a module, by school (or the circonscription's UAI) and profile. */
    public Map<String, Map<Profile, Integer>> needed(long planId, String moduleCode) {
        return findings.needs(planId, moduleCode).stream()
                .collect(Collectors.groupingBy(
                        Need::schoolUai, Collectors.toMap(Need::profile, Need::people, Integer::sum)));
    }

    /** What the version was last checked against. */
    public List<Need> needs(long planId) {
        return findings.needs(planId);
    }

    /** @param sessions of the version; @param modules by code; @param served schools of its vagues: all read already */
    public List<Coverage> coverage(
            long planId,
            List<PlannedSession> sessions,
            Map<String, TrainingModule> modules,
            Collection<String> served) {
        Set<String> leaving = this.leaving.of(planId);
        return Coverage.of(
                findings.needs(planId),
                sessions,
                code -> modules.containsKey(code) && modules.get(code).trainsTrainers(),
                uai -> served.contains(uai) && !leaving.contains(uai));
    }

    /** Of a version: as {@link #coverage}. */
    public Balance balance(
            long planId,
            List<PlannedSession> sessions,
            Map<String, TrainingModule> modules,
            Collection<String> served) {
        return Balance.of(loads(planId), coverage(planId, sessions, modules, served));
    }
}
