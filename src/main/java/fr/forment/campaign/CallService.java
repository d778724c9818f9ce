package fr.forment.campaign;

import fr.forment.account.SignedIn;
import fr.forment.french.Refusal;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyRepository;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A director wishes to be called, the E-RUN calls. Whether the person may was checked before. */
@Service
@Transactional
@RequiredArgsConstructor
public class CallService {

    private final SurveyRepository surveys;
    private final CampaignRepository campaigns;
    private final SurveyFacts facts;
    private final Calls calls;
    private final NeedsMails mails;
    private final SignedIn me;

    /** @throws Refusal when something is missing, or the survey waits for nobody any more */
    public void wish(long surveyId, String slot, String phone) {
        Survey survey = surveys.findById(surveyId).orElseThrow();
        if (!survey.isSilent()) {
            throw new Refusal("Cette enquête n'attend plus de réponse : vous n'avez plus rien à faire.");
        }
        String number = phone == null ? "" : phone.strip();
        if (!number.matches("\\+?[0-9][0-9 .]{8,18}")) {
            throw new Refusal("Indiquez le numéro de l'école où vous appeler, par exemple 02 99 00 00 00.");
        }
        Calls.Slot chosen;
        try {
            chosen = Calls.Slot.valueOf(slot == null ? "" : slot);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("Choisissez un moment où vous appeler.");
        }
        calls.wish(surveyId, chosen, number, me.login());
        Campaign campaign = campaigns.findById(survey.campaignId()).orElseThrow();
        mails.callWished(campaign, survey, facts.circonscription(survey), facts.schoolName(surveyId), chosen);
    }

    public void done(long surveyId) {
        calls.done(surveyId, me.login());
    }
}
