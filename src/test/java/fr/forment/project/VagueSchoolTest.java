package fr.forment.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.french.Refusal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VagueSchoolTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final GateFacts FACTS = new GateFacts(true, true, 100, 50, true, true, true, false);
    private static final GateVerdict OPEN = new GateVerdict(FACTS, Set.of());
    private static final GateVerdict CLOSED =
            new GateVerdict(FACTS, Set.of(GateReason.DIRECTOR_NOT_TRAINED, GateReason.CHARTER_NOT_SIGNED));

    private final VagueSchool place = VagueSchool.of(1, "0350122T");

    @Test
    void opensOnAnOpenVerdict() {
        place.engage(12L, TODAY);
        place.check(OPEN, TODAY);
        assertThat(place.state()).isEqualTo(PlaceState.FORMEE);
        place.open(OPEN, TODAY);
        assertThat(place.state()).isEqualTo(PlaceState.EN_SERVICE);
        assertThat(place.openedOn()).isEqualTo(TODAY);
    }

    @Test
    void neverOpensBeforeTheTraining() {
        place.engage(12L, TODAY);
        assertThatThrownBy(() -> place.open(CLOSED, TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("direction")
                .hasMessageContaining("charte");
        assertThat(place.state()).isEqualTo(PlaceState.ENGAGEE);
        assertThat(place.openedOn()).isNull();
    }

    @Test
    void keepsTheReasonsUntilTheNextCheck() {
        assertThat(place.gateReasons()).isEmpty();
        place.check(CLOSED, TODAY);
        assertThat(place.gateReasons()).containsExactly(GateReason.DIRECTOR_NOT_TRAINED, GateReason.CHARTER_NOT_SIGNED);
        place.check(OPEN, TODAY);
        assertThat(place.gateReasons()).isEmpty();
    }

    @Test
    void isReadyNoLongerWhenATrainedPersonHasLeft() {
        place.engage(12L, TODAY);
        place.check(OPEN, TODAY);
        place.check(CLOSED, TODAY.plusDays(1));
        assertThat(place.state()).isEqualTo(PlaceState.ENGAGEE);
    }

    @Test
    void aWaiverIsSeenInItsStateAndStaysWithIt() {
        place.waive("Rentrée des familles", "a1042", TODAY.plusDays(30));
        place.check(OPEN, TODAY);
        assertThat(place.state()).isEqualTo(PlaceState.DEROGATION);
        place.open(OPEN, TODAY);
        assertThat(place.isWaived()).isTrue();
        assertThat(place.waivedBy()).isEqualTo("a1042");
    }

    @Test
    void aPostponedSchoolTakesItsCharterAndItsPersonAlongButNoWaiver() {
        place.engage(12L, TODAY);
        place.waive("Urgent", "a1042", TODAY.plusDays(30));
        VagueSchool next = place.postponeTo(2, "Travaux");
        assertThat(place.state()).isEqualTo(PlaceState.REPORTEE);
        assertThat(place.leftBecause()).isEqualTo("Travaux");
        assertThat(next.vagueId()).isEqualTo(2);
        assertThat(next.state()).isEqualTo(PlaceState.CANDIDATE);
        assertThat(next.resourcePersonId()).isEqualTo(12);
        assertThat(next.charterSignedOn()).isEqualTo(TODAY);
        assertThat(next.isWaived()).isFalse();
    }

    @Test
    void onceSettledNothingMoves() {
        place.engage(12L, TODAY);
        place.open(OPEN, TODAY);
        assertThatThrownBy(() -> place.open(OPEN, TODAY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> place.postponeTo(2, "Travaux")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> place.engage(13L, TODAY)).isInstanceOf(IllegalStateException.class);
        place.retire("École fermée", LocalDate.of(2026, 11, 2));
        assertThat(place.state()).isEqualTo(PlaceState.RETIREE);
        assertThatThrownBy(() -> place.retire("encore", LocalDate.of(2026, 11, 3)))
                .isInstanceOf(IllegalStateException.class);
    }
}
