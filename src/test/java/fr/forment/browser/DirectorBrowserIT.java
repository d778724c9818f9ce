package fr.forment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.campaign.Needs;
import fr.forment.project.Projects;
import fr.forment.survey.Survey;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A director answers the survey in Tasklist: a wrong figure is told in French and loses nothing, the answer is kept.
 */
@BrowserTest
class DirectorBrowserIT {

    @LocalServerPort
    int port;

    @Autowired
    Needs needs;

    @Autowired
    Projects projects;

    @Test
    void answersTheSurveyInTasklist() {
        Survey survey = projects.all().stream()
                .flatMap(project -> needs.ofProject(project.id()).stream())
                .flatMap(campaign -> needs.surveys(campaign.id()).stream())
                .filter(each -> !each.isAnswered())
                .max(Comparator.comparing(Survey::id))
                .orElseThrow();
        String login = "dir." + survey.schoolUai().toLowerCase();
        try (var browser = new Browser(port);
                var home = new Browser(port)) {
            browser.signIn(login).isAccessible().waitsFor("Répondre à l'enquête");
            browser.follow("Répondre à l'enquête")
                    .waitsForOpenForm()
                    .choose("Ces informations sont-elles exactes", "Oui")
                    .select("Rythme de l'école", "4 jours")
                    .answer("newcomers", "150")
                    .choose("Un ENT ou un outil de liaison", "Aucun")
                    .choose("La connexion de l'école", "Suffisante")
                    .check("Mercredi après-midi")
                    .choose("Le conseil des maîtres", "Non")
                    .check("C'est exact")
                    .finishTask()
                    .waitsForProblem("arrivé");
            assertThat(browser.goesToProblem("Dont arrivés depuis")).contains("newcomers");
            assertThat(needs.survey(survey.id()).orElseThrow().isAnswered())
                    .as("nothing is half written")
                    .isFalse();
            assertThat(browser.refused()).singleElement().asString().contains("submit-form");
            home.signIn(login).openOwnTask("Enquêtes de mon école", "Répondre à l'enquête");
            browser.answer("newcomers", "1")
                    .finishTask()
                    .waitsUntil(() -> needs.survey(survey.id()).orElseThrow().isAnswered());
            browser.waitsFor("Merci");
            assertThat(browser.refused())
                    .as("no draft is saved for a task that is over")
                    .isEmpty();
            home.answer("otherNeed", "Trop tard").waitsFor("est plus à faire ici");
            browser.isAccessible()
                    .goesBack()
                    .waitsFor("Cette tâche ne vous attend plus")
                    .isAccessible();
            assertThat(browser.title()).startsWith("Tâche terminée");
            browser.refused(); // the task that is over, asked for by the way back
            browser.open("/enquete/" + survey.id()).isAccessible();
            assertThat(browser.pageText()).contains("Suffisant");
            browser.open("/").isAccessible();
            assertThat(browser.pageText()).doesNotContain("Répondre à l'enquête");
        }
    }

    @Test
    void findsTheDraftAgainOnAnotherComputerAndIsToldOfAnotherVersion() {
        Survey survey = projects.all().stream()
                .flatMap(project -> needs.ofProject(project.id()).stream())
                .flatMap(campaign -> needs.surveys(campaign.id()).stream())
                .filter(each -> !each.isAnswered() && each.backup() == null)
                .min(Comparator.comparing(Survey::id))
                .orElseThrow();
        String login = "dir." + survey.schoolUai().toLowerCase();
        try (var office = new Browser(port);
                var home = new Browser(port)) {
            office.signIn(login).openTask("Enquêtes de mon école", "Répondre à l'enquête");
            office.answer("otherNeed", "Un atelier webradio").waitsFor("Brouillon enregistré à");
            home.signIn(login)
                    .openOwnTask("Enquêtes de mon école", "Répondre à l'enquête")
                    .waitsFor("Brouillon repris")
                    .holds("otherNeed", "Un atelier webradio");
            home.answer("otherNeed", "Deux ateliers").press("Enregistrer").waitsFor("Brouillon enregistré à");
            office.answer("aesh", "2")
                    .waitsFor("Brouillon modifié sur un autre écran")
                    .press("Garder la mienne")
                    .waitsFor("Brouillon enregistré à");
            home.openOwnTask("Enquêtes de mon école", "Répondre à l'enquête")
                    .holds("otherNeed", "Un atelier webradio")
                    .holds("aesh", "2");
        }
        assertThat(needs.survey(survey.id()).orElseThrow().isAnswered()).isFalse();
    }

    @Test
    void seesTheTasksOfTheOwnSchoolOnly() {
        String uai = projects.all().stream()
                .flatMap(project -> projects.schools(project.id()).stream())
                .findFirst()
                .orElseThrow();
        try (var browser = new Browser(port)) {
            browser.signIn("dir." + uai.toLowerCase()).open("/projets");
            assertThat(browser.pageText()).contains("Aucun projet dans votre périmètre");
            browser.open("/camunda/app/cockpit/default/");
            assertThat(browser.pageText()).contains("Vous n'avez pas accès à cette page");
        }
    }
}
