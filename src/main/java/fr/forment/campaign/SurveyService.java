package fr.forment.campaign;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.people.DirectorChanged;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyAnswer;
import fr.forment.survey.SurveyAnswers;
import fr.forment.survey.SurveyRepository;
import fr.forment.survey.UnsentAnswers;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.School;
import fr.forment.territory.SchoolClosed;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The survey of one school: answered once, or closed. */
@Service
@Transactional
@RequiredArgsConstructor
public class SurveyService {

    private final CampaignRepository campaigns;
    private final SurveyRepository surveys;
    private final SurveyAnswers answers;
    private final UnsentAnswers unsent;
    private final CampaignCounts counts;
    private final SurveyFacts facts;
    private final AnswerReader reader;
    private final Journal journal;
    private final NeedsProcess process;
    private final NeedsMails mails;
    private final Schools schools;
    private final ApplicationEventPublisher events;
    private final SignedIn me;
    private final Clock clock;
    private final PlaceClocks clocks;

    /**
     * Keeps the answers of a school; late ones count until the campaign is consolidated.
     *
     * @param typed question to value, as the form sent them
     * @throws Refusal when something does not fit, when the survey was answered already, or when it is too late
     */
    public void record(long surveyId, Map<String, ?> typed) {
        Survey survey = surveys.findById(surveyId).orElseThrow();
        Campaign campaign =
                campaigns.findWithSharedLockById(survey.campaignId()).orElseThrow();
        if (survey.isAnswered()) {
            throw new Refusal("Cette enquête est déjà traitée : une réponse a été enregistrée"
                    + answers.find(surveyId)
                            .map(first -> " le " + French.stamp(first.at()))
                            .orElse("")
                    + ". Rien n'a été enregistré une seconde fois.");
        }
        if (!survey.isSilent() || !survey.isApart() && !campaign.state().takesAnswers()) {
            throw new Refusal(
                    "Les réponses sont dépouillées depuis : votre réponse ne peut plus compter. Votre école est estimée d'après la"
                            + " liste du personnel ; signalez un écart à l'E-RUN, qui peut corriger la grille.");
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        add(new SurveyAnswer(
                surveyId,
                now,
                me.login(),
                campaign.isLate(survey, clocks.now(survey.schoolUai())),
                reader.read(campaign, survey.schoolUai(), typed)));
        survey.answer();
        surveys.save(survey);
        counts.answered(survey, campaign.isLate(survey, clocks.now(survey.schoolUai())));
        journal.add(JournalEntry.of(Survey.JOURNAL, survey.schoolUai()).what("Enquête de besoins remplie"));
        events.publishEvent(new SchoolAnswered(campaign.id(), surveyId));
    }

    public void thank(long surveyId) {
        Survey survey = surveys.findById(surveyId).orElseThrow();
        mails.thanked(
                campaign(survey), survey, school(survey), answers.find(surveyId).orElseThrow());
    }

    /** Run once the answer is there for everybody to see: of several last answers, one at least finds nobody silent. */
    public void tellCampaign(long surveyId) {
        Survey survey = surveys.findById(surveyId).orElseThrow();
        if (surveys.someSilent(survey.campaignId(), 1).isEmpty()) {
            process.everySchoolHeard(survey.campaignId());
        }
    }

    public void markUnanswered(long surveyId) {
        Survey survey = surveys.findById(surveyId).orElseThrow();
        survey.closeUnanswered();
        surveys.save(survey);
    }

    public void sayClosed(long surveyId) {
        Survey survey = surveys.findById(surveyId).orElseThrow();
        mails.closedUnanswered(
                campaign(survey), survey, school(survey), unsent.find(surveyId).isPresent());
    }

    /** A closed school is asked nothing more; the campaign goes on without it. */
    @EventListener
    public void on(SchoolClosed closed) {
        for (Survey survey : surveys.silentOfSchools(List.of(closed.uai()))) {
            survey.closeWithSchool();
            surveys.save(survey);
            counts.closedSchool(survey);
            process.surveyDropped(survey.id(), "École fermée");
            journal.add(
                    survey.campaignId(),
                    CampaignEvent.SCHOOL_CLOSED,
                    school(survey).displayName(),
                    null,
                    null);
            tellCampaign(survey.id());
        }
    }

    /**
     * A new director finds the survey in his tasks, and in the one letter about all that waits there; when nobody
     * follows, the IEN gets it.
     */
    @EventListener
    public void on(DirectorChanged change) {
        for (Survey survey : surveys.silentOfSchools(List.of(change.uai()))) {
            Campaign campaign = campaign(survey);
            if (change.toAgentId() == null) {
                survey.entrustTo(Role.IEN);
                process.entrusted(survey.id(), Role.IEN, facts.circonscription(survey));
                mails.invited(campaign, survey, school(survey));
            } else if (survey.isDirectionVacant()) {
                survey.entrustTo(null);
            }
            surveys.save(survey);
        }
    }

    private void add(SurveyAnswer answer) {
        try {
            answers.add(answer);
        } catch (DuplicateKeyException atOnce) {
            throw new Refusal(
                    "Cette enquête est déjà traitée : quelqu'un d'autre y a répondu au même instant. Rien n'a été enregistré une"
                            + " seconde fois.");
        }
    }

    private Campaign campaign(Survey survey) {
        return campaigns.findById(survey.campaignId()).orElseThrow();
    }

    private School school(Survey survey) {
        return schools.find(survey.schoolUai()).orElseThrow();
    }
}
