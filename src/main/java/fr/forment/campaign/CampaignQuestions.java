package fr.forment.campaign;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Profile;
import fr.forment.french.FormChoices;
import fr.forment.survey.Distance;
import fr.forment.survey.Question;
import fr.forment.survey.Questionnaire;
import fr.forment.survey.SurveyContent;
import fr.forment.survey.SurveyContents;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The questionnaire as one campaign asks it: without the sections left out, with the modules and schools there are, and
 * the owner's questions.
 */
@Component
@RequiredArgsConstructor
public class CampaignQuestions {

    /** Those in a school; the others hear of trainings elsewhere. */
    private static final Set<Profile> OF_SCHOOLS = Set.of(
            Profile.DIRECTEUR,
            Profile.ADMINISTRATEUR,
            Profile.PERSONNE_RESSOURCE,
            Profile.ENSEIGNANT,
            Profile.NON_ENSEIGNANT);

    private static final String PARTNERS = "withSchools";

    private final Questionnaire questionnaire;
    private final SurveyContents contents;
    private final Catalogue catalogue;
    private final Schools schools;

    /** In the order of the form. */
    public List<Question> of(Campaign campaign) {
        return of(campaign, campaign.circonscriptionUai());
    }

    /** The same for a school of that circonscription, which chooses its partners there. */
    public List<Question> of(Campaign campaign, String circonscriptionUai) {
        return of(campaign, titles(choices()), neighbours(circonscriptionUai));
    }

    /**
     * What an answer of the school is read by.
     *
     * @param questions the partners to choose from only where the answer names some
     * @param proposed codes of the modules a school may wish for today
     */
    record Reading(List<Question> questions, Set<String> proposed) {}

    Reading reading(Campaign campaign, School school, Map<String, ?> typed) {
        List<Catalogue.Choice> modules = catalogue.choicesFor(OF_SCHOOLS);
        boolean partners = !String.valueOf(Objects.requireNonNullElse(typed.get(PARTNERS), ""))
                .isBlank();
        return new Reading(
                of(campaign, titles(modules.stream()), partners ? neighbours(school.circonscriptionUai()) : Map.of()),
                modules.stream()
                        .filter(Catalogue.Choice::active)
                        .map(Catalogue.Choice::code)
                        .collect(Collectors.toSet()));
    }

    private Map<String, String> neighbours(String circonscriptionUai) {
        Map<String, String> neighbours = new LinkedHashMap<>();
        schools.inCirconscription(circonscriptionUai)
                .forEach(school -> neighbours.put(school.uai(), school.displayName()));
        return neighbours;
    }

    private List<Question> of(Campaign campaign, Map<String, String> modules, Map<String, String> neighbours) {
        SurveyContent content = contents.of(campaign.id());
        List<Question> asked = new ArrayList<>();
        for (Question question : questionnaire.questions()) {
            if (content.asks(question.block()) && !question.block().equals("Own")) {
                asked.add(
                        question.key().startsWith("priority")
                                ? question.offering(modules)
                                : question.key().equals(PARTNERS) ? question.offering(neighbours) : question);
            }
        }
        content.own().forEach(own -> asked.add(own.asked()));
        return asked;
    }

    /**
     * The modules a school may wish for today, as the form takes them apart: "PEDA-1=Usage pédagogique, niveau 1;…".
     */
    String offered() {
        return FormChoices.of(titles(choices().filter(Catalogue.Choice::active)));
    }

    /** The schools nearest first, those of the same RPI before all; enough of them to find one's partners. */
    String neighbours(School own) {
        Map<String, String> near = new LinkedHashMap<>();
        schools.inCirconscription(own.circonscriptionUai()).stream()
                .filter(school -> !school.uai().equals(own.uai()))
                .sorted(Distance.from(own))
                .forEach(school -> near.put(school.uai(), school.displayName()));
        return FormChoices.of(near);
    }

    private Stream<Catalogue.Choice> choices() {
        return catalogue.choicesFor(OF_SCHOOLS).stream();
    }

    private static Map<String, String> titles(Stream<Catalogue.Choice> modules) {
        Map<String, String> titles = new LinkedHashMap<>();
        modules.forEach(module -> titles.put(module.code(), module.title()));
        return titles;
    }
}
