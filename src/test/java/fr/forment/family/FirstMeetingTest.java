package fr.forment.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.french.French;
import fr.forment.people.Agents;
import fr.forment.session.ApprovedPlanGround;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parents are met once the people who present the ENT to them are trained: the first possible day is told. */
@HouseTest
class FirstMeetingTest {

    @Autowired
    TestGround ground;

    @Autowired
    ApprovedPlanGround approved;

    @Autowired
    SchoolMeetings meetings;

    @Autowired
    Agents agents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private String school;
    private LocalDate training;
    private long vague;

    @BeforeEach
    void aTrainingToCome() {
        circo = ground.circonscription(2);
        school = circo.schools().get(0);
        training = agents.today().plusDays(30);
        var plan = approved.plan(circo, "VAGUES");
        vague = plan.vagueId();
        approved.line(
                plan,
                1,
                "VAGUE",
                "ADM-DIR",
                training,
                LocalTime.of(14, 0),
                180,
                20,
                circo.erun().id(),
                List.of("DIRECTEUR"),
                Map.of(school, 1));
    }

    @Test
    void aMeetingBeforeTheTrainingIsRefusedWithTheFirstDay() throws Exception {
        for (LocalDate day : List.of(training, training.minusDays(1))) {
            assertThat(announced(school, day))
                    .contains(
                            "n'est pas encore formée",
                            "Première date possible pour la réunion : le " + French.day(training.plusDays(1)));
        }
        assertThat(meetings.of(school)).isEmpty();
        assertThat(announced(school, training.plusDays(1))).isEmpty();
        assertThat(meetings.of(school)).hasSize(1);
        assertThat(announced(circo.schools().get(1), training.minusDays(1)))
                .as("a school that no training is planned for")
                .isEmpty();
    }

    @Test
    void neitherWhatWasHeldNorASchoolThatIsOpenIsHeldUp() throws Exception {
        assertThat(announced(school, agents.today().minusDays(1)))
                .as("it was held")
                .isEmpty();
        jdbc.sql("UPDATE vague_school SET opened_on = ?, state = 'EN_SERVICE' WHERE vague_id = ? AND school_uai = ?")
                .params(agents.today(), vague, school)
                .update();
        assertThat(announced(school, training)).isEmpty();
    }

    /** One that stands on a good day is not moved before the training either. */
    @Test
    void aMeetingIsNotMovedBeforeTheTraining() throws Exception {
        assertThat(announced(school, training.plusDays(3))).isEmpty();
        SchoolMeeting meeting = meetings.of(school).get(0);
        var moved = post("/ecole/" + school + "/familles/reunions/" + meeting.id())
                .param("vu", "0")
                .param("jour", training.toString())
                .param("lieu", "Salle de motricité");
        assertThat(visitor.refused(circo.directors().get(0), moved)).contains("Première date possible");
        assertThat(meetings.of(school).get(0).heldOn()).isEqualTo(training.plusDays(3));
    }

    private String announced(String uai, LocalDate day) throws Exception {
        return visitor.refused(
                circo.directors().get(circo.schools().indexOf(uai)),
                post("/ecole/" + uai + "/familles/reunions")
                        .param("jour", day.toString())
                        .param("lieu", "Salle de motricité"));
    }
}
