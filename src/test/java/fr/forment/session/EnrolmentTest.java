package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.forment.french.Refusal;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnrolmentTest {

    private static final Instant NOW = Instant.parse("2026-10-14T06:00:00Z");

    @Test
    void waitsThenIsEnrolledConvokedAndReceived() {
        Enrolment enrolment = in(EnrolmentState.LISTE_ATTENTE);
        enrolment.promote();
        enrolment.convoke(NOW);
        assertThat(enrolment.convokedAt()).isEqualTo(NOW);
        assertThat(enrolment.acknowledge(NOW)).isTrue();
        assertThat(enrolment.acknowledge(NOW)).isFalse();
        assertThat(enrolment.state()).isEqualTo(EnrolmentState.ACCUSE);
    }

    @Test
    void isNotConvokedWhileWaitingNorTwice() {
        assertThatIllegalStateException()
                .isThrownBy(() -> in(EnrolmentState.LISTE_ATTENTE).convoke(NOW));
        Enrolment enrolment = in(EnrolmentState.INSCRIT);
        enrolment.convoke(NOW);
        assertThatIllegalStateException().isThrownBy(() -> enrolment.convoke(NOW));
    }

    @Test
    void isConvokedAgainForANewDate() {
        Enrolment enrolment = in(EnrolmentState.INSCRIT);
        enrolment.convoke(NOW);
        enrolment.expectAgain();
        assertThat(enrolment.convokedAt()).isNull();
        enrolment.convoke(NOW.plusSeconds(1));
        assertThat(enrolment.state()).isEqualTo(EnrolmentState.CONVOQUE);
    }

    @Test
    void aMotiveGivenForOneDateDoesNotPassOverAnother() {
        Enrolment enrolment = in(EnrolmentState.INSCRIT);
        enrolment.waive(Set.of(Obstacle.ABSENCE, Obstacle.NIVEAU, Obstacle.TRAJET, Obstacle.HEURES));
        enrolment.expectAgain();
        assertThat(enrolment.waived()).containsExactly(Obstacle.HEURES);
    }

    @ParameterizedTest
    @EnumSource(
            value = EnrolmentState.class,
            names = {"ANNULE_AGENT", "ANNULE_ADMIN", "SESSION_ANNULEE", "DATE_CHANGEE"})
    void endsOnce(EnrolmentState last) {
        Enrolment enrolment = in(EnrolmentState.INSCRIT);
        enrolment.end(last);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> enrolment.end(EnrolmentState.ANNULE_AGENT));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> enrolment.mark(EnrolmentState.PRESENT, 90));
    }

    @Test
    void isCorrectedFromMarkToMark() {
        Enrolment enrolment = in(EnrolmentState.INSCRIT);
        enrolment.mark(EnrolmentState.PRESENT, 90);
        enrolment.mark(EnrolmentState.PARTIEL, 40);
        assertThat(enrolment.minutesAttended()).isEqualTo(40);
        enrolment.mark(EnrolmentState.ABSENT, 90);
        assertThat(enrolment.minutesAttended()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> enrolment.mark(EnrolmentState.INSCRIT, 0));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> enrolment.end(EnrolmentState.ANNULE_AGENT));
    }

    @Test
    void whoWaitsIsNotMarked() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> in(EnrolmentState.LISTE_ATTENTE).mark(EnrolmentState.PRESENT, 90));
    }

    @Test
    void thoseWhoWaitOrDidNotComeHoldNoPlace() {
        assertThat(EnrolmentState.values())
                .filteredOn(EnrolmentState::holdsPlace)
                .containsExactly(
                        EnrolmentState.INSCRIT,
                        EnrolmentState.CONVOQUE,
                        EnrolmentState.ACCUSE,
                        EnrolmentState.PRESENT,
                        EnrolmentState.PARTIEL);
        assertThat(EnrolmentState.values())
                .filteredOn(state -> !state.isActive())
                .containsExactly(
                        EnrolmentState.ANNULE_AGENT,
                        EnrolmentState.ANNULE_ADMIN,
                        EnrolmentState.SESSION_ANNULEE,
                        EnrolmentState.DATE_CHANGEE,
                        EnrolmentState.REMPLACE);
    }

    private static Enrolment in(EnrolmentState state) {
        return Enrolment.of(1, 2, "0350122T", state);
    }
}
