package fr.forment.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.account.Accounts;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.people.Agent;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task that somebody took in charge and left goes back to all it was offered to. */
@HouseTest
class LeftTasksTest {

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    Projects projects;

    @Autowired
    ProcessDriver driver;

    @Autowired
    OpenTasks open;

    @Autowired
    Accounts accounts;

    @Autowired
    LeftTasks left;

    @Autowired
    GiveBackService service;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private TheCase theCase;
    private LocalDateTime taken;

    @BeforeEach
    void theErunTookIt() {
        circo = ground.circonscription(1);
        Project project = stages.inFirstVague(circo, 1);
        theCase = driver.theCase("vague", projects.vagues(project.id()).get(0).id())
                .waitsAt("settleTrainers");
        theCase.claimedBy(login(circo.erun()), "settleTrainers");
        taken = driver.now();
    }

    private String login(Agent agent) {
        return accounts.findByAgentId(agent.id()).orElseThrow().login();
    }

    private List<String> letters(Agent reader) {
        return jdbc.sql("SELECT body_text FROM outbox_mail WHERE agent_id = ? AND template = 'post/taskGivenBack'")
                .param(reader.id())
                .query(String.class)
                .list();
    }

    private LocalDateTime pastItsDate() {
        return theCase.dateOf("trainersLate")
                .plusDays(4)
                .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                .withHour(10);
    }

    @Test
    void pastItsDateItIsOfferedAgainToAllAndWhoHadItIsTold() throws Exception {
        assertThat(visitor.page(circo.ien(), "/retards?circonscription=" + circo.uai())
                        .text())
                .as("on whom it waits")
                .contains(circo.erun().fullName() + ", qui l'a prise en charge");
        driver.travelTo(pastItsDate());
        left.look();
        assertThat(theCase.assigneeOf("settleTrainers")).isNull();
        assertThat(theCase.hasRightOf(login(circo.erun()), "settleTrainers"))
                .as("the right that came with taking it is gone")
                .isFalse();
        assertThat(letters(circo.erun())).singleElement().asString().contains("l'E-RUN ou l'IEN", "reprenez-la");
        assertThat(letters(circo.ien())).isEmpty();
        assertThat(visitor.page(circo.ien(), "/retards?circonscription=" + circo.uai())
                        .text())
                .doesNotContain("prise en charge");
        left.look();
        assertThat(letters(circo.erun())).hasSize(1);
    }

    @Test
    void itStaysWithWhoHasItBeforeItsDateOrOutsideTheHoursOfSchool() {
        driver.travelTo(taken.plusHours(1));
        left.look();
        assertThat(theCase.assigneeOf("settleTrainers")).isEqualTo(login(circo.erun()));
        driver.travelTo(pastItsDate().withHour(23));
        left.look();
        assertThat(theCase.assigneeOf("settleTrainers")).isEqualTo(login(circo.erun()));
    }

    /** Two nodes find the same task, or somebody else takes it between the look and the hand. */
    @Test
    void whoTookItMeanwhileKeepsItAndNobodyIsTold() {
        driver.travelTo(pastItsDate());
        OpenTasks.Offered found =
                open.offeredIn("vague", Long.parseLong(theTask())).get(0);
        assertThat(service.giveBack(found)).isTrue();
        assertThat(service.giveBack(found)).isFalse();
        theCase.claimedBy(login(circo.ien()), "settleTrainers");
        assertThat(service.giveBack(found)).isFalse();
        assertThat(theCase.assigneeOf("settleTrainers")).isEqualTo(login(circo.ien()));
        assertThat(letters(circo.erun())).hasSize(1);
    }

    private String theTask() {
        return open.offeredTo(List.of("erun." + circo.uai())).stream()
                .filter(each -> each.task().is("vague", "settleTrainers"))
                .findFirst()
                .orElseThrow()
                .task()
                .businessKey();
    }
}
