package fr.forment.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.account.Tokens;
import fr.forment.evaluation.EvaluationService;
import fr.forment.evaluation.Said;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import java.sql.Date;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A module that people did not find good has its materials reviewed, in its circonscription. */
@HouseTest
class DislikedModuleTest {

    @Autowired
    TestGround ground;

    @Autowired
    SessionGround some;

    @Autowired
    MaterialService materials;

    @Autowired
    MaterialRepository all;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    private int asked;

    private void answers(TrainingSession session, int people, int mark) {
        for (int i = 0; i < people; i++) {
            String token = Tokens.fresh();
            jdbc.sql(
                            "INSERT INTO evaluation_invitation (version_id, kind, session_id, agent_id, token_hash, expires_on) VALUES (1, 'HOT', ?, ?, ?, ?)")
                    .params(
                            session.id(),
                            2_000_000 + session.id() * 100 + asked++,
                            Tokens.fingerprint(token),
                            Date.valueOf(LocalDate.of(2027, 1, 31)))
                    .update();
            assertThat(evaluations.answer(
                            token,
                            Said.answer(
                                    mark, mark, mark, mark, mark, mark, null, null, null, null, null, null, null,
                                    null)))
                    .isEmpty();
        }
    }

    private TrainingMaterial ofAnyModule(Circo circo, String module) {
        ground.as(circo.erun());
        return materials.add(circo.uai(), module, "Diaporama " + module, "Classeur de l'équipe");
    }

    private boolean isStale(TrainingMaterial material) {
        return all.findById(material.id()).orElseThrow().isStale();
    }

    @Test
    void fiveLowAnswersHaveItsMaterialsReviewedOnce() {
        Circo circo = ground.circonscription(1);
        Circo elsewhere = ground.circonscription(1);
        TrainingSession session = some.session(circo, 20, 2);
        jdbc.sql("UPDATE training_session SET project_id = ? WHERE id = ?")
                .params(3_000_000 + session.id(), session.id())
                .update();
        String other = jdbc.sql("SELECT MIN(code) FROM training_module WHERE code <> ?")
                .param(session.moduleCode())
                .query(String.class)
                .single();
        TrainingMaterial concerned = ofAnyModule(circo, session.moduleCode());
        TrainingMaterial ofAnother = ofAnyModule(circo, other);
        TrainingMaterial ofOthers = ofAnyModule(elsewhere, session.moduleCode());

        answers(session, 4, 1);
        assertThat(isStale(concerned)).as("four are not read").isFalse();
        answers(session, 1, 1);
        assertThat(isStale(concerned)).isTrue();
        assertThat(isStale(ofAnother)).isFalse();
        assertThat(isStale(ofOthers)).isFalse();
        answers(session, 5, 1);
        assertThat(journal.of("MATERIAL", concerned.id()))
                .extracting(JournalEntry::why)
                .as("told once, without the mean of the one who trained")
                .containsOnlyOnce("À relire avant que le module soit donné de nouveau")
                .noneMatch(why -> why.contains("atisfaction"));
    }
}
