package fr.forment.campaign;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.french.French;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import fr.forment.survey.SurveyRepository;
import fr.forment.territory.PlaceClocks;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the process of a campaign asks without changing anything. Times are ISO, within the hours of a school day. */
@Component
@RequiredArgsConstructor
public class CampaignFacts {

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final CampaignCounts counts;
    private final CampaignDates dates;
    private final Projects projects;
    private final PlaceClocks clocks;

    public boolean isOpeningLater(long campaignId) {
        return campaign(campaignId)
                .opensOn()
                .isAfter(clocks.today(campaign(campaignId).circonscriptionUai()));
    }

    public String openingDate(long campaignId) {
        return iso(campaignId, campaign(campaignId).opensOn().atTime(Reminders.MORNING));
    }

    public String deadline(long campaignId) {
        return iso(campaignId, campaign(campaignId).deadlineTime());
    }

    public boolean isEverySchoolHeard(long campaignId) {
        return surveys.someSilent(campaignId, 1).isEmpty();
    }

    /** @param occurrence rank in {@code reminderPolicy.dmn}, subject needsSurvey */
    public String reminderDate(long campaignId, int occurrence) {
        return iso(campaignId, dates.on(Reminder.NEEDS_SURVEY, occurrence, campaign(campaignId)));
    }

    public String decisionDue(long campaignId) {
        return iso(campaignId, dates.decisionDue(campaign(campaignId)));
    }

    public String reviewDue(long campaignId) {
        return iso(campaignId, dates.reviewDue(campaign(campaignId)));
    }

    public String reviewReminderDate(long campaignId) {
        return iso(campaignId, dates.reviewReminder(campaign(campaignId)));
    }

    public String lateTask(long campaignId, int rank) {
        return iso(campaignId, dates.lateTask(campaign(campaignId), rank));
    }

    public String ien(long campaignId) {
        return Groups.of(Role.IEN, campaign(campaignId).circonscriptionUai());
    }

    public String reviewers(long campaignId) {
        String uai = campaign(campaignId).circonscriptionUai();
        return Groups.of(Role.CPC, uai) + "," + Groups.of(Role.ERUN, uai);
    }

    public String title(long campaignId) {
        return titleOf(campaign(campaignId));
    }

    /** Its own title, or that of the project it serves. */
    public String titleOf(Campaign campaign) {
        return campaign.title() != null
                ? campaign.title()
                : projects.find(campaign.projectId()).map(Project::title).orElse("");
    }

    /** As {@link #titleOf}, by campaign. */
    public Map<Long, String> titlesOf(Collection<Campaign> some) {
        Map<Long, String> ofProjects = projects.titles(some.stream()
                .filter(campaign -> campaign.title() == null)
                .map(Campaign::projectId)
                .toList());
        return some.stream()
                .collect(Collectors.toMap(
                        Campaign::id,
                        campaign -> campaign.title() != null
                                ? campaign.title()
                                : ofProjects.getOrDefault(campaign.projectId(), "")));
    }

    /** Nobody waits for its answers any more: it was given up, or the project that it serves. */
    public boolean isAbandoned(Campaign campaign) {
        return !abandoned(List.of(campaign)).isEmpty();
    }

    /** As {@link #isAbandoned}: the ids of those, of these, that are. */
    public Set<Long> abandoned(Collection<Campaign> some) {
        Set<Long> given = projects.abandoned(some.stream()
                .map(Campaign::projectId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return some.stream()
                .filter(campaign ->
                        campaign.state() == CampaignState.ABANDONNEE || given.contains(campaign.projectId()))
                .map(Campaign::id)
                .collect(Collectors.toSet());
    }

    /** "31 écoles sur 40 (77 %)". */
    public String rate(long campaignId) {
        ResponseRate rate = counts.rate(campaignId);
        return French.count(rate.answered(), "école") + " sur " + rate.expected() + " (" + rate.percent() + " %)";
    }

    private String iso(long campaignId, LocalDateTime moment) {
        return clocks.iso(campaign(campaignId).circonscriptionUai(), moment);
    }

    private Campaign campaign(long campaignId) {
        return campaigns.findById(campaignId).orElseThrow();
    }
}
