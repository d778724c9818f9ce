package fr.forment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.arrival.Arrival;
import fr.forment.arrival.ArrivalOrigin;
import fr.forment.arrival.Arrivals;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.project.Projects;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A director declares somebody from Tasklist in two clicks: a refusal is told in French and starts nothing, then the
 * path begins.
 */
@BrowserTest
class DeclarationBrowserIT {

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    Agents agents;

    @Autowired
    Arrivals arrivals;

    @Test
    void declaresAnArrivalInTasklist() {
        String school = projects.all().stream()
                .flatMap(project -> projects.schools(project.id()).stream())
                .findFirst()
                .orElseThrow();
        try (var browser = new Browser(port)) {
            browser.signIn("dir." + school.toLowerCase()).startForm("Déclarer une arrivée");
            browser.answer("lastName", "Essai-Navigateur")
                    .answer("firstName", "Lou")
                    .select("Fonction", "Adjoint")
                    .pickToday("Date de prise de fonction")
                    .answer("email", "nulle part")
                    .pictured("declaration");
            browser.finishStart().waitsForProblem("prenom.nom@domaine.fr");
            assertThat(declared(school)).as("nothing is half written").isEmpty();
            browser.answer("email", "lou.navigateur@exemple.invalid")
                    .finishStart()
                    .waitsUntil(() -> !declared(school).isEmpty())
                    .waitsFor("Merci");
            Arrival arrival = arrivals.ofAgent(declared(school).get(0).id()).get(0);
            assertThat(arrival.origin()).isEqualTo(ArrivalOrigin.DECLARATION);
            browser.open("/arrivees/" + arrival.id())
                    .isAccessible()
                    .waitsFor("Lou Essai-Navigateur")
                    .pictured("declared");
        }
    }

    /** The connection of one signed in ends while he types; a colleague on the same computer sees nothing of it. */
    @Test
    void whatWasTypedSurvivesTheEndOfTheConnection() {
        List<String> directors = projects.all().stream()
                .flatMap(project -> projects.schools(project.id()).stream())
                .map(uai -> "dir." + uai.toLowerCase())
                .limit(2)
                .toList();
        try (var browser = new Browser(port)) {
            browser.signIn(directors.get(0))
                    .open("/arrivees/declarer")
                    .type("lastName", "Essai-Navigateur")
                    .type("firstName", "Cam")
                    .type("function", "Adjoint")
                    .type("quotity", "80")
                    .type("takenUpOn", "09092026")
                    .tick("namesake")
                    .losesTheConnection()
                    .sends()
                    .waitsFor("Mot de passe")
                    .signIn(directors.get(0))
                    .waitsFor("Reprendre ma saisie")
                    .isAccessible()
                    .click("Reprendre ma saisie")
                    .waitsFor("Ce que vous aviez saisi est revenu");
            assertThat(browser.typed("lastName")).isEqualTo("Essai-Navigateur");
            assertThat(browser.typed("quotity")).isEqualTo("80");
            assertThat(browser.typed("takenUpOn")).isEqualTo("2026-09-09");
            browser.isAccessible()
                    .losesTheConnection()
                    .sends()
                    .waitsFor("Mot de passe")
                    .signIn(directors.get(1))
                    .open("/arrivees/declarer");
            assertThat(browser.typed("lastName")).as("a colleague's text").isEmpty();
            assertThat(browser.pageText()).doesNotContain("Essai-Navigateur", "Reprendre ma saisie");
            assertThat(browser.kept()).as("what the browser still holds").doesNotContain("Essai-Navigateur");
        }
    }

    @Test
    void startsNothingElse() {
        String school = projects.all().stream()
                .flatMap(project -> projects.schools(project.id()).stream())
                .findFirst()
                .orElseThrow();
        try (var browser = new Browser(port)) {
            assertThat(browser.signIn("dir." + school.toLowerCase()).startable())
                    .containsExactly("Déclarer une arrivée");
        }
    }

    private List<Agent> declared(String school) {
        return agents.inSchool(school).stream()
                .filter(agent -> agent.lastName().equals("Essai-Navigateur"))
                .toList();
    }
}
