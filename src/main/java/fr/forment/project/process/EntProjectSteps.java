package fr.forment.project.process;

import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.french.Typed;
import fr.forment.project.Framing;
import fr.forment.project.ProjectService;
import fr.forment.project.ProjectTasks;
import fr.forment.project.VagueOutcomeService;
import fr.forment.project.VagueService;
import fr.forment.project.need.TrainerDatesService;
import lombok.RequiredArgsConstructor;

/** What {@code entProject} asks. */
@ProcessSteps
@RequiredArgsConstructor
public class EntProjectSteps {

    private final ProjectService projects;
    private final TrainerDatesService trainerDates;
    private final VagueOutcomeService vagues;
    private final VagueService schools;
    private final ProjectTasks tasks;

    public String ien(long key) {
        return tasks.ien(key);
    }

    public String framers(long key) {
        return tasks.framers(key);
    }

    public Markdown title(long key) {
        return Markdown.text(tasks.project(key).title());
    }

    public String reminderDate(long key) {
        return tasks.morning(key, tasks.reminder(key));
    }

    public String overdueDate(long key) {
        return tasks.morning(key, tasks.overdue(key));
    }

    public String usualSurveyOpening(long key) {
        return tasks.usualSurveyOpening(key).toString();
    }

    public String usualSurveyDeadline(long key) {
        return tasks.usualSurveyDeadline(key).toString();
    }

    public String usualResponseThreshold(long key) {
        return String.valueOf(tasks.project(key).responseThreshold());
    }

    public String usualTeacherThreshold(long key) {
        return String.valueOf(tasks.project(key).teacherThreshold());
    }

    public void remindFraming(long key) {
        projects.remind(key, "frame");
    }

    public void recordFraming(
            long key,
            String surveyOpensOn,
            String surveyDeadline,
            String responseThreshold,
            String teacherThreshold,
            String conventionSigned,
            String trainingEnvironment) {
        projects.frame(
                key,
                new Framing(
                        Typed.dateOrNull(surveyOpensOn, "surveyOpensOn"),
                        Typed.dateOrNull(surveyDeadline, "surveyDeadline"),
                        Typed.numberOrNull(responseThreshold, "responseThreshold"),
                        Typed.numberOrNull(teacherThreshold, "teacherThreshold"),
                        Typed.flag(conventionSigned),
                        Typed.flag(trainingEnvironment)));
    }

    public void launchNeeds(long key) {
        projects.launchNeeds(key);
    }

    public void launchPlan(long key) {
        projects.launchPlan(key);
    }

    public void remindRejection(long key) {
        projects.remind(key, "decideAfterRejection");
    }

    public String recordRejection(long key, String choice, String motive) {
        return projects.decideAfterRejection(key, choice, motive) ? "redo" : "abandon";
    }

    public void proposeTrainerDates(long key) {
        trainerDates.proposeDates(key);
    }

    /** Whether the sessions of the trainers wait for an amendment that gives them dates. */
    public boolean isPlanAwaited(long key) {
        return tasks.project(key).planAwaitedSince() != null;
    }

    public void trainTrainers(long key) {
        projects.launchTrainers(key);
    }

    public void askFirstSchools(long key) {
        schools.askFirstSchools(key);
    }

    public boolean areTrainersTrained(long key) {
        return tasks.project(key).trainersTrainedOn() != null;
    }

    public boolean launchNextVague(long key) {
        return vagues.launchNext(key);
    }

    public void compileBilan(long key) {
        projects.launchBilan(key);
    }

    public void remindBilan(long key) {
        projects.remind(key, "validateBilan");
    }

    public void recordBilan(long key, String visa, String remarks) {
        projects.validateBilan(key, Typed.flag(visa), remarks);
    }

    public void enterContinuousPhase(long key) {
        projects.enterContinuousPhase(key);
    }
}
