package fr.forment.grid.process;

import fr.forment.campaign.CampaignFacts;
import fr.forment.campaign.CampaignService;
import fr.forment.campaign.EscalationService;
import fr.forment.campaign.LaunchService;
import fr.forment.campaign.ReminderService;
import fr.forment.engine.Markdown;
import fr.forment.engine.ProcessSteps;
import fr.forment.grid.GridRunService;
import fr.forment.grid.GridService;
import lombok.RequiredArgsConstructor;

/** What {@code needsCampaign} asks. */
@ProcessSteps
@RequiredArgsConstructor
public class NeedsCampaignSteps {

    private final CampaignService campaigns;
    private final LaunchService launch;
    private final ReminderService reminders;
    private final EscalationService escalation;
    private final GridService grid;
    private final GridRunService runs;
    private final CampaignFacts facts;

    public boolean isOpeningLater(long key) {
        return facts.isOpeningLater(key);
    }

    public String openingDate(long key) {
        return facts.openingDate(key);
    }

    /** True while schools are left to ask. */
    public boolean openSurveys(long key) {
        return launch.openSurveys(key);
    }

    public boolean isEverySchoolHeard(long key) {
        return facts.isEverySchoolHeard(key);
    }

    public String deadline(long key) {
        return facts.deadline(key);
    }

    public String reminderDate(long key, int occurrence) {
        return facts.reminderDate(key, occurrence);
    }

    public void remind(long key) {
        reminders.remind(key);
    }

    /** True when enough schools have answered. */
    public boolean close(long key) {
        return campaigns.close(key);
    }

    public void alertIen(long key) {
        campaigns.alertIen(key);
    }

    public void escalate(long key) {
        escalation.escalate(key);
    }

    public boolean recordClosing(long key, String decision, String reason, String newDeadline) {
        return campaigns.recordClosing(key, decision, reason, newDeadline);
    }

    /** True while open tasks still tell the old deadline. */
    public boolean postponeSurveys(long key) {
        return launch.postponeSurveys(key);
    }

    /** True while silent surveys are left to open to those who stand in. */
    public boolean entrustSurveys(long key) {
        return escalation.entrustSurveys(key);
    }

    public void announceExtension(long key) {
        reminders.announceExtension(key);
    }

    /** True while schools are left to count. */
    public boolean countSchools(long key) {
        return runs.count(key);
    }

    public void consolidate(long key) {
        grid.consolidate(key);
    }

    /** True while surveys are left to close. */
    public boolean closeSurveys(long key) {
        return launch.closeSurveys(key);
    }

    public void remindReview(long key) {
        grid.remindReview(key);
    }

    public void recordReview(long key, String accepted, String remarks) {
        campaigns.recordReview(key, Boolean.parseBoolean(accepted), remarks);
    }

    public void integrate(long key) {
        campaigns.integrate(key);
    }

    public String ien(long key) {
        return facts.ien(key);
    }

    public String reviewers(long key) {
        return facts.reviewers(key);
    }

    public Markdown title(long key) {
        return Markdown.text(facts.title(key));
    }

    public Markdown rate(long key) {
        return Markdown.text(facts.rate(key));
    }

    public String decisionDue(long key) {
        return facts.decisionDue(key);
    }

    public String reviewDue(long key) {
        return facts.reviewDue(key);
    }

    public String reviewReminderDate(long key) {
        return facts.reviewReminderDate(key);
    }

    public String reviewOverdueDate(long key) {
        return facts.lateTask(key, 2);
    }

    /** @param rank 1: reminder, 2: the département hears */
    public String closingDate(long key, int rank) {
        return facts.lateTask(key, rank);
    }
}
