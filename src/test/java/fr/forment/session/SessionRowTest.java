package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A session is read column by column by whoever gives its places: none is forgotten, filled or empty. */
@HouseTest
class SessionRowTest {

    @Autowired
    SessionRepository repository;

    @Autowired
    SessionPhases phases;

    @Autowired
    SessionGround some;

    @Autowired
    TestGround ground;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void isReadAsSpringDataReadsIt() {
        var circo = ground.circonscription(1);
        long empty = some.session(circo, 10, 1).id();
        long filled =
                some.session(circo, SessionGround.WEDNESDAY.plusDays(7), 10, 1).id();
        long phase = phases.of(4711, null).id();
        jdbc.sql("UPDATE training_session SET trainer_id = NULL WHERE id = ?")
                .param(empty)
                .update();
        jdbc.sql("""
                UPDATE training_session SET version = 7, phase_id = ?, project_id = 4711, vague_id = 3, plan_line = 5, break_minutes = 60, dates_mark = 9,
                       enrol_until = DATE '2026-10-01', booked = 3, offered = 2, sequence = 4, for_parents = TRUE, head_count = 12,
                       notice_waived_for = starts_at, kept_with = 3, undecided_for = starts_at, held_anyway_despite = 'ceci', held_anyway_for = 'cela' WHERE id = ?""").params(phase, filled).update();
        for (long id : new long[] {empty, filled}) {
            TrainingSession held = transaction.execute(tx -> repository.lock(id).orElseThrow());
            assertThat(held)
                    .usingRecursiveComparison()
                    .isEqualTo(repository.findById(id).orElseThrow());
            if (id == filled) {
                assertThat(held).hasNoNullFieldsOrPropertiesExcept("changedFrom");
            }
        }
    }
}
