package fr.forment.project.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.mail.MailBox;
import fr.forment.mail.MailState;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.project.Project;
import fr.forment.project.ProjectGround;
import fr.forment.project.Projects;
import fr.forment.project.Vague;
import fr.forment.project.VagueService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A direction that a waiver concerns twice, as who signs and as who is trained, reads one letter of it. */
@HouseTest
class OneLetterOfAWaiverTest {

    private static final Map<String, Object> WAIVER =
            Map.of("choice", "WAIVE", "motive", "Rentrée des familles", "catchUpOn", "2027-01-20");

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    ProjectGround stages;

    @Autowired
    Projects projects;

    @Autowired
    VagueService vagues;

    @Autowired
    MailBox mails;

    private Circo circo;
    private TheCase opening;
    private Vague vague;

    /** Its resource person is trained, its director is not, its charter is not signed. */
    @BeforeEach
    void aSchoolThatMayNotOpenYet() {
        circo = ground.circonscription(1);
        stages.trainTrainers(circo);
        Project project = stages.inFirstVague(circo, 1);
        vague = projects.vagues(project.id()).get(0);
        Map<String, Object> engagement = new HashMap<>(stages.engagement(circo, 0));
        engagement.put("charterSignedOn", "");
        engagement.put("charterUnderWay", true);
        opening = driver.theCase(
                        "schoolOpening", projects.schoolsOf(vague.id()).get(0).id())
                .completes("engage", engagement);
        vagues.trained(vague.id());
        opening.waitsAt("settleRefusal");
        stages.trainTeacher(circo.teachers().get(0));
        stages.trainResourcePerson(circo.teachers().get(0));
        ground.as(circo.ien());
    }

    @Test
    void theDirectionReadsInOneLetterWhatToSignAndWhatToFollow() {
        opening.completes("settleRefusal", WAIVER);
        Agent director = circo.directors().get(0);
        assertThat(written(director, "catchUpMine")).isEmpty();
        assertThat(written(director, "catchUpOwed")).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("la charte n'est pas signée", "Et il vous reste à suivre vous-même"));
    }

    @Test
    void aSchoolThatOpensAtOnceIsToldOfTheWaiverWithIt() {
        driver.travelTo(vague.opensOn().atTime(10, 0));
        opening.completes("settleRefusal", WAIVER).passed("openService");
        Agent director = circo.directors().get(0);
        assertThat(written(director, "schoolOpened")).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("dérogation", "la charte n'est pas signée"));
        assertThat(written(director, "catchUpOwed"))
                .allMatch(mail -> mail.state() == MailState.DROPPED)
                .isNotEmpty();
    }

    private List<QueuedMail> written(Agent reader, String template) {
        return mails.latest(reader.email(), 100).stream()
                .filter(mail -> mail.template().equals("project/" + template))
                .toList();
    }
}
