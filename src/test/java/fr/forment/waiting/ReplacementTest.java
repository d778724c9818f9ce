package fr.forment.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.NewSession;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionService;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A colleague takes a place over; and whoever may not come hears why, in words for him. */
@HouseTest
@Tag("attack")
class ReplacementTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    WaitingGround waiting;

    @Autowired
    SessionService service;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    Sessions sessions;

    @Autowired
    Visitor visitor;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Agent teacher;
    private Agent colleague;
    private TrainingSession session;
    private Enrolment place;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        teacher = circo.teachers().get(0);
        colleague = circo.teachers().get(1);
        session = some.session(circo, 1, 1);
        place = some.enrol(session, teacher);
    }

    private int replaces(Agent who, Agent by) throws Exception {
        return visitor.as(
                        who,
                        post("/demandes/remplacer/" + place.id())
                                .param("agent", by.id().toString()))
                .getStatus();
    }

    private List<EnrolmentState> statesOf(Agent agent) {
        return sessions.enrolments(session.id()).stream()
                .filter(row -> row.agentId() == agent.id())
                .map(Enrolment::state)
                .toList();
    }

    private List<String> templates(Agent agent) {
        return waiting.letters(agent).stream().map(mail -> mail.template()).toList();
    }

    @Test
    void thePlacePassesToTheColleagueAndAllThreeHearOfIt() throws Exception {
        waiting.waits(circo.teachers().get(2));
        assertThat(replaces(teacher, colleague)).isEqualTo(302);
        assertThat(statesOf(teacher)).containsExactly(EnrolmentState.REMPLACE);
        assertThat(statesOf(colleague)).containsExactly(EnrolmentState.INSCRIT);
        assertThat(waiting.offers(session)).as("it is the school's place").isEmpty();
        assertThat(templates(teacher)).contains("session/unseated");
        assertThat(templates(colleague)).contains("session/enrolled");
        assertThat(templates(circo.directors().get(0))).contains("waiting/replaced");
        assertThat(visitor.refused(
                        teacher,
                        post("/demandes/remplacer/" + place.id())
                                .param("agent", colleague.id().toString())))
                .as("a double click")
                .contains("ne peut plus être donnée");
        waiting.audit(session);
    }

    @Test
    void onlyThePersonTheDirectionOrTheTeamGivesItAndOnlyWithinTheSchool() throws Exception {
        assertThat(replaces(colleague, colleague)).isEqualTo(404);
        assertThat(replaces(circo.directors().get(1), colleague)).isEqualTo(404);
        assertThat(replaces(teacher, circo.teachers().get(2)))
                .as("of another school")
                .isEqualTo(404);
        assertThat(statesOf(teacher)).containsExactly(EnrolmentState.INSCRIT);
        assertThat(replaces(circo.directors().get(0), colleague)).isEqualTo(302);
        assertThat(statesOf(colleague)).containsExactly(EnrolmentState.INSCRIT);
    }

    @Test
    void whoCancelledComesBackByANewLineAndTheOldOneStays() {
        enrolments.decline(place.id(), teacher.id());
        Enrolment again = some.enrol(session, teacher);
        assertThat(again.id()).isNotEqualTo(place.id());
        assertThat(statesOf(teacher)).containsExactly(EnrolmentState.ANNULE_AGENT, EnrolmentState.INSCRIT);
        assertThat(templates(teacher)).filteredOn("session/enrolled"::equals).hasSize(2);
        waiting.audit(session);
    }

    @Test
    void theRoadBetweenTwoPlacesOfOneDayIsCountedAndAMotivePassesOverIt() throws Exception {
        jdbc.sql("UPDATE school SET latitude = 48.0, longitude = -2.0 WHERE uai = ?")
                .param(circo.schools().get(0))
                .update();
        jdbc.sql("UPDATE school SET latitude = 48.0, longitude = -1.6 WHERE uai = ?")
                .param(circo.schools().get(1))
                .update();
        TrainingSession soon = elsewhere(SessionGround.WEDNESDAY.plusMinutes(100), 1);
        String refused = visitor.refused(
                circo.erun(),
                post("/sessions/" + soon.id() + "/inscrire")
                        .param("agent", teacher.id().toString()));
        assertThat(refused)
                .contains("n'a pas le temps de faire la route", "de route, 10 min entre les deux")
                .contains("indiquez un motif");
        assertThat(enrolments
                        .enrol(soon.id(), teacher.id(), "Covoiturage assuré")
                        .state())
                .isEqualTo(EnrolmentState.INSCRIT);
        TrainingSession later = elsewhere(SessionGround.WEDNESDAY.plusMinutes(100), 0);
        assertThat(enrolments
                        .enrol(later.id(), circo.directors().get(0).id(), null)
                        .state())
                .as("the same place, to the minute")
                .isEqualTo(EnrolmentState.INSCRIT);
    }

    private TrainingSession elsewhere(LocalDateTime start, int school) {
        return service.open(new NewSession(
                circo.uai(),
                null,
                school == 0 ? "PEDA-1" : "SENS-CHGT",
                start,
                60,
                circo.schools().get(school),
                Format.PRESENTIEL,
                5,
                1,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                null,
                false));
    }
}
