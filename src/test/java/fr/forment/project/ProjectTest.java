package fr.forment.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.french.Refusal;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ProjectTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final Framing FRAMING = new Framing(TODAY, TODAY.plusDays(30), 70, 40, true, true);

    private final Project project = Project.of("ENT", "0350060A", "2026-2027", TODAY);
    private final Vague vague = Vague.of(1, 1, TODAY.plusDays(90));

    @Test
    void isFramedOnceAndAtTheFramingOnly() {
        assertThat(project.responseThreshold()).isEqualTo(80);
        project.frame(FRAMING);
        assertThat(project.responseThreshold()).isEqualTo(70);
        assertThat(project.hasTrainingEnvironment()).isTrue();
        project.enter(ProjectState.CADRAGE, ProjectState.BESOINS);
        assertThatThrownBy(() -> project.frame(FRAMING)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotSkipAStage() {
        assertThatThrownBy(() -> project.enter(ProjectState.BESOINS, ProjectState.PLAN))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> project.trainersAreTrained(TODAY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> project.validateBilan("")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isAbandonedOnce() {
        project.abandon();
        assertThat(project.state()).isEqualTo(ProjectState.ABANDONNE);
        assertThatThrownBy(project::abandon).isInstanceOf(Refusal.class);
    }

    @Test
    void aVagueIsTrainedOnce() {
        assertThat(vague.isTrained(TODAY)).isTrue();
        assertThat(vague.isTrained(TODAY.plusDays(1))).isFalse();
        assertThat(vague.trainedOn()).isEqualTo(TODAY);
    }

    @Test
    void aVagueIsSettledAfterItsSessionsAndDecidedAfterThat() {
        assertThatThrownBy(() -> vague.settle()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vague.decide(VagueDecision.CONTINUE, null, VagueDecision.Owner.IEN))
                .isInstanceOf(IllegalStateException.class);
        vague.enter(EnumSet.of(VagueState.PREPARATION), VagueState.PRETE);
        vague.settle();
        vague.decide(VagueDecision.POSTPONE, TODAY.plusDays(60), VagueDecision.Owner.IEN);
        assertThat(vague.state()).isEqualTo(VagueState.STABILISATION);
        assertThat(vague.resumesOn()).isEqualTo(TODAY.plusDays(60));
    }

    @Test
    void aClosedVagueIsNotSuspended() {
        vague.enter(EnumSet.of(VagueState.PREPARATION), VagueState.CLOSE);
        vague.suspend();
        assertThat(vague.state()).isEqualTo(VagueState.CLOSE);
    }
}
