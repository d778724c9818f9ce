package fr.forment.project.need;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.project.PlanCourse;
import fr.forment.project.Project;
import fr.forment.project.ProjectMails;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueService;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Before the sessions of a vague: the plan still fits, or an amendment is begun; silence is written down and told. */
@Service
@Transactional
@RequiredArgsConstructor
public class VagueNeedService {

    private static final int REASON_MAX = 1000;

    private final Projects projects;
    private final VagueService vagues;
    private final PlanCourse plan;
    private final VagueNeeds needs;
    private final ProjectMails mails;
    private final LateStart late;

    /**
     * @param choice FITS, AMEND, and for sessions that are late REPLAN (all get their dates at once, sessions open
     *     after the decision) or WAIT (the team amends the plan, sessions open after the decision)
     * @param reason why the plan no longer fits; a remark where it does
     * @throws Refusal without choice, or where an amendment is asked for without reason or plan in force
     */
    public void record(long vagueId, String choice, String reason) {
        boolean wait = "WAIT".equals(choice);
        boolean replan = "REPLAN".equals(choice);
        boolean amend = "AMEND".equals(choice) || wait;
        if (!amend && !replan && !"FITS".equals(choice)) {
            throw new Refusal("Choisissez une des réponses proposées.", "choice");
        }
        String why = Typed.text(reason);
        if (why.length() > REASON_MAX) {
            throw new Refusal("Le motif compte au plus " + French.number(REASON_MAX) + " caractères.", "motive");
        }
        boolean underWay = wait && isAmending(vagueId);
        if (amend && why.isEmpty() && !underWay) {
            throw new Refusal("Indiquez ce qui a changé : ce motif ouvre l'avenant.", "motive");
        }
        Vague vague = projects.vague(vagueId).orElseThrow();
        if (amend && !underWay) {
            plan.amend(vague.projectId(), "Besoin revu avant " + vague.inSentence() + " : ", why);
        }
        vagues.needReviewed(vagueId, amend, why);
        if (replan) {
            replan(vague);
        }
        if (wait) {
            vagues.awaitPlan(vagueId, why.isEmpty() ? "Un avenant est déjà en préparation." : why);
        }
    }

    private void replan(Vague vague) {
        switch (propose(vague)) {
            case TO_DECIDE ->
                vagues.awaitPlan(
                        vague.id(), "De nouvelles dates sont proposées à l'IEN, pour toutes les sessions en retard.");
            case TO_PREPARE ->
                vagues.awaitPlan(
                        vague.id(),
                        "De nouvelles dates sont proposées, mais il reste des points à corriger : l'équipe complète l'avenant avant la décision.");
            case NOTHING_FOUND -> {
                amendByHand(vague);
                vagues.awaitPlan(
                        vague.id(),
                        "Aucune autre date n'a été trouvée pour les sessions en retard : l'équipe prépare un avenant avant la décision.");
            }
            case UNDER_WAY ->
                throw new Refusal(
                        "Un avenant est déjà en préparation pour ce projet. Choisissez d'attendre un avenant : les sessions s'ouvriront après la décision sur celui-là.",
                        "choice");
        }
    }

    private LateStart.Proposed propose(Vague vague) {
        return late.propose(
                vague.projectId(),
                French.capital(vague.inSentence())
                        + " commence plus tard que prévu : nouvelles dates pour les sessions en retard");
    }

    /** An amendment is in preparation already: no other can be begun, its decision is waited for. */
    @Transactional(readOnly = true)
    public boolean isAmending(long vagueId) {
        return late.isUnderWay(projects.vague(vagueId).orElseThrow().projectId());
    }

    /** Sessions not open yet that can no longer be held on their day. */
    @Transactional(readOnly = true)
    public LateStart.Late late(long vagueId) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        return late.of(vague.projectId(), vague.rank());
    }

    /** The team has let the review lie. */
    public void remind(long vagueId) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        mails.needAwaited(project(vague), vague);
    }

    /** Nobody looked: the sessions open on the plan in force, and the IEN knows. */
    public void noteUnreviewed(long vagueId) {
        Vague vague = projects.vague(vagueId).orElseThrow();
        vagues.needUnreviewed(vagueId);
        List<String> told = new ArrayList<>(needs.of(vagueId).changes());
        LateStart.Late lateness = late(vagueId);
        if (lateness.count() > 0) {
            told.add(French.count(lateness.count(), "session en retard", "sessions en retard")
                    + " : elles ne s'ouvrent qu'une fois de nouvelles dates décidées");
            awaitDates(vague);
        }
        mails.needUnreviewed(project(vague), vague, lateness.count() > 0, told);
    }

    /** What a person would have to choose is chosen: twenty sessions without a date help nobody. */
    private void awaitDates(Vague vague) {
        LateStart.Proposed done = propose(vague);
        if (done == LateStart.Proposed.NOTHING_FOUND) {
            amendByHand(vague);
        }
        vagues.awaitPlan(vague.id(), "Personne n'a revu le besoin, et des sessions sont en retard.");
    }

    private void amendByHand(Vague vague) {
        plan.amend(
                vague.projectId(),
                "Sessions en retard avant " + vague.inSentence() + " : ",
                "aucune autre date n'a été trouvée sans changer d'autres sessions.");
    }

    private Project project(Vague vague) {
        return projects.find(vague.projectId()).orElseThrow();
    }
}
