package fr.forment.campaign;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.catalogue.Reminder;
import fr.forment.catalogue.Reminders;
import fr.forment.engine.Markdown;
import fr.forment.french.FormChoices;
import fr.forment.french.French;
import fr.forment.people.Agents;
import fr.forment.survey.KnownFacts;
import fr.forment.survey.LastAnswer;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyContent;
import fr.forment.survey.SurveyContents;
import fr.forment.territory.PlaceClocks;
import fr.forment.territory.School;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the process and the page of a survey ask without changing anything. */
@Component
@RequiredArgsConstructor
public class SurveyFacts {

    private static final int TITLE = 60;

    private final Glance glance;
    private final KnownFacts known;
    private final LastAnswer last;
    private final CampaignQuestions questions;
    private final SurveyContents contents;
    private final Agents agents;
    private final NeedsProcess process;
    private final PlaceClocks clocks;
    private final CampaignDates dates;

    /** The director of the school, whoever it is; where there is none, the IEN too. */
    public String recipients(long surveyId) {
        Survey survey = survey(surveyId);
        String director = Groups.of(Role.DIRECTEUR, survey.schoolUai());
        return survey.backup() == null
                ? director
                : director + "," + Groups.of(survey.backup(), circonscription(survey));
    }

    public String dueDate(long surveyId) {
        Survey survey = survey(surveyId);
        return clocks.iso(survey.schoolUai(), campaign(survey).deadline(survey).atTime(Reminders.EVENING));
    }

    /** @param rank in {@code reminderPolicy.dmn}, counted from the last day of the school */
    public String reminderDate(long surveyId, int rank) {
        Survey survey = survey(surveyId);
        Campaign campaign = campaign(survey);
        return clocks.iso(
                survey.schoolUai(), dates.on(Reminder.NEEDS_SURVEY, rank, campaign, campaign.deadline(survey)));
    }

    /** Of which campaign it is, short enough for the name of a task: a director may have had another. */
    public String campaignTitle(long surveyId) {
        String title = glance.title(survey(surveyId));
        return title.length() <= TITLE ? title : title.substring(0, TITLE - 1).strip() + "…";
    }

    public String schoolName(long surveyId) {
        return school(surveyId).displayName();
    }

    /**
     * What fills the form at the moment it is opened: what this campaign asks, the facts as they are today, what the
     * school said last time where that holds, and the names it may choose from. None of it enters the engine.
     */
    public Map<String, Object> remembered(long surveyId) {
        Survey survey = survey(surveyId);
        School school = school(surveyId);
        SurveyContent content = contents.of(survey.campaignId());
        Map<String, Object> values = new LinkedHashMap<>(last.of(survey, questions.of(campaign(survey))));
        values.putAll(known.of(school));
        values.put("surveyId", String.valueOf(surveyId));
        values.put("campaignTitle", Markdown.text(glance.title(survey)));
        values.put("schoolSheet", Markdown.text(sheet(school)));
        values.put("modules", questions.offered());
        values.put("sectionsOff", content.encodedOff());
        values.put("ownQuestions", content.encodedOwn());
        values.put("neighbours", questions.neighbours(school));
        Map<String, String> team = new LinkedHashMap<>();
        agents.inSchool(survey.schoolUai()).forEach(agent -> team.put(String.valueOf(agent.id()), agent.fullName()));
        values.put("team", FormChoices.of(team));
        return values;
    }

    /** Where the survey is answered, from the root of the application; empty when it is not open any more. */
    public Optional<String> answerLink(long surveyId) {
        return process.answerLink(surveyId);
    }

    /** Whose IEN, CPC and E-RUN look after the school: its own circonscription's, in a campaign over several too. */
    public String circonscription(Survey survey) {
        return glance.school(survey.schoolUai()).map(School::circonscriptionUai).orElseGet(() -> campaign(survey)
                .circonscriptionUai());
    }

    /** What the directory holds, for the director to confirm. */
    private static String sheet(School school) {
        return school.name() + ", " + school.commune() + " – UAI " + school.uai() + " – "
                + shown(school.classes(), "classe") + ", " + shown(school.pupils(), "élève");
    }

    private static String shown(Integer figure, String what) {
        return figure == null ? "? " + what + "s" : French.count(figure, what);
    }

    private Survey survey(long surveyId) {
        return glance.survey(surveyId);
    }

    private School school(long surveyId) {
        return glance.school(survey(surveyId).schoolUai()).orElseThrow();
    }

    private Campaign campaign(Survey survey) {
        return glance.campaign(survey);
    }
}
