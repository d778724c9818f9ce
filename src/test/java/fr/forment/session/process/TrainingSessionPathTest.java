package fr.forment.session.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.engine.ProcessDriver;
import fr.forment.engine.TheCase;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.MarksService;
import fr.forment.session.SessionGround;
import fr.forment.session.SessionState;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import fr.forment.staff.HoursLedger;
import fr.forment.staff.TrainingRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HouseTest
class TrainingSessionPathTest {

    @Autowired
    ProcessDriver driver;
    @Autowired
    TestGround ground;
    @Autowired
    SessionGround some;
    @Autowired
    Sessions sessions;
    @Autowired
    MarksService marks;
    @Autowired
    TrainingRecords records;
    @Autowired
    HoursLedger hours;

    private Circo circo;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(2);
    }

    @Test
    void goesFromTheAnnouncementToTheArchive() {
        TrainingSession session = some.session(circo, 10, 2);
        Enrolment first = some.enrol(session, circo.teachers().get(0));
        Enrolment second = some.enrol(session, circo.directors().get(1));
        TheCase theCase = driver.theCase("trainingSession", session.id()).waitsAt("prepare", "cutOffReached");
        assertThat(state(session)).isEqualTo(SessionState.OUVERTE);
        assertThat(theCase.dateOf("cutOffReached")).isEqualTo(LocalDateTime.of(2026, 10, 6, 8, 0));

        theCase.fires("cutOffReached").passed("confirm").didNotPass("askDecision").waitsAt("prepare", "convocationDue");
        assertThat(state(session)).isEqualTo(SessionState.CONFIRMEE);
        theCase.fires("convocationDue").waitsAt("prepare", "reminderDue");
        assertThat(state(session)).isEqualTo(SessionState.CONVOQUEE);
        assertThat(some.writtenTo("convoke", first.id() + ":0")).containsExactly(circo.teachers().get(0).email());
        theCase.fires("reminderDue").waitsAt("prepare", "sessionStarted");
        assertThat(some.writtenTo("remind", second.id() + ":0")).containsExactly(circo.directors().get(1).email());
        theCase.fires("sessionStarted").waitsAt("sessionEnded");
        assertThat(state(session)).isEqualTo(SessionState.EN_COURS);
        theCase.fires("sessionEnded").waitsAt("mark");
        assertThat(state(session)).isEqualTo(SessionState.A_EMARGER);

        marks.record(session.id(), Map.of(first.id(), new MarksService.Mark(EnrolmentState.PRESENT, null),
                second.id(), new MarksService.Mark(EnrolmentState.ABSENT_EXCUSE, null)));
        theCase.completes("mark", Map.of("confirmed", true)).passed("recordMarks", "issue").waitsAt("coldEvaluationDue");
        assertThat(state(session)).isEqualTo(SessionState.CLOTUREE);
        assertThat(records.has(circo.teachers().get(0).id(), "PRES-ECOLE")).isTrue();
        assertThat(records.has(circo.directors().get(1).id(), "PRES-ECOLE")).isFalse();
        assertThat(hours.entMinutesLeft(circo.teachers().get(0).id(), "2026-2027")).isEqualTo(360 - 90);
        assertThat(hours.entMinutesLeft(circo.directors().get(1).id(), "2026-2027")).isEqualTo(360);

        theCase.fires("coldEvaluationDue").passed("askColdEvaluation", "archive").isEnded();
        assertThat(state(session)).isEqualTo(SessionState.ARCHIVEE);
        assertThat(driver.incidents()).isEmpty();
    }

    private SessionState state(TrainingSession session) {
        return sessions.find(session.id()).orElseThrow().state();
    }
}
