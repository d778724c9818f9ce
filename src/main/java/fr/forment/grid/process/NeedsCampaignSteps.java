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

    public boolean isOpeningLater(String key) {
        return facts.isOpeningLater(id(key));
    }

    public String openingDate(String key) {
        return facts.openingDate(id(key));
    }

    /** True while schools are left to ask. */
    public boolean openSurveys(String key) {
        return launch.openSurveys(id(key));
    }

    public boolean isEverySchoolHeard(String key) {
        return facts.isEverySchoolHeard(id(key));
    }

    public String deadline(String key) {
        return facts.deadline(id(key));
    }

    public String reminderDate(String key, String occurrence) {
        return facts.reminderDate(id(key), Integer.parseInt(occurrence));
    }

    public void remind(String key) {
        reminders.remind(id(key));
    }

    /** True when enough schools have answered. */
    public boolean close(String key) {
        return campaigns.close(id(key));
    }

    public void alertIen(String key) {
        campaigns.alertIen(id(key));
    }

    public void escalate(String key) {
        escalation.escalate(id(key));
    }

    public boolean recordClosing(String key, String decision, String reason, String newDeadline) {
        return campaigns.recordClosing(id(key), decision, reason, newDeadline);
    }

    /** True while open tasks still tell the old deadline. */
    public boolean postponeSurveys(String key) {
        return launch.postponeSurveys(id(key));
    }

    /** True while silent surveys are left to open to those who stand in. */
    public boolean entrustSurveys(String key) {
        return escalation.entrustSurveys(id(key));
    }

    public void announceExtension(String key) {
        reminders.announceExtension(id(key));
    }

    /** True while schools are left to count. */
    public boolean countSchools(String key) {
        return runs.count(id(key));
    }

    public void consolidate(String key) {
        grid.consolidate(id(key));
    }

    /** True while surveys are left to close. */
    public boolean closeSurveys(String key) {
        return launch.closeSurveys(id(key));
    }

    public void remindReview(String key) {
        grid.remindReview(id(key));
    }

    public void recordReview(String key, String accepted, String remarks) {
        campaigns.recordReview(id(key), Boolean.parseBoolean(accepted), remarks);
    }

    public void integrate(String key) {
        campaigns.integrate(id(key));
    }

    public String ien(String key) {
        return facts.ien(id(key));
    }

    public String reviewers(String key) {
        return facts.reviewers(id(key));
    }

    public Markdown title(String key) {
        return Markdown.text(facts.title(id(key)));
    }

    public Markdown rate(String key) {
        return Markdown.text(facts.rate(id(key)));
    }

    public String decisionDue(String key) {
        return facts.decisionDue(id(key));
    }

    public String reviewDue(String key) {
        return facts.reviewDue(id(key));
    }

    public String reviewReminderDate(String key) {
        return facts.reviewReminderDate(id(key));
    }

    private static long id(String key) {
        return Long.parseLong(key);
    }
}
