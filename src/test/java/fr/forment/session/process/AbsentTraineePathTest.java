package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.engine.ProcessDriver;
import fr.forment.people.Agent;
import fr.forment.resource.DayPart;
import fr.forment.resource.TrainerResourceService;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is given a place, or summoned, in silence on a day he said he is away; the session is in the afternoon. */
@HouseTest
class AbsentTraineePathTest {

    private static final LocalDate DAY = SessionGround.WEDNESDAY.toLocalDate();

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    EnrolmentRepository rows;

    @Autowired
    TrainerResourceService resources;

    @Autowired
    Visitor visitor;

    private Circo circo;
    private TrainingSession session;
    private Agent away;
    private Agent there;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        session = some.session(circo, SessionGround.WEDNESDAY, 20, 1);
        away = circo.teachers().get(0);
        there = circo.teachers().get(1);
        ground.as(circo.erun());
    }

    private void absent(Agent agent, DayPart part) {
        resources.away(agent.id(), DAY, DAY, part, null);
    }

    private EnrolmentState state(Enrolment row) {
        return rows.findById(row.id()).orElseThrow().state();
    }

    private void convoked() {
        var theCase = driver.theCase("trainingSession", session.id());
        theCase.fires("cutOffReached");
        theCase.fires("convocationDue").passed("convoke");
    }

    @Test
    void whoIsAwayHasNoPlaceWithoutAReasonAndIsThereForAnotherHalfDay() {
        absent(away, null);
        assertThatThrownBy(() -> enrolments.enrol(session.id(), away.id(), ""))
                .hasMessageContaining("a une absence enregistrée à cette date")
                .hasMessageContaining("indiquez un motif");
        assertThat(enrolments
                        .enrol(session.id(), away.id(), "Revient pour la session")
                        .state())
                .isEqualTo(EnrolmentState.INSCRIT);
        DayPart other = SessionGround.WEDNESDAY.getHour() < 12 ? DayPart.APRES_MIDI : DayPart.MATIN;
        absent(there, other);
        assertThat(enrolments.enrol(session.id(), there.id(), "").state()).isEqualTo(EnrolmentState.INSCRIT);
    }

    @Test
    void whoSaidItAfterwardsLeavesBeforeTheSummonsAndEverybodyKnows() throws Exception {
        Enrolment gone = some.enrol(session, away);
        Enrolment stays = some.enrol(session, there);
        Enrolment insists = enrolments.enrol(
                session.id(), some(circo.teachers().get(2), "Revient pour la session"), "Revient pour la session");
        absent(away, null);
        ground.as(circo.erun());
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).text())
                .contains("Absence enregistrée à cette date : " + away.fullName());

        convoked();

        assertThat(state(gone)).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        assertThat(state(stays)).isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(state(insists)).as("a reason was given").isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(some.mails("unseat", gone.id())).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("absence enregistrée le mercredi 18 novembre 2026"));
        assertThat(some.mails("traineeAbsent", session.id())).isNotEmpty().allSatisfy(mail -> assertThat(
                        mail.bodyText())
                .contains(away.fullName(), "ne sont pas convoquées")
                .doesNotContain(there.fullName()));
    }

    private long some(Agent agent, String why) {
        absent(agent, null);
        ground.as(circo.erun());
        return agent.id();
    }

    @Test
    void onceSummonedNothingIsTakenAwayAndTheTeamIsTold() throws Exception {
        Enrolment row = some.enrol(session, away);
        some.enrol(session, there);
        convoked();
        absent(away, null);
        assertThat(state(row)).isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(some.mails("traineeAbsent", session.id()))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.bodyText()).contains(away.fullName(), "déjà convoquées"));
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).text())
                .contains("Absence enregistrée à cette date : " + away.fullName(), "Vérifiez qui peut venir");
    }
}
