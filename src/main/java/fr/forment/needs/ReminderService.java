package fr.forment.needs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import fr.forment.staff.Agents;
import fr.forment.staff.Role;
import fr.forment.staff.SignedIn;
import fr.forment.territory.Schools;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds the silent schools, in rounds: one transaction, and one key per school and round, so that nobody gets the same letter twice. A
 * school that was written to in the last five school days is left in peace.
 */
@Service
@Transactional
public class ReminderService {

    /** @param rested left out because they were written to a short time ago */
    public record Outcome(int written, int rested) {
    }

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final Contacts contacts;
    private final CampaignHistory history;
    private final CampaignDates dates;
    private final NeedsProcess process;
    private final NeedsMails mails;
    private final Schools schools;
    private final Agents agents;
    private final SignedIn me;
    private final Clock clock;

    ReminderService(CampaignRepository campaigns, SurveyRepository surveys, Contacts contacts, CampaignHistory history, CampaignDates dates,
            NeedsProcess process, NeedsMails mails, Schools schools, Agents agents, SignedIn me, Clock clock) {
        this.campaigns = campaigns;
        this.surveys = surveys;
        this.contacts = contacts;
        this.history = history;
        this.dates = dates;
        this.process = process;
        this.mails = mails;
        this.schools = schools;
        this.agents = agents;
        this.me = me;
        this.clock = clock;
    }

    /** Every silent school. */
    public Outcome remind(long campaignId) {
        return remind(campaignId, contact -> true);
    }

    /** The silent ones among these surveys. */
    public Outcome remind(long campaignId, Collection<Long> surveyIds) {
        Set<Long> chosen = Set.copyOf(surveyIds);
        return remind(campaignId, contact -> chosen.contains(contact.surveyId()));
    }

    private Outcome remind(long campaignId, Predicate<Contact> chosen) {
        Campaign campaign = lock(campaignId);
        if (!campaign.state().takesAnswers()) {
            return new Outcome(0, 0);
        }
        List<Contact> silent = contacts.silent(campaignId).stream().filter(chosen).toList();
        List<Contact> due = silent.stream().filter(contact -> dates.isRested(campaign, contact.lastLetter())).toList();
        if (!due.isEmpty()) {
            int round = nextRound(campaign, due);
            var places = schools.findAll(due.stream().map(Contact::schoolUai).toList());
            due.forEach(contact -> mails.reminded(campaign, contact, round, places.get(contact.schoolUai())));
            history.add(campaignId, CampaignEvent.REMINDED, null, null, due.size() + " écoles, relance n° " + round);
        }
        return new Outcome(due.size(), silent.size() - due.size());
    }

    /** The silent learn that they have more time: a letter like the others, so the next one comes five school days later at the earliest. */
    public void announceExtension(long campaignId) {
        Campaign campaign = lock(campaignId);
        List<Contact> silent = contacts.silent(campaignId);
        if (!silent.isEmpty()) {
            int round = nextRound(campaign, silent);
            var places = schools.findAll(silent.stream().map(Contact::schoolUai).toList());
            silent.forEach(contact -> mails.extended(campaign, contact, round, places.get(contact.schoolUai())));
        }
    }

    /** The E-RUN takes over: sees and may answer the surveys still open. Where there is none, the CPC do. The IEN is asked again to decide. */
    public void escalate(long campaignId) {
        Campaign campaign = lock(campaignId);
        List<Survey> silent = surveys.silent(campaignId);
        if (silent.isEmpty()) {
            return;
        }
        Role backup = agents.withRole(Role.ERUN, campaign.circonscriptionUai()).isEmpty() ? Role.CPC : Role.ERUN;
        silent.forEach(survey -> {
            survey.entrustTo(backup);
            process.entrusted(survey.id(), backup, campaign.circonscriptionUai());
        });
        surveys.saveAll(silent);
        mails.escalated(campaign, backup, schools.findAll(silent.stream().map(Survey::schoolUai).toList()).values());
        history.add(campaignId, CampaignEvent.ESCALATED, null, null, silent.size() + " écoles");
    }

    private int nextRound(Campaign campaign, List<Contact> due) {
        int round = campaign.nextRound();
        campaigns.save(campaign);
        contacts.note(due.stream().map(Contact::surveyId).toList(), round, LocalDate.now(clock), me.login());
        return round;
    }

    private Campaign lock(long campaignId) {
        return campaigns.findWithLockById(campaignId).orElseThrow();
    }
}
