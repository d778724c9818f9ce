package fr.forment.project.process;

import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.Typed;
import fr.forment.project.ProjectTasks;
import fr.forment.project.VagueDecision;
import fr.forment.project.VagueOutcomeService;
import fr.forment.project.VagueService;
import lombok.RequiredArgsConstructor;

/** What {@code vague} asks. */
@ProcessSteps
@RequiredArgsConstructor
public class VagueSteps {

    private final VagueService vagues;
    private final VagueOutcomeService outcomes;
    private final ProjectTasks tasks;

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

    public boolean checkTrainers(long key) {
        return vagues.checkTrainers(key);
    }

    /** How many trainings of trainers are missing; who they are stands on the project's page. */
    public Markdown missingTrainings(long key) {
        return Markdown.text(tasks.trainerGaps(key));
    }

    public void remindTrainers(long key) {
        vagues.remind(key, "settleTrainers");
    }

    public String recordTrainers(long key, String choice, String motive) {
        return vagues.settleTrainers(key, choice, motive) ? "goOn" : "recheck";
    }

    public void engageSchools(long key) {
        vagues.engageSchools(key);
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

    public void compileBilan(long key) {
        outcomes.launchBilan(key);
    }

    public void remindDecision(long key) {
        vagues.remind(key, "decideNext");
    }

    public String recordDecision(long key, String choice, String resumesOn, String motive) {
        return outcomes.decide(
                        key, Typed.code(VagueDecision.class, choice).orElse(null), Typed.dateOrNull(resumesOn), motive)
                .name();
    }

    public String resumesOn(long key) {
        return tasks.morning(projectId(key), tasks.vague(key).resumesOn());
    }

    public void closeVague(long key) {
        outcomes.close(key);
    }

    private long projectId(long key) {
        return tasks.vague(key).projectId();
    }
}
