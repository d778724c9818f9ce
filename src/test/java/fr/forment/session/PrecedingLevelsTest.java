package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import fr.forment.people.TrainingRecords;
import fr.forment.session.guard.PrecedingLevels;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Level n is asked before level n + 1, wherever somebody is enrolled by hand; a motive passes over it. */
@HouseTest
class PrecedingLevelsTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    Sessions sessions;

    @Autowired
    EnrolmentService enrolments;

    @Autowired
    EnrolmentRules rules;

    @Autowired
    PrecedingLevels levels;

    @Autowired
    TrainingRecords records;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Circo circo;
    private Agent teacher;

    @BeforeEach
    void ground() {
        circo = ground.circonscription(1);
        teacher = circo.teachers().get(0);
        ground.as(circo.erun());
    }

    private TrainingSession of(String module, LocalDateTime start) {
        TrainingSession session = some.session(circo, start, 20, 1);
        jdbc.sql("UPDATE training_session SET module_code = ? WHERE id = ?")
                .params(module, session.id())
                .update();
        return sessions.find(session.id()).orElseThrow();
    }

    private boolean isAsked(TrainingSession session) {
        return rules.foreseen(session, teacher).contains(Obstacle.NIVEAU);
    }

    @Test
    void knowsWhichLevelComesBefore() {
        assertThat(levels.before("PEDA-3")).contains("PEDA-2");
        assertThat(levels.before("PEDA-2")).contains("PEDA-1");
        assertThat(levels.before("PEDA-1")).as("what comes before is no level").isEmpty();
        assertThat(levels.before("DISC")).as("no level of its own").isEmpty();
    }

    @Test
    void refusesWhoHasNotFollowedTheLevelBeforeUnlessForAMotive() {
        TrainingSession second = of("PEDA-2", SessionGround.WEDNESDAY);
        assertThatThrownBy(() -> enrolments.enrol(second.id(), teacher.id(), null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("n'a pas suivi le niveau précédent (« Usage pédagogique, niveau 1 »)")
                .hasMessageContaining("indiquez un motif");
        assertThat(enrolments.enrol(second.id(), teacher.id(), "A suivi le niveau 1 ailleurs"))
                .isNotNull();
    }

    @Test
    void aTrainingThatWasFollowedDoes() {
        TrainingSession third = of("PEDA-3", SessionGround.WEDNESDAY);
        transaction.executeWithoutResult(
                done -> records.record(teacher.id(), "PEDA-1", LocalDate.of(2025, 11, 12), "import"));
        assertThat(isAsked(third)).as("level 1 is not level 2").isTrue();
        transaction.executeWithoutResult(
                done -> records.record(teacher.id(), "PEDA-2", LocalDate.of(2026, 3, 11), "import"));
        assertThat(isAsked(third)).isFalse();
    }

    @Test
    void aPlaceThatEndsByTheTimeThisOneBeginsDoesToo() {
        TrainingSession first = of("PEDA-1", SessionGround.WEDNESDAY);
        TrainingSession atOnce = of("PEDA-2", first.endsAt());
        TrainingSession overlapping = of("PEDA-2", first.startsAt().plusDays(7));
        jdbc.sql("UPDATE training_session SET starts_at = ? WHERE id = ?")
                .params(first.endsAt().minusMinutes(1), overlapping.id())
                .update();
        assertThat(isAsked(atOnce)).isTrue();
        enrolments.enrol(first.id(), teacher.id(), null);
        assertThat(isAsked(atOnce)).as("begins when the first ends").isFalse();
        assertThat(isAsked(sessions.find(overlapping.id()).orElseThrow()))
                .as("begins a minute before")
                .isTrue();
    }
}
