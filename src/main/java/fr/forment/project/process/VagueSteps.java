package fr.forment.project.process;

import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.French;
import fr.forment.french.Typed;
import fr.forment.project.BilanService;
import fr.forment.project.PlanCourse;
import fr.forment.project.ProjectTasks;
import fr.forment.project.VagueDecision;
import fr.forment.project.VagueOutcomeService;
import fr.forment.project.VagueService;
import fr.forment.project.need.LateStart;
import fr.forment.project.need.VagueNeed;
import fr.forment.project.need.VagueNeedService;
import fr.forment.project.need.VagueNeeds;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** What {@code vague} asks. */
@ProcessSteps
@RequiredArgsConstructor
public class VagueSteps {

    private final VagueService vagues;
    private final VagueOutcomeService outcomes;
    private final ProjectTasks tasks;
    private final VagueNeeds needs;
    private final VagueNeedService review;
    private final BilanService bilans;

    public String ien(long key) {
        return tasks.ien(projectId(key));
    }

    public String ienAndErun(long key) {
        return tasks.ienAndErun(projectId(key));
    }

    public Markdown title(long key) {
        return Markdown.text(tasks.vagueTitle(key));
    }

    public Markdown projectLink(long key) {
        return Markdown.text(projectId(key));
    }

    public Markdown rank(long key) {
        return Markdown.text(tasks.vague(key).rank());
    }

    public String reminderDate(long key) {
        return tasks.morning(projectId(key), tasks.reminder(projectId(key)));
    }

    public String decisionDue(long key) {
        return tasks.morning(projectId(key), outcomes.decisionDue(key));
    }

    public String trainersOverdue(long key) {
        return tasks.morning(projectId(key), tasks.overdue(projectId(key)));
    }

    public String decisionOverdue(long key) {
        return tasks.morning(projectId(key), tasks.overdueAfter(projectId(key), outcomes.decisionDue(key)));
    }

    public boolean checkTrainers(long key) {
        return vagues.checkTrainers(key);
    }

    /** How many trainings of trainers are missing; who they are stands on the project's page. */
    public Markdown missingTrainings(long key) {
        return Markdown.text(tasks.trainerGaps(key));
    }

    /** Which they are, so that whoever decides need not look elsewhere. */
    public Markdown missingList(long key) {
        List<String> missing = tasks.missingTrainings(key);
        return missing.isEmpty() ? Markdown.text("Aucune.") : Markdown.list(missing);
    }

    /** Half-days that nobody can give, and what may be done about them. */
    public Markdown trainerLacks(long key) {
        List<String> lacks = tasks.vague(key).trainerLacks();
        return lacks.isEmpty()
                ? Markdown.text("Les personnes habilitées peuvent assurer toutes les demi-journées prévues.")
                : Markdown.list(lacks);
    }

    /** Modules to be reviewed before they are held again, with whom each waits on. */
    public Markdown moduleCares(long key) {
        List<String> modules = tasks.vague(key).moduleCares();
        return modules.isEmpty()
                ? Markdown.text("Aucun module n'est à revoir d'après les évaluations.")
                : Markdown.list(modules);
    }

    public void remindTrainers(long key) {
        vagues.remind(key, "settleTrainers");
    }

    public String recordTrainers(long key, String choice, String motive) {
        return vagues.settleTrainers(key, choice, motive) ? "goOn" : "recheck";
    }

    public void askSchools(long key) {
        vagues.askSchools(key);
    }

    public void engageSchools(long key) {
        vagues.engageSchools(key);
    }

    public String team(long key) {
        return tasks.team(projectId(key));
    }

    public String needDue(long key) {
        return tasks.evening(projectId(key), tasks.needDue(projectId(key)));
    }

    /** @param rank 1: reminder, 2: the vague goes on without */
    public String needDate(long key, int rank) {
        return tasks.morning(projectId(key), tasks.needReview(projectId(key), rank));
    }

    public Markdown needSince(long key) {
        return Markdown.text(French.date(needs.of(key).since()));
    }

    /** Without names; {@link NeedMemory} tells them to whoever opens the form. */
    public Markdown needChanges(long key) {
        return Markdown.list(needs.of(key).changes());
    }

    public Markdown needGrid(long key) {
        return grid(needs.of(key));
    }

    /** How many planned sessions can no longer be held on their day. */
    public Markdown lateCount(long key) {
        return Markdown.text(review.late(key).count());
    }

    public Markdown lateSessions(long key) {
        return Markdown.list(review.late(key).sentences());
    }

    /** Whether the sessions wait for an amendment that gives them dates. */
    public boolean isPlanAwaited(long key) {
        return tasks.vague(key).planAwaitedSince() != null;
    }

    public boolean isLate(long key) {
        return review.late(key).count() > 0;
    }

    /** An amendment is in preparation or waits for its decision: no other can be begun. */
    public boolean isAmending(long key) {
        return review.isAmending(key);
    }

    /** Chosen already where nothing changed: one click. */
    public String usualNeedChoice(long key) {
        return usual(needs.of(key), review.late(key), review.isAmending(key));
    }

    static String usual(VagueNeed need, LateStart.Late late, boolean amending) {
        return !need.isAsPlanned() ? "" : late.count() == 0 ? "FITS" : amending ? "WAIT" : "REPLAN";
    }

    public void remindNeed(long key) {
        review.remind(key);
    }

    public void recordNeed(long key, String choice, String motive) {
        review.record(key, choice, motive);
    }

    public void noteUnreviewed(long key) {
        review.noteUnreviewed(key);
    }

    static Markdown grid(VagueNeed need) {
        return need.grid().isEmpty()
                ? Markdown.text("Aucun plan en vigueur.")
                : Markdown.list(
                        need.grid().stream().map(PlanCourse.Fit::sentence).toList());
    }

    public void openSessions(long key) {
        vagues.openSessions(key);
    }

    public boolean areSessionsDone(long key) {
        return tasks.vague(key).trainedOn() != null;
    }

    public void tellSchools(long key) {
        vagues.tellSchools(key);
    }

    public boolean areSchoolsSettled(long key) {
        return vagues.areSchoolsSettled(key);
    }

    public void stabilise(long key) {
        outcomes.settle(key);
    }

    public String stabilisedOn(long key) {
        return tasks.morning(projectId(key), outcomes.stabilisedOn(key));
    }

    public Markdown bilanSummary(long key) {
        return BilanMemory.summary(bilans, tasks, key);
    }

    public void compileBilan(long key) {
        outcomes.launchBilan(key);
    }

    public void remindDecision(long key) {
        vagues.remind(key, "decideNext");
    }

    public String recordDecision(long key, String choice, String resumesOn, String owner, String motive) {
        return outcomes.decide(
                        key,
                        Typed.code(VagueDecision.class, choice).orElse(null),
                        Typed.dateOrNull(resumesOn, "resumesOn"),
                        Typed.text(owner).isEmpty()
                                ? VagueDecision.Owner.EQUIPE
                                : Typed.code(VagueDecision.Owner.class, owner).orElse(null),
                        motive)
                .name();
    }

    public String resumesOn(long key) {
        return tasks.morning(projectId(key), tasks.vague(key).resumesOn());
    }

    public void reopenVague(long key) {
        outcomes.reopen(key);
    }

    public void closeVague(long key) {
        outcomes.close(key);
    }

    private long projectId(long key) {
        return tasks.vague(key).projectId();
    }
}
