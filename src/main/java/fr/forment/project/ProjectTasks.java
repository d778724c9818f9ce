package fr.forment.project;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.territory.PlaceClocks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the tasks of a project and of its vagues show, whom they are for and when they are reminded. */
@Component
@RequiredArgsConstructor
public class ProjectTasks {

    private final ProjectRepository projects;
    private final VagueRepository vagues;
    private final TrainerReadiness trainers;
    private final ProjectDraft draft;
    private final Reminders reminders;
    private final Clock clock;
    private final PlaceClocks clocks;

    public Project project(long projectId) {
        return projects.findById(projectId).orElseThrow();
    }

    public Vague vague(long vagueId) {
        return vagues.findById(vagueId).orElseThrow();
    }

    /** Group of those who decide. */
    public String ien(long projectId) {
        return Groups.of(Role.IEN, project(projectId).circonscriptionUai());
    }

    public String ienAndErun(long projectId) {
        return ien(projectId) + "," + Groups.of(Role.ERUN, project(projectId).circonscriptionUai());
    }

    /** Those who work on needs and plans. */
    public String team(long projectId) {
        String circonscription = project(projectId).circonscriptionUai();
        return Groups.of(Role.ERUN, circonscription) + "," + Groups.of(Role.CPC, circonscription) + ","
                + Groups.of(Role.IEN, circonscription);
    }

    /** The framing is also open to the IEN in charge of digital matters, who leads projects in the département. */
    public String framers(long projectId) {
        return ien(projectId) + ","
                + Groups.of(
                        Role.IEN_NUMERIQUE,
                        draft.circonscription(project(projectId).circonscriptionUai())
                                .departementCode());
    }

    public String vagueTitle(long vagueId) {
        Vague vague = vague(vagueId);
        return vague.title() + ", " + project(vague.projectId()).title();
    }

    public int trainerGaps(long vagueId) {
        return trainers.gaps(project(vague(vagueId).projectId()).circonscriptionUai())
                .size();
    }

    /** Which trainings of trainers are missing, by function; without names, which a form does not show to everybody. */
    public List<String> missingTrainings(long vagueId) {
        return trainers.gaps(project(vague(vagueId).projectId()).circonscriptionUai()).stream()
                .map(gap -> gap.moduleTitle() + " : "
                        + (gap.agentId() == null ? "personne n'est habilité ni désigné" : "à suivre") + " ("
                        + gap.function().label() + ")")
                .distinct()
                .toList();
    }

    /** The first school day that leaves the IEN a school week. */
    public LocalDate reminder(long projectId) {
        return schoolDaysFromNow(projectId, OpeningDates.FIRST_REMINDER);
    }

    /** From today: 1 the reminder, 2 the end of waiting for the review of a vague's need. */
    public LocalDate needReview(long projectId, int rank) {
        return schoolDaysFromNow(projectId, reminders.offset(Reminder.NEED_REVIEW, rank));
    }

    /** The last day for the review of a vague's need. */
    public LocalDate needDue(long projectId) {
        return schoolDaysFromNow(projectId, reminders.offset(Reminder.NEED_REVIEW, 2) - 1);
    }

    /** When whoever answers for the IEN hears of a task that is still not done though the IEN was reminded. */
    public LocalDate overdue(long projectId) {
        return schoolDaysFromNow(projectId, reminders.offset(Reminder.LATE_TASK, 2));
    }

    /** The same where the reminder does not leave the usual time after the task was asked. */
    public LocalDate overdueAfter(long projectId, LocalDate reminded) {
        return reminders.day(
                draft.circonscription(project(projectId).circonscriptionUai()).zone(),
                reminded,
                reminders.offset(Reminder.LATE_TASK, 1));
    }

    /** For the engine, by the clock of the circonscription: the end of that day. */
    public String evening(long projectId, LocalDate day) {
        return clocks.iso(project(projectId).circonscriptionUai(), day.atTime(Reminders.EVENING));
    }

    /** For the engine, by the clock of the circonscription. */
    public String morning(long projectId, LocalDate day) {
        return clocks.iso(project(projectId).circonscriptionUai(), day.atTime(Reminders.MORNING));
    }

    public LocalDate usualSurveyOpening(long projectId) {
        return schoolDaysFromNow(projectId, 1);
    }

    /** Three school weeks to answer. */
    public LocalDate usualSurveyDeadline(long projectId) {
        return schoolDaysFromNow(projectId, 16);
    }

    private LocalDate schoolDaysFromNow(long projectId, int days) {
        return reminders.day(
                draft.circonscription(project(projectId).circonscriptionUai()).zone(), LocalDate.now(clock), days);
    }
}
