package fr.forment.selfstudy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.people.Agent;
import fr.forment.project.BilanDue;
import fr.forment.selfstudy.SelfStudy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people answer of what they followed alone, with the answers of sessions. */
@HouseTest
class SelfStudyResultsTest extends StudiesAsked {

    @Test
    void whatPeopleAnswerOfItStandsInTheEvaluationsAndInTheBilan() throws Exception {
        SelfStudy study = engaged();
        String page = "/projets/" + campaign.projectId() + "/evaluations";
        List<Agent> readers = List.of(
                circo.directors().get(0),
                circo.teachers().get(0),
                circo.teachers().get(1),
                circo.teachers().get(2),
                circo.teachers().get(3));
        for (Agent reader : readers.subList(0, 4)) {
            answers(study, reader);
        }
        assertThat(alone(page))
                .as("too few to be shown")
                .contains("moins de 5 réponses à lire, sur 4 personnes invitées");
        assertThat(visitor.page(circo.ien(), page).text()).doesNotContain("Quand la relire ?");

        answers(study, readers.get(4));
        assertThat(alone(page))
                .contains(
                        "Charte d'usage de l'ENT : la lire et l'appliquer",
                        "5 / 7",
                        "5 réponses sur 5 personnes invitées",
                        "3,0")
                .doesNotContain("moins de 5 réponses");
        assertThat(visitor.page(circo.ien(), page).text())
                .as("with all answers of the project")
                .contains("3,0 / 4", "5 réponses sur 5 personnes invitées", "Quand la relire ?");

        campaigns.publish(new BilanDue(campaign.projectId(), null));
        campaigns.publish(new BilanDue(campaign.projectId(), vague().id()));
        for (Long scope : Arrays.asList(null, vague().id())) {
            assertThat(bilans.find(campaign.projectId(), scope).orElseThrow()).satisfies(bilan -> {
                assertThat(bilan.hotAnswers()).isEqualTo(5);
                assertThat(bilan.hotSatisfaction()).isEqualTo(3);
                assertThat(bilan.findings()).contains("Autoformation : 5 parcours suivis sur 7 demandés.");
            });
        }
    }

    private String alone(String page) throws Exception {
        return visitor.page(circo.ien(), page)
                .select("[aria-label='Par autoformation'] tbody")
                .text();
    }

    /** Declares it, then fills in the questionnaire behind the link of the letter. */
    private void answers(SelfStudy study, Agent reader) throws Exception {
        declares(reader, follower(study, reader).id());
        String letter = jdbc.sql(
                        "SELECT body_text FROM outbox_mail WHERE to_address = ? AND template = 'evaluation/askedAlone'")
                .param(reader.email())
                .query(String.class)
                .single();
        String link = letter.replaceAll("(?s).*(/evaluation/[\\w-]+).*", "$1");
        var form = post(link).param("unclear", "Quand la relire ?");
        for (String mark : List.of(
                "usefulness",
                "clarity",
                "pace",
                "practice",
                "organisation",
                "recommends",
                "skillBefore",
                "skillAfter")) {
            form = form.param(mark, "3");
        }
        assertThat(visitor.page(reader, link).select("form")).isNotEmpty();
        assertThat(visitor.as(reader, form).getContentAsString()).contains("Merci");
    }
}
