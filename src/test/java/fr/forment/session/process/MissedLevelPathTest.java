package fr.forment.session.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.attendance.MarksService;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.mail.QueuedMail;
import fr.forment.people.Agent;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentRepository;
import fr.forment.session.EnrolmentService;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever missed a level is not summoned in silence to the next one: taken out and told, or the team is told. */
@HouseTest
class MissedLevelPathTest {

    private static final LocalDateTime FIRST = SessionGround.WEDNESDAY;

    @Autowired
    ProcessDriver driver;

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    EnrolmentRepository rows;

    @Autowired
    MarksService marks;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Agent absent;
    private Agent partial;
    private Agent present;
    private Agent insisting;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
        absent = circo.teachers().get(0);
        partial = circo.teachers().get(1);
        present = circo.teachers().get(2);
        insisting = circo.teachers().get(3);
        ground.as(circo.erun());
    }

    private TrainingSession of(String module, LocalDateTime start) {
        TrainingSession session = some.session(circo, start, 20, 1);
        jdbc.sql("UPDATE training_session SET module_code = ? WHERE id = ?")
                .params(module, session.id())
                .update();
        return sessions.find(session.id()).orElseThrow();
    }

    private TheCase convoked(TrainingSession session) {
        TheCase theCase = driver.theCase("trainingSession", session.id());
        theCase.fires("cutOffReached");
        return theCase.fires("convocationDue").passed("convoke");
    }

    private TheCase marked(TrainingSession session, Map<Long, MarksService.Mark> sheet) {
        TheCase theCase = driver.theCase("trainingSession", session.id());
        theCase.fires("sessionStarted").fires("sessionEnded").waitsAt("mark");
        marks.record(session.id(), 1, sheet);
        return theCase.completes("mark", Map.of("confirmed", true));
    }

    private EnrolmentState state(Enrolment row) {
        return rows.findById(row.id()).orElseThrow().state();
    }

    private static MarksService.Mark mark(EnrolmentState state) {
        return new MarksService.Mark(state, null);
    }

    @Test
    void whoWasAbsentOrLeftEarlyLeavesTheNextLevelAndIsToldOfTheNextSession() {
        TrainingSession first = of("PEDA-1", FIRST);
        TrainingSession again = of("PEDA-1", FIRST.plusDays(70));
        TrainingSession second = of("PEDA-2", FIRST.plusDays(21));
        Enrolment absentFirst = some.enrol(first, absent);
        Enrolment partialFirst = some.enrol(first, partial);
        Enrolment presentFirst = some.enrol(first, present);
        Enrolment absentSecond = some.enrol(second, absent);
        Enrolment partialSecond = some.enrol(second, partial);
        Enrolment presentSecond = some.enrol(second, present);
        Enrolment insistingSecond =
                enrolments.enrol(second.id(), insisting.id(), "A suivi le niveau 1 dans une autre académie");
        convoked(second);

        marked(
                        first,
                        Map.of(
                                absentFirst.id(), mark(EnrolmentState.ABSENT),
                                partialFirst.id(), mark(EnrolmentState.PARTIEL),
                                presentFirst.id(), mark(EnrolmentState.PRESENT)))
                .passed("issue");

        assertThat(state(absentSecond)).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        assertThat(state(partialSecond)).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        assertThat(state(presentSecond)).isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(state(insistingSecond)).as("a motive was given").isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(sessions.find(second.id()).orElseThrow().booked()).isEqualTo(2);
        assertThat(some.mails("unseat", absentSecond.id())).singleElement().satisfies(mail -> {
            assertThat(mail.toAddress()).isEqualTo(absent.email());
            assertThat(mail.bodyText())
                    .contains(
                            "« Usage pédagogique, niveau 1 » se suit avant",
                            "session du mercredi 18 novembre 2026",
                            "Prochaine session possible : mercredi 27 janvier 2027",
                            "Mes demandes de formation");
        });
        List<QueuedMail> told = some.mails("levelMissed", second.id());
        assertThat(told).extracting(QueuedMail::toAddress).contains(circo.erun().email());
        assertThat(told)
                .filteredOn(mail -> mail.toAddress().equals(circo.erun().email()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.bodyText()).contains(absent.fullName(), partial.fullName()));
        assertThat(told)
                .filteredOn(
                        mail -> mail.toAddress().equals(circo.directors().get(0).email()))
                .as("the director of the two")
                .hasSize(1);
        assertThat(told)
                .filteredOn(
                        mail -> mail.toAddress().equals(circo.directors().get(1).email()))
                .as("nobody of this school")
                .isEmpty();
        assertThat(again.hasRoom()).isTrue();
    }

    @Test
    void whoLeftAFirstLevelThatWasHeldIsNotSummonedToTheSecond() {
        TrainingSession first = of("PEDA-1", FIRST);
        TrainingSession second = of("PEDA-2", FIRST.plusDays(70));
        Enrolment gone = some.enrol(first, absent);
        Enrolment came = some.enrol(first, present);
        Enrolment next = some.enrol(second, absent);
        Enrolment other = some.enrol(second, present);
        enrolments.decline(gone.id(), absent.id());
        convoked(first).fires("reminderDue").fires("sessionMorning");
        marked(first, Map.of(came.id(), mark(EnrolmentState.PRESENT))).passed("issue");

        convoked(second);

        assertThat(state(next)).isEqualTo(EnrolmentState.ANNULE_ADMIN);
        assertThat(some.mails("convoke", next.id() + ":0")).isEmpty();
        assertThat(some.mails("unseat", next.id())).singleElement().satisfies(mail -> assertThat(mail.bodyText())
                .contains("« Usage pédagogique, niveau 1 » se suit avant"));
        assertThat(state(other)).isEqualTo(EnrolmentState.CONVOQUE);
    }

    @Test
    void whoLeavesAFirstLevelStillToComeKeepsHisPlaceAndTheTeamIsTold() {
        TrainingSession first = of("PEDA-1", FIRST);
        TrainingSession second = of("PEDA-2", FIRST.plusDays(7));
        Enrolment gone = some.enrol(first, absent);
        Enrolment next = some.enrol(second, absent);
        TheCase theCase = convoked(second);
        assertThat(state(next)).isEqualTo(EnrolmentState.CONVOQUE);
        enrolments.decline(gone.id(), absent.id());

        theCase.fires("reminderDue");

        assertThat(state(next)).isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(some.mails("unseat", next.id())).isEmpty();
        assertThat(some.mails("levelUnknown", second.id())).isNotEmpty().allSatisfy(mail -> assertThat(mail.bodyText())
                .contains(absent.fullName()));
    }

    /** A place never had, or taken away by the house, is no level missed. */
    @Test
    void whoHadNoPlaceInTheFirstLevelIsNotToldThatHeMissedIt() {
        TrainingSession first = of("PEDA-1", FIRST);
        TrainingSession second = of("PEDA-2", FIRST.plusDays(70));
        Enrolment came = some.enrol(first, present);
        Enrolment without = some.enrol(first, absent);
        Enrolment next = some.enrol(second, absent);
        enrolments.remove(without.id(), "Classe à encadrer ce jour-là");
        convoked(first).fires("reminderDue").fires("sessionMorning");
        marked(first, Map.of(came.id(), mark(EnrolmentState.PRESENT))).passed("issue");

        convoked(second);

        assertThat(state(next)).isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(some.mails("unseat", next.id())).isEmpty();
        assertThat(some.mails("levelUnknown", second.id())).isNotEmpty();
    }

    @Test
    void ofWhomNothingIsKnownTheTeamIsTold() {
        TrainingSession second = of("PRES-ECOLE", FIRST);
        Enrolment row = some.enrol(second, absent);
        jdbc.sql("UPDATE training_session SET module_code = 'PEDA-2' WHERE id = ?")
                .param(second.id())
                .update();

        convoked(second);

        assertThat(state(row)).isEqualTo(EnrolmentState.CONVOQUE);
        assertThat(some.writtenTo("levelUnknown", second.id()))
                .contains(circo.erun().email(), circo.cpc().email());
        assertThat(some.mails("levelUnknown", second.id())).allSatisfy(mail -> assertThat(mail.bodyText())
                .contains(absent.fullName(), "« Usage pédagogique, niveau 1 »"));
    }
}
