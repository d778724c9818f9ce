package fr.forment.browser;

import java.util.List;

import fr.forment.arrival.Arrival;
import fr.forment.arrival.ArrivalOrigin;
import fr.forment.arrival.Arrivals;
import fr.forment.project.Projects;
import fr.forment.staff.Agent;
import fr.forment.staff.Agents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A director declares somebody from Tasklist in two clicks: a refusal is told in French and starts nothing, then the path begins. */
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
        String school = projects.all().stream().flatMap(project -> projects.schools(project.id()).stream()).findFirst().orElseThrow();
        try (var browser = new Browser(port)) {
            browser.signIn("dir." + school.toLowerCase()).startForm("Déclarer une arrivée");
            browser.answer("lastName", "Essai-Navigateur").answer("firstName", "Lou").select("Fonction", "Adjoint")
                    .pickToday("Date de prise de fonction").answer("email", "nulle part").pictured("declaration");
            browser.finishStart().waitsForProblem("prenom.nom@domaine.fr");
            assertThat(declared(school)).as("nothing is half written").isEmpty();
            browser.answer("email", "lou.navigateur@exemple.invalid").finishStart().waitsUntil(() -> !declared(school).isEmpty());
            Arrival arrival = arrivals.ofAgent(declared(school).get(0).id()).get(0);
            assertThat(arrival.origin()).isEqualTo(ArrivalOrigin.DECLARATION);
            browser.open("/arrivees/" + arrival.id()).isAccessible().waitsFor("Lou Essai-Navigateur").pictured("declared");
        }
    }

    @Test
    void startsNothingElse() {
        String school = projects.all().stream().flatMap(project -> projects.schools(project.id()).stream()).findFirst().orElseThrow();
        try (var browser = new Browser(port)) {
            assertThat(browser.signIn("dir." + school.toLowerCase()).startable()).containsExactly("Déclarer une arrivée");
        }
    }

    private List<Agent> declared(String school) {
        return agents.inSchool(school).stream().filter(agent -> agent.lastName().equals("Essai-Navigateur")).toList();
    }
}
