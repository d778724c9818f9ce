package fr.forment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.campaign.Needs;
import fr.forment.engine.OpenTask;
import fr.forment.engine.OpenTasks;
import fr.forment.project.Projects;
import fr.forment.survey.Survey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A director follows the link of a mail on a telephone: the form is there, looking takes nothing, what is missing is
 * reached by a touch.
 */
@BrowserTest
class TelephoneBrowserIT {

    private static final String SURVEY = "Répondre à l'enquête";

    @LocalServerPort
    int port;

    @Autowired
    Needs needs;

    @Autowired
    Projects projects;

    @Autowired
    OpenTasks tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theTaskOfALetterOpensAtItsFirstField() {
        OpenTask task = task(survey(0));
        try (var browser = new Browser(port).asTelephone()) {
            browser.signIn(login(survey(0))).follow(SURVEY).waitsForOpenForm().pictured("telephone-task");
            assertThat(browser.firstField()).as("pixels above the first field").isLessThan(740);
            assertThat(browser.sees(".task-filters")).as("filters in the way").isFalse();
            assertThat(browser.sees("ol.tasks-list")).as("list in the way").isFalse();
            assertThat(browser.fitsItsWidth()).isTrue();
            browser.isAccessible();
            browser.looksIntoAField();
            assertThat(inHandsOf(task)).as("looked at only").isEmpty();
            browser.answer("newcomers", "1").waitsUntil(() -> inHandsOf(task).equals(Optional.of(login(survey(0)))));
            browser.waitsForOpenForm().holds("newcomers", "1").waitsFor("Brouillon enregistré à");
            browser.press("Mes tâches")
                    .waitsFor("Enquêtes de mon école")
                    .waitsUntil(() -> browser.sees("ol.tasks-list"));
            assertThat(browser.sees(".fjs-container")).isFalse();
        }
    }

    @Test
    void whatIsMissingIsListedAndReached() {
        try (var browser = new Browser(port).asTelephone()) {
            browser.signIn(login(survey(1)))
                    .follow(SURVEY)
                    .waitsForOpenForm()
                    .finishTask()
                    .waitsForProblem("La connexion de l'école est…")
                    .pictured("telephone-missing");
            assertThat(browser.goesToProblem("La connexion de l'école est…")).contains("connection");
            browser.isAccessible().finishTask().waitsForProblem("Créneaux possibles");
            assertThat(needs.survey(survey(1).id()).orElseThrow().isAnswered()).isFalse();
        }
    }

    @Test
    void numbersBringTheirKeyboardAndUnusualOnesAreConfirmedBesideThem() {
        try (var browser = new Browser(port).asTelephone()) {
            browser.signIn(login(survey(2)))
                    .leaves("camunda-form:" + task(survey(2)).id(), "{\"otherNeed\":\"Un texte de quelqu'un d'autre\"}")
                    .follow(SURVEY)
                    .waitsForOpenForm()
                    .holds("otherNeed", "")
                    .answer("fullTime", "60")
                    .waitsFor("C'est exact")
                    .pictured("telephone-unusual");
            assertThat(browser.numbersWithoutTheirKeyboard()).isZero();
            assertThat(browser.pixelsBetween("L'équipe compte", "C'est exact"))
                    .as("the confirmation stands under its figure")
                    .isBetween(0L, 120L);
            browser.finishTask().waitsForProblem("C'est exact");
        }
    }

    @Test
    void datesFollowTheClockOfTheHouse() {
        try (var browser = new Browser(port)) {
            browser.signIn(login(survey(1))).follow(SURVEY).waitsForOpenForm().waitsFor("Au plus tard le");
            assertThat(browser.pageText()).contains("Depuis le").doesNotContain("il y a ", "en retard");
        }
    }

    @Test
    void nothingOffersWhatIsClosed() {
        try (var browser = new Browser(port)) {
            browser.signIn(login(survey(1))).follow(SURVEY).waitsForOpenForm();
            assertThat(browser.pageText()).doesNotContain("commentaire", "Historique");
            assertThat(browser.refused()).isEmpty();
        }
    }

    /** The demonstration's silent schools; other journeys take the first and the last. */
    private Survey survey(int which) {
        List<Survey> silent = projects.all().stream()
                .flatMap(project -> needs.ofProject(project.id()).stream())
                .flatMap(campaign -> needs.surveys(campaign.id()).stream())
                .filter(each -> !each.isAnswered() && each.backup() == null)
                .sorted(Comparator.comparing(Survey::id))
                .toList();
        return silent.get(1 + which);
    }

    private static String login(Survey survey) {
        return "dir." + survey.schoolUai().toLowerCase();
    }

    private Optional<String> inHandsOf(OpenTask task) {
        return jdbc.sql("SELECT ASSIGNEE_ FROM ACT_RU_TASK WHERE ID_ = ? AND ASSIGNEE_ IS NOT NULL")
                .param(task.id())
                .query(String.class)
                .optional();
    }

    private OpenTask task(Survey survey) {
        return tasks.in("needsSurvey", survey.id()).get(0);
    }
}
