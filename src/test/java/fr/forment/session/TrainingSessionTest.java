package fr.forment.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.french.Refusal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class TrainingSessionTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 18, 14, 0);
    private static final LocalDateTime BEFORE = START.minusDays(10);

    @Test
    void neverBooksMorePlacesThanThereAre() {
        TrainingSession session = session(2, 1);
        assertThat(session.book()).isTrue();
        assertThat(session.book()).isTrue();
        assertThat(session.book()).isFalse();
        assertThat(session.booked()).isEqualTo(2);
        session.release();
        assertThat(session.book()).isTrue();
    }

    @Test
    void releasesNoPlaceThatNobodyTook() {
        assertThatIllegalStateException().isThrownBy(() -> session(2, 1).release());
    }

    @Test
    void wantsAtLeastOneAndAtMostItsCapacity() {
        assertThat(session(5, 0).minimum()).isEqualTo(1);
        assertThat(session(5, 9).minimum()).isEqualTo(5);
    }

    @Test
    void keepsItsDurationAndCountsItsDates() {
        TrainingSession session = session(5, 1);
        session.open();
        session.enter(SessionState.OUVERTE, SessionState.CONFIRMEE);
        session.reschedule(START.plusDays(7), session.minutes(), BEFORE);
        assertThat(session.minutes()).isEqualTo(90);
        assertThat(session.sequence()).isEqualTo(1);
        assertThat(session.state()).isEqualTo(SessionState.OUVERTE);
    }

    @Test
    void doesNotChangeOnceBegun() {
        TrainingSession session = session(5, 1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> session.reschedule(START.plusDays(7), session.minutes(), START));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> session.cancel(START));
        session.cancel(BEFORE);
        assertThat(session.state()).isEqualTo(SessionState.ANNULEE);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> session.cancel(BEFORE));
    }

    @Test
    void isNotPostponedIntoThePast() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> session(5, 1).reschedule(BEFORE.minusDays(1), 90, BEFORE));
    }

    @Test
    void opensOnce() {
        TrainingSession session = session(5, 1);
        assertThat(session.open()).isTrue();
        assertThat(session.open()).isFalse();
    }

    @Test
    void goesFromStateToStateInOrder() {
        assertThatIllegalStateException()
                .isThrownBy(() -> session(5, 1).enter(SessionState.CONFIRMEE, SessionState.CONVOQUEE));
    }

    private static TrainingSession session(int capacity, int minimum) {
        return TrainingSession.of(new NewSession(
                "0350060A",
                null,
                "PRES-ECOLE",
                START,
                90,
                "Rennes",
                Format.PRESENTIEL,
                capacity,
                minimum,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                null,
                false));
    }
}
