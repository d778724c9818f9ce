package fr.forment.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.engine.OpenTasks;
import fr.forment.plan.Plan;
import fr.forment.plan.PlanState;
import fr.forment.plan.Plans;
import fr.forment.project.Project;
import fr.forment.project.Projects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The IEN reads the plan, sends it back with remarks; the team revises it; the IEN approves the next version. */
@BrowserTest
class IenBrowserIT {

    @LocalServerPort
    int port;

    @Autowired
    Projects projects;

    @Autowired
    Plans plans;

    @Autowired
    OpenTasks tasks;

    @Test
    void sendsThePlanBackThenApprovesTheNextVersion() {
        Project pilot = projects.all().stream()
                .filter(each -> plans.latest(each.id()).isPresent())
                .findFirst()
                .orElseThrow();
        int version = plan(pilot).number();
        try (var browser = new Browser(port)) {
            browser.signIn("ien.redon").isAccessible();
            browser.open("/plans/" + plan(pilot).id()).isAccessible();
            assertThat(browser.pageText()).contains("Sessions");
            browser.openTask("Plans à approuver", "Approuver le plan")
                    .choose("Votre décision", "Renvoyer")
                    .finishTask()
                    .waitsForProblem("remarque");
            assertThat(plan(pilot).state()).isEqualTo(PlanState.SOUMIS);
            long button = browser.placeOf("Terminer");
            browser.answer("remarks", "Pas de session le mercredi du conseil d'école.")
                    .waitsForProblem("Réponse modifiée")
                    .waitsFor("Brouillon enregistré");
            assertThat(browser.placeOf("Terminer"))
                    .as("nothing that is said above the form moves its button")
                    .isEqualTo(button);
            browser.finishTask()
                    .waitsUntil(() -> plan(pilot).state() == PlanState.A_REVISER
                            || plan(pilot).number() > version);
        }
        try (var browser = new Browser(port)) {
            browser.signIn("cpc1.redon")
                    .openTask("Plans en préparation", "plan")
                    .answer("note", "Sessions décalées d'une semaine.")
                    .finishTask()
                    .waitsUntil(() -> plan(pilot).state() == PlanState.SOUMIS
                            && plan(pilot).number() > version);
        }
        try (var browser = new Browser(port)) {
            browser.signIn("ien.redon")
                    .openTask("Plans à approuver", "Approuver le plan")
                    .choose("Votre décision", "dépassements d'heures compris")
                    .finishTask()
                    .waitsUntil(() -> plan(pilot).state() == PlanState.APPROUVE)
                    .waitsFor("Merci");
            assertThat(tasks.in("trainingPlan", plan(pilot).rootId())).isEmpty();
            browser.open("/projets/" + pilot.id()).isAccessible();
        }
    }

    private Plan plan(Project project) {
        return plans.latest(project.id()).orElseThrow();
    }
}
