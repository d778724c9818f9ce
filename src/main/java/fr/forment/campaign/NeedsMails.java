package fr.forment.campaign;

import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.survey.Survey;
import fr.forment.survey.SurveyAnswer;
import fr.forment.territory.School;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Who is written to about a campaign. Letters lead to pages, not to tasks: a page still answers when the task is gone.
 */
@Component
@RequiredArgsConstructor
public class NeedsMails {

    private final Correspondence correspondence;
    private final Agents agents;
    private final CampaignDates dates;

    /**
     * The director, or the IEN where the direction is vacant; again for whoever follows, as a key is each reader's own.
     */
    void invited(Campaign campaign, Survey survey, School school) {
        boolean vacant = survey.isDirectionVacant();
        Letter letter = letter(
                vacant ? "entrusted" : "invited",
                "invite:" + survey.id() + (survey.isApart() ? ":" + survey.ownDue() : ""),
                about(campaign, survey, school),
                "/enquete/" + survey.id(),
                campaign.deadline(survey));
        if (vacant) {
            correspondence.toGroup(Role.IEN, home(campaign, school), letter);
        } else {
            correspondence.toGroup(Role.DIRECTEUR, school.uai(), letter);
        }
    }

    /** To the school that was asked apart from the round, some days before its own last day. */
    void recalled(Campaign campaign, Survey survey, School school) {
        toSchool(
                campaign,
                school,
                letter(
                        "reminded",
                        "recall:" + survey.id() + ":" + survey.ownDue(),
                        about(campaign, survey, school),
                        "/enquete/" + survey.id(),
                        survey.ownDue()));
    }

    void thanked(Campaign campaign, Survey survey, School school, SurveyAnswer answer) {
        var model = about(campaign, school);
        model.put("tardive", answer.late());
        toSchool(campaign, school, letter("thanked", "thank:" + survey.id(), model, "/enquete/" + survey.id(), null));
    }

    /** To the E-RUN, who calls; to the CPC where there is none. The number stands on the page, not in the mail. */
    void callWished(Campaign campaign, Survey survey, String circonscriptionUai, String school, Calls.Slot slot) {
        var model = about(campaign);
        model.put("ecole", school);
        model.put("moment", slot.label());
        Letter letter = letter("callWished", "call:" + survey.id() + ":" + slot, model, page(campaign), null);
        correspondence.toFirstGroup(Role.ERUN, Role.CPC, circonscriptionUai, letter);
    }

    /** @param isBegun a draft of it was left */
    void closedUnanswered(Campaign campaign, Survey survey, School school, boolean isBegun) {
        var model = about(campaign, school);
        model.put("commencee", isBegun);
        toSchool(
                campaign,
                school,
                letter(
                        "closedUnanswered",
                        "close:" + survey.id() + (survey.isApart() ? ":" + survey.ownDue() : ""),
                        model,
                        "/enquete/" + survey.id(),
                        null));
    }

    void closingAsked(Campaign campaign, ResponseRate rate) {
        var model = about(campaign, rate);
        model.put("decision", French.day(dates.decisionDue(campaign).toLocalDate()));
        correspondence.toGroup(
                Role.IEN,
                campaign.circonscriptionUai(),
                letter(
                        "closingAsked",
                        "alertIen:" + campaign.id() + ":" + campaign.deadline(),
                        model,
                        page(campaign),
                        null));
    }

    /** The IEN of the other circonscriptions know that the decision is awaited, and how their own schools answer. */
    void closingAwaited(Campaign campaign, ResponseRate rate, String leading, Collection<ZoneRate> others) {
        tellOthers(
                "closingAwaited",
                "closingAwaited:" + campaign.id() + ":" + campaign.deadline(),
                campaign,
                about(campaign, rate),
                leading,
                others);
    }

    /**
     * They learn what was decided. {@code newDeadline}: null when the campaign is closed; {@code reason} may be null.
     */
    void closingDecided(
            Campaign campaign,
            ResponseRate rate,
            String leading,
            Collection<ZoneRate> others,
            LocalDate newDeadline,
            String reason) {
        var model = about(campaign, rate);
        model.put("nouvelle", newDeadline == null ? "" : French.day(newDeadline));
        model.put("nouvelleCourte", newDeadline == null ? "" : French.brief(newDeadline));
        model.put("motif", reason == null ? "" : reason);
        tellOthers(
                "closingDecided",
                "closingDecided:" + campaign.id() + ":" + campaign.deadline(),
                campaign,
                model,
                leading,
                others);
    }

