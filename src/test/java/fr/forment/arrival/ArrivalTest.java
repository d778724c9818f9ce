package fr.forment.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.account.AgentFunction;
import fr.forment.french.Refusal;
import fr.forment.people.Agent;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class ArrivalTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    private final Arrival arrival = Arrival.of(somebody(), ArrivalOrigin.LISTE, TODAY);

    @Test
    void refusesASecondConfirmation() {
        arrival.confirm(TODAY, false);
        assertThatThrownBy(() -> arrival.confirm(TODAY, true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("déjà reçu une réponse");
        assertThatThrownBy(() -> arrival.reject(ArrivalState.DOUBLON)).isInstanceOf(Refusal.class);
        assertThat(arrival.entExperience()).isFalse();
    }

    @Test
    void keepsTheVerdictOfAnArrivalThatIsNone() {
        arrival.reject(ArrivalState.DOUBLON);
        arrival.close(ArrivalEnding.ERREUR, TODAY);
        assertThat(arrival.state()).isEqualTo(ArrivalState.DOUBLON);
        assertThat(arrival.ending()).isEqualTo(ArrivalEnding.DOUBLON);
        assertThat(arrival.isOpen()).isFalse();
    }

    @Test
    void followsItsPathToTheEnd() {
        underWay();
        assertThat(arrival.path()).containsExactly("PRES-ECOLE", "PEDA-1");
        arrival.enrolled(false);
        assertThat(arrival.state()).isEqualTo(ArrivalState.PARCOURS_AFFECTE);
        arrival.enrolled(true);
        assertThat(arrival.state()).isEqualTo(ArrivalState.INSCRIT);
        arrival.train(ArrivalEnding.FORME);
        arrival.close(ArrivalEnding.PARTI, TODAY);
        assertThat(arrival.ending()).isEqualTo(ArrivalEnding.FORME);
        assertThat(arrival.state()).isEqualTo(ArrivalState.CLOS);
    }

    @Test
    void takesANewDueDateOnlyAheadAndOnlyBeforeTheEnd() {
        underWay();
        arrival.escalate();
        assertThatThrownBy(() -> arrival.defer(TODAY, TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("à venir");
        arrival.defer(TODAY.plusDays(30), TODAY);
        assertThat(arrival.isDeferred()).isTrue();
        assertThat(arrival.state()).isEqualTo(ArrivalState.PARCOURS_AFFECTE);
        arrival.enrolled(false);
        assertThat(arrival.isDeferred())
                .as("a place found meanwhile begins nothing again")
                .isTrue();
        arrival.follow(false);
        assertThat(arrival.isDeferred()).isFalse();
        arrival.dispense();
        assertThatThrownBy(() -> arrival.train(ArrivalEnding.ACCOMPAGNE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("déjà terminé");
    }

    @Test
    void isClosedOnce() {
        arrival.close(ArrivalEnding.PARTI, TODAY);
        assertThatThrownBy(() -> arrival.close(ArrivalEnding.PARTI, TODAY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> arrival.confirm(TODAY, true)).isInstanceOf(Refusal.class);
    }

    private void underWay() {
        arrival.confirm(TODAY, false);
        arrival.assign(List.of("PRES-ECOLE", "PEDA-1"), TODAY.plusDays(40), TODAY);
    }

    private static Agent somebody() {
        Agent agent = Mockito.mock(Agent.class);
        Mockito.when(agent.id()).thenReturn(1L);
        Mockito.when(agent.function()).thenReturn(AgentFunction.ADJOINT);
        Mockito.when(agent.schoolUai()).thenReturn("0350122T");
        Mockito.when(agent.circonscriptionUai()).thenReturn("0350060A");
        return agent;
    }
}
