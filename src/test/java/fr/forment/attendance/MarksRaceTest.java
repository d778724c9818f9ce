package fr.forment.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.attack.Attack;
import fr.forment.attendance.MarksService.Mark;
import fr.forment.attendance.MarksService.Marked;
import fr.forment.attendance.MarksService.Seen;
import fr.forment.engine.ProcessDriver;
import fr.forment.session.Enrolment;
import fr.forment.session.EnrolmentState;
import fr.forment.session.SessionGround;
import fr.forment.session.Sessions;
import fr.forment.session.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hands mark the same line, or one hand twice, in the same instant. */
@HouseTest
@Tag("attack")
class MarksRaceTest {

    private static final Seen NOTHING = new Seen(null, null);

    @Autowired
    MarksService marks;

    @Autowired
    CheckInService arrivals;

    @Autowired
    ScanTicket tickets;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionGround some;

    @Autowired
    TestGround ground;

    @Autowired
    ProcessDriver driver;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSecondHandIsToldAndWritesOverNobody() throws Exception {
        for (Enrolment row : lines(Attack.rounds(4, 40))) {
            List<Marked> answers = atOnce(
                    () -> marks.record(
                            row.sessionId(), 1, Map.of(row.id(), new Mark(EnrolmentState.ABSENT, null, NOTHING))),
                    () -> marks.record(
                            row.sessionId(), 1, Map.of(row.id(), new Mark(EnrolmentState.PARTIEL, 40, NOTHING))));
            assertThat(answers).extracting(Marked::changed).containsExactlyInAnyOrder(1, 0);
            assertThat(answers).extracting(Marked::kept).containsExactlyInAnyOrder(List.of(), List.of(row.id()));
            EnrolmentState first = answers.get(0).changed() == 1 ? EnrolmentState.ABSENT : EnrolmentState.PARTIEL;
            assertThat(sessions.enrolment(row.id()).orElseThrow().state()).isEqualTo(first);
        }
    }

    @Test
    void oneSheetSentTwiceIsWrittenOnce() throws Exception {
        Enrolment row = lines(1).get(0);
        Callable<Marked> press = () ->
                marks.record(row.sessionId(), 1, Map.of(row.id(), new Mark(EnrolmentState.PRESENT, null, NOTHING)));
        assertThat(atOnce(press, press))
                .allSatisfy(answer -> assertThat(answer.kept()).isEmpty());
        assertThat(written(row)).isEqualTo(1);
        assertThat(told(row)).as("one line of history").isEqualTo(1);
    }

    @Test
    void aTelephonePressedTwiceWhileTheTrainerMarksNotesThePersonOnce() throws Exception {
        for (Enrolment row : lines(Attack.rounds(4, 40))) {
            String ticket = tickets.write(row.sessionId(), 1);
            Callable<Object> confirm = () -> arrivals.confirm(ticket, row.agentId());
            atOnce(
                    confirm,
                    confirm,
                    () -> marks.record(row.sessionId(), 1, Map.of(row.id(), new Mark(EnrolmentState.PRESENT, null))));
            assertThat(written(row)).isEqualTo(1);
            assertThat(sessions.enrolment(row.id()).orElseThrow().state()).isEqualTo(EnrolmentState.PRESENT);
        }
    }

    private List<Enrolment> lines(int many) {
        Circo circo = ground.circonscription((many + 1) / 2);
        TrainingSession session = some.session(circo, many, 1);
        List<Enrolment> rows = circo.teachers().stream()
                .limit(many)
                .map(teacher -> some.enrol(session, teacher))
                .toList();
        driver.travelTo(SessionGround.WEDNESDAY.plusMinutes(1));
        return rows;
    }

    private int written(Enrolment row) {
        return jdbc.sql("SELECT COUNT(*) FROM half_day_mark WHERE enrolment_id = ?")
                .param(row.id())
                .query(Integer.class)
                .single();
    }

    private int told(Enrolment row) {
        return jdbc.sql("SELECT COUNT(*) FROM journal WHERE kind = 'ENROLMENT' AND subject = ? AND after = 'PRESENT'")
                .param(String.valueOf(row.id()))
                .query(Integer.class)
                .single();
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<? extends T>... hands) throws Exception {
        var together = new CyclicBarrier(hands.length);
        var threads = Executors.newFixedThreadPool(hands.length);
        try {
            List<Callable<T>> ready = new ArrayList<>();
            for (Callable<? extends T> hand : hands) {
                ready.add(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return hand.call();
                });
            }
            List<T> answers = new ArrayList<>();
            for (var done : threads.invokeAll(ready)) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
