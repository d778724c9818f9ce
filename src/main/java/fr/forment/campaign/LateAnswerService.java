package fr.forment.campaign;

import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.french.French;
import fr.forment.journal.Journal;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.survey.Answers;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyRepository;
import fr.forment.survey.TypedValues;
import fr.forment.survey.UnsentAnswer;
import fr.forment.survey.UnsentAnswers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An answer to a survey that is over, or the draft of one that was never sent. It does not count, and whoever sent it
 * is told so, since when and whom to call; what was typed is kept beside the survey, to be read and printed.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class LateAnswerService {

    private static final String ABANDONED =
            "La campagne est abandonnée : votre réponse n'est pas enregistrée, rien ne vous est plus demandé.";
    /** Characters there is room for. */
    private static final int MOST = 20_000;

    private final SurveyRepository surveys;
    private final CampaignRepository campaigns;
    private final UnsentAnswers unsent;
    private final SurveyFacts facts;
    private final CampaignFacts campaignFacts;
    private final CampaignQuestions questions;
    private final Journal journal;
    private final Agents agents;
    private final SignedIn me;
    private final Clock clock;

    /**
     * @param sent question to value, as the form sent them; empty when nothing was sent
     * @return what to tell the person; empty for who could not have answered, and for a survey that was answered
     */
    public Optional<String> refuse(long surveyId, Map<String, ?> sent) {
        return surveys.findById(surveyId).filter(this::isMine).flatMap(survey -> {
            Campaign campaign = campaigns.findById(survey.campaignId()).orElseThrow();
            return switch (survey.state()) {
                case SANS_REPONSE ->
                    Optional.of(campaignFacts.isAbandoned(campaign) ? ABANDONED : tooLate(survey, campaign, sent));
                case ECOLE_FERMEE ->
                    Optional.of("L'école est fermée : l'enquête est arrêtée, votre réponse n'est pas enregistrée.");
                case INVITE -> campaignFacts.isAbandoned(campaign) ? Optional.of(ABANDONED) : Optional.empty();
                default -> Optional.empty();
            };
        });
    }

    /** A draft only for those who could have sent it. */
    @Transactional(readOnly = true)
    public Optional<UnsentAnswer> kept(long surveyId) {
        return unsent.find(surveyId)
                .filter(answer -> answer.sent()
                        || surveys.findById(surveyId).filter(this::isMine).isPresent());
    }

    /** @param typed question to value, as the form left them when its task went */
    public void keepDraft(long surveyId, OffsetDateTime at, String by, Map<String, ?> typed) {
        surveys.findById(surveyId)
                .filter(survey -> !survey.isAnswered())
                .ifPresent(survey -> keep(
                        survey,
                        at,
                        by,
                        false,
                        campaigns.findById(survey.campaignId()).orElseThrow(),
                        typed));
    }

    private String tooLate(Survey survey, Campaign campaign, Map<String, ?> sent) {
        boolean isKept = !sent.isEmpty() && keep(survey, OffsetDateTime.now(clock), me.login(), true, campaign, sent);
        return "L'enquête a été close et ses réponses traitées"
                + closedOn(campaign).map(day -> " le " + French.day(day)).orElse("")
                + " : votre réponse arrive après et n'est pas comptée. Votre école est estimée d'après la liste du personnel ; pour faire corriger la"
                + " grille, appelez l'E-RUN"
                + erun(survey).map(who -> ", " + who).orElse("") + "."
                + (isKept
                        ? " Ce que vous avez saisi n'est pas perdu : vous le relisez et l'imprimez depuis « Enquêtes de mon école »."
                        : "");
    }

    private boolean keep(
            Survey survey, OffsetDateTime at, String by, boolean isSent, Campaign campaign, Map<String, ?> values) {
        Map<String, String> typed =
                new TypedValues(questions.of(campaign, facts.circonscription(survey)), values).typed();
        String chosen = typed.remove("resourcePersonChoice"); // a person stands there by name only where she agreed
        if (chosen != null && "true".equals(typed.get("resourcePersonConsent"))) {
            agents.inSchool(survey.schoolUai()).stream()
                    .filter(agent -> chosen.equals(String.valueOf(agent.id())))
                    .forEach(agent -> typed.put(Answers.RESOURCE_PERSON, chosen));
        }
        Answers answers = new Answers(typed);
        boolean fits = answers.toJson().length() <= MOST;
        if (fits) {
            unsent.keep(new UnsentAnswer(survey.id(), at, by, isSent, answers));
        }
        return fits;
    }

    private Optional<LocalDate> closedOn(Campaign campaign) {
        return journal.of(CampaignEvent.KIND, campaign.id()).stream()
                .filter(entry -> entry.what().equals(CampaignEvent.CONSOLIDATED.name()))
                .reduce((before, after) -> after)
                .map(entry -> entry.at().atZone(clock.getZone()).toLocalDate());
    }

    private Optional<String> erun(Survey survey) {
        return agents.withRole(Role.ERUN, facts.circonscription(survey)).stream()
                .findFirst()
                .map(Agent::fullName);
    }

    private boolean isMine(Survey survey) {
        return me.has(Role.DIRECTEUR, survey.schoolUai())
                || survey.backup() != null && me.has(survey.backup(), facts.circonscription(survey));
    }
}