    private void tellOthers(
            String template,
            String key,
            Campaign campaign,
            Map<String, Object> about,
            String leading,
            Collection<ZoneRate> others) {
        others.forEach(zone -> {
            var model = new HashMap<>(about);
            model.put("pilote", leading);
            model.put("siennes", zone.answered());
            model.put("demandees", zone.expected());
            correspondence.toGroup(Role.IEN, zone.uai(), letter(template, key, model, page(campaign), null));
        });
    }

    /** To those who take over, and once more to the IEN. */
    void escalated(Campaign campaign, String circonscriptionUai, Role backup, Collection<School> silent) {
        var model = about(campaign);
        model.put("ecoles", silent.stream().map(School::displayName).sorted().toList());
        String key = "escalate:" + campaign.id() + ":" + campaign.deadline();
        correspondence.toGroup(backup, circonscriptionUai, letter("escalated", key, model, page(campaign), null));
        correspondence.toGroup(
                Role.IEN, circonscriptionUai, letter("closingOverdue", key + ":ien", model, page(campaign), null));
    }

    /** To all whose schools were asked: who leads accepts the grid, the others look at their own part before. */
    public void gridReady(Campaign campaign, ResponseRate rate, Collection<String> circonscriptionUais) {
        circonscriptionUais.forEach(uai -> {
            var model = about(campaign, rate);
            model.put("relecture", French.day(dates.reviewDue(campaign).toLocalDate()));
            var letter = letter(
                    uai.equals(campaign.circonscriptionUai()) ? "gridReady" : "gridToCheck",
                    "consolidate:" + campaign.id(),
                    model,
                    page(campaign) + "/grille",
                    null);
            List.of(Role.CPC, Role.ERUN).forEach(role -> correspondence.toGroup(role, uai, letter));
        });
    }

    public void reviewOverdue(Campaign campaign) {
        var letter = letter(
                "reviewOverdue", "remindReview:" + campaign.id(), about(campaign), page(campaign) + "/grille", null);
        List.of(Role.CPC, Role.ERUN, Role.IEN)
                .forEach(role -> correspondence.toGroup(role, campaign.circonscriptionUai(), letter));
    }

    /** Where nobody directs, the IEN answers for the school. */
    private void toSchool(Campaign campaign, School school, Letter letter) {
        if (correspondence.toGroup(Role.DIRECTEUR, school.uai(), letter) == 0) {
            correspondence.toGroup(Role.IEN, home(campaign, school), letter);
        }
    }

    private static String home(Campaign campaign, School school) {
        return school.circonscriptionUai() == null ? campaign.circonscriptionUai() : school.circonscriptionUai();
    }

    private static Letter letter(
            String template, String key, Map<String, Object> model, String path, LocalDate notAfter) {
        return new Letter("campaign/" + template, "needsCampaign:" + key, model, path, notAfter);
    }

    private static String page(Campaign campaign) {
        return "/besoins/" + campaign.id();
    }

    private Map<String, Object> about(Campaign campaign) {
        var model = new HashMap<String, Object>();
        model.put("echeance", French.day(campaign.deadline()));
        model.put("court", French.brief(campaign.deadline()));
        var erun = agents.withFunction(campaign.circonscriptionUai(), AgentFunction.ERUN).stream()
                .filter(agent -> agent.email() != null)
                .findFirst();
        model.put("erun", erun.map(Agent::fullName).orElse(""));
        model.put("erunAdresse", erun.map(Agent::email).orElse(""));
        return model;
    }

    private Map<String, Object> about(Campaign campaign, ResponseRate rate) {
        var model = about(campaign);
        model.put("reponses", rate.answered());
        model.put("attendues", rate.expected());
        model.put("taux", rate.percent());
        model.put("seuil", rate.threshold());
        return model;
    }

    /** With the last day of that school. */
    private Map<String, Object> about(Campaign campaign, Survey survey, School school) {
        var model = about(campaign, school);
        model.put("echeance", French.day(campaign.deadline(survey)));
        model.put("court", French.brief(campaign.deadline(survey)));
        return model;
    }

    private Map<String, Object> about(Campaign campaign, School school) {
        var model = about(campaign);
        model.put("ecole", school.displayName());
        return model;
    }
}
