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

    public String ien(String key) {
        return tasks.ien(projectId(key));
    }

    public String ienAndErun(String key) {
        return tasks.ienAndErun(projectId(key));
    }

    public Markdown title(String key) {
        return Markdown.text(tasks.vagueTitle(id(key)));
    }

    public Markdown projectLink(String key) {
        return Markdown.text(projectId(key));
    }

    public Markdown rank(String key) {
        return Markdown.text(tasks.vague(id(key)).rank());
    }

    public String reminderDate(String key) {
        return tasks.morning(projectId(key), tasks.reminder(projectId(key)));
    }

    public String decisionDue(String key) {
        return tasks.morning(projectId(key), outcomes.decisionDue(id(key)));
    }

    public boolean checkTrainers(String key) {
        return vagues.checkTrainers(id(key));
    }

    /** How many trainings of trainers are missing; who they are stands on the project's page. */
    public Markdown missingTrainings(String key) {
        return Markdown.text(tasks.trainerGaps(id(key)));
    }

    public void remindTrainers(String key) {
        vagues.remind(id(key), "settleTrainers");
    }

    public String recordTrainers(String key, String choice, String motive) {
        return vagues.settleTrainers(id(key), choice, motive) ? "goOn" : "recheck";
    }

    public void engageSchools(String key) {
        vagues.engageSchools(id(key));
    }

    public void openSessions(String key) {
        vagues.openSessions(id(key));
    }

    public boolean areSessionsDone(String key) {
        return tasks.vague(id(key)).trainedOn() != null;
    }

    public void tellSchools(String key) {
        vagues.tellSchools(id(key));
    }

    public boolean areSchoolsSettled(String key) {
        return vagues.areSchoolsSettled(id(key));
    }

    public void stabilise(String key) {
        outcomes.settle(id(key));
    }

    public String stabilisedOn(String key) {
        return tasks.morning(projectId(key), outcomes.stabilisedOn(id(key)));
    }

    public void compileBilan(String key) {
        outcomes.launchBilan(id(key));
    }

    public void remindDecision(String key) {
        vagues.remind(id(key), "decideNext");
    }

    public String recordDecision(String key, String choice, String resumesOn, String motive) {
        return outcomes.decide(
                        id(key),
                        Typed.code(VagueDecision.class, choice).orElse(null),
                        Typed.dateOrNull(resumesOn),
                        motive)
                .name();
    }

    public String resumesOn(String key) {
        return tasks.morning(projectId(key), tasks.vague(id(key)).resumesOn());
    }

    public void closeVague(String key) {
        outcomes.close(id(key));
    }

    private long projectId(String key) {
        return tasks.vague(id(key)).projectId();
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }
}
