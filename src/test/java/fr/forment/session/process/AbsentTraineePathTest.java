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
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    SessionHalfDays halfDays;

    @Autowired
    JdbcClient jdbc;

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
                .contains("absence enregistrée le mercredi 18 novembre 2026, après-midi, de 14 h à 15 h 30")
                .doesNotContain("vous proposera une autre session"));
        assertThat(noted(gone)).isEqualTo("Absence enregistrée : mercredi 18 novembre 2026, après-midi");
        assertThat(some.mails("traineeAbsent", session.id())).isNotEmpty().allSatisfy(mail -> assertThat(
                        mail.bodyText())
                .contains(away.fullName(), "ne sont pas convoquées", "après-midi, de 14 h à 15 h 30")
                .doesNotContain(there.fullName()));
    }

    private String noted(Enrolment row) {
        return jdbc.sql("SELECT why FROM journal WHERE kind = 'ENROLMENT' AND subject = ? ORDER BY id DESC")
                .param(String.valueOf(row.id()))
                .query(String.class)
                .list()
                .get(0);
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
                .allSatisfy(mail -> assertThat(mail.bodyText()).contains(away.fullName(), "inscrite et convoquée"));
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).text())
                .contains("Absence enregistrée à cette date : " + away.fullName(), "Vérifiez qui peut venir");
    }

    @Test
    void whoMissesOneHalfDayOfTwoIsSummonedAndTheTeamReadsWhich() throws Exception {
        jdbc.sql("UPDATE training_session SET starts_at = ?, ends_at = ? WHERE id = ?")
                .params(DAY.atTime(10, 0), DAY.atTime(15, 30), session.id())
                .update();
        halfDays.write(
                session.id(),
                List.of(
                        new HalfDay(1, DAY.atTime(10, 0), DAY.atTime(12, 0), null),
                        new HalfDay(2, DAY.atTime(13, 30), DAY.atTime(15, 30), null)));
        Enrolment partly = some.enrol(session, away);
        Enrolment whole = some.enrol(session, there);
        absent(away, DayPart.APRES_MIDI);
        absent(there, null);
        ground.as(circo.erun());
        assertThat(visitor.page(circo.erun(), "/sessions/" + session.id()).text())
                .contains(away.fullName() + " (mercredi 18 novembre 2026, après-midi)");

        convoked();

        assertThat(state(partly)).isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(state(whole)).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        assertThat(some.mails("traineeAbsent", session.id() + ":" + away.id()))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.bodyText())
                        .contains(
                                "une partie de la session",
                                away.fullName() + " : mercredi 18 novembre 2026, après-midi, de 13 h 30 à 15 h 30",
                                "inscrite et convoquée")
                        .doesNotContain("matin"));
        assertThat(some.mails("unseat", whole.id())).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("matin, de 10 h à 12 h ; mercredi 18 novembre 2026, après-midi"));
    }

    @Test
    void anAbsenceWithdrawnTakesItsLetterBackAndTheSameSaidAgainIsWritten() {
        some.enrol(session, away);
        some.enrol(session, there);
        convoked();
        absent(away, null);
        absent(there, null);
        assertThat(waiting(away)).isEqualTo(2);

        resources.back(
                away.id(),
                jdbc.sql("SELECT id FROM trainer_absence WHERE agent_id = ?")
                        .param(away.id())
                        .query(Long.class)
                        .single());
        assertThat(waiting(away)).isZero();
        assertThat(waiting(there)).as("still away").isEqualTo(2);

        absent(away, null);
        assertThat(waiting(away)).isEqualTo(2);
    }

    private int waiting(Agent agent) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_mail WHERE mail_key LIKE ? AND state IN ('QUEUED', 'HELD')")
                .param("trainingSession:traineeAbsent:" + session.id() + ":" + agent.id() + ":%")
                .query(Integer.class)
                .single();
    }

    @Test
    void aSessionThatFallsBelowItsMinimumAtTheSummonsSaysSo() {
        session = some.session(circo, SessionGround.WEDNESDAY.plusDays(1), 20, 2);
        some.enrol(session, away);
        some.enrol(session, there);
        resources.away(away.id(), DAY.plusDays(1), DAY.plusDays(1), null, null);

        convoked();

        assertThat(some.writtenTo("belowMinimum", session.id()))
                .contains(circo.ien().email(), circo.cpc().email(), circo.erun().email());
        assertThat(some.mails("belowMinimum", session.id())).allSatisfy(mail -> assertThat(mail.bodyText())
                .contains("compte désormais 1 inscription pour un effectif minimal de 2"));
    }
}
