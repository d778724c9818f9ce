package fr.forment.project.process;

import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.Typed;
import fr.forment.project.Framing;
import fr.forment.project.ProjectService;
import fr.forment.project.ProjectTasks;
import fr.forment.project.VagueOutcomeService;
import lombok.RequiredArgsConstructor;

/** What {@code entProject} asks. */
@ProcessSteps
@RequiredArgsConstructor
public class EntProjectSteps {

    private final ProjectService projects;
    private final VagueOutcomeService vagues;
    private final ProjectTasks tasks;

    public String ien(String key) {
        return tasks.ien(id(key));
    }

    public String framers(String key) {
        return tasks.framers(id(key));
    }

    public Markdown title(String key) {
        return Markdown.text(tasks.project(id(key)).title());
    }

    public String reminderDate(String key) {
        return tasks.morning(id(key), tasks.reminder(id(key)));
    }

    public String usualSurveyOpening(String key) {
        return tasks.usualSurveyOpening(id(key)).toString();
    }

    public String usualSurveyDeadline(String key) {
        return tasks.usualSurveyDeadline(id(key)).toString();
    }

    public String usualResponseThreshold(String key) {
        return String.valueOf(tasks.project(id(key)).responseThreshold());
    }

    public String usualTeacherThreshold(String key) {
        return String.valueOf(tasks.project(id(key)).teacherThreshold());
    }

    public void remindFraming(String key) {
        projects.remind(id(key), "frame");
    }

    public void recordFraming(
            String key,
            String surveyOpensOn,
            String surveyDeadline,
            String responseThreshold,
            String teacherThreshold,
            String conventionSigned,
            String trainingEnvironment) {
        projects.frame(
                id(key),
                new Framing(
                        Typed.dateOrNull(surveyOpensOn),
                        Typed.dateOrNull(surveyDeadline),
                        Typed.numberOrNull(responseThreshold),
                        Typed.numberOrNull(teacherThreshold),
                        Typed.flag(conventionSigned),
                        Typed.flag(trainingEnvironment)));
    }

    public void launchNeeds(String key) {
        projects.launchNeeds(id(key));
    }

    public void launchPlan(String key) {
        projects.launchPlan(id(key));
    }

    public void remindRejection(String key) {
        projects.remind(id(key), "decideAfterRejection");
    }

    public String recordRejection(String key, String choice, String motive) {
        return projects.decideAfterRejection(id(key), choice, motive) ? "redo" : "abandon";
    }

    public void trainTrainers(String key) {
        projects.launchTrainers(id(key));
    }

    public boolean areTrainersTrained(String key) {
        return tasks.project(id(key)).trainersTrainedOn() != null;
    }

    public boolean launchNextVague(String key) {
        return vagues.launchNext(id(key));
    }

    public void compileBilan(String key) {
        projects.launchBilan(id(key));
    }

    public void remindBilan(String key) {
        projects.remind(id(key), "validateBilan");
    }

    public void recordBilan(String key, String visa, String remarks) {
        projects.validateBilan(id(key), Typed.flag(visa), remarks);
    }

    public void enterContinuousPhase(String key) {
        projects.enterContinuousPhase(id(key));
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }
}
