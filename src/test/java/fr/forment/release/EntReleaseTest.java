package fr.forment.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.forment.french.Refusal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntReleaseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);

    private final EntRelease release = EntRelease.of(asked("https://exemple.invalid/tutoriel"), TODAY);

    @Test
    void isQualifiedOnce() {
        release.qualify(ReleaseNeed.TUTORIEL, "Le cahier de textes change de place", "", TODAY);
        assertThat(release.state()).isEqualTo(ReleaseState.RELECTURE);
        assertThatThrownBy(() -> release.qualify(ReleaseNeed.RIEN, "", "", TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("déjà enregistrée");
        release.close(ReleaseState.DIFFUSEE);
        assertThatThrownBy(() -> release.close(ReleaseState.DIFFUSEE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isAskedAboutAgainWhenItsSessionWasNotHeld() {
        release.qualify(ReleaseNeed.FORMATION, "Nouvelle messagerie", "", TODAY);
        release.trainIn(4711);
        assertThat(release.isSessionOver()).isFalse();
        release.sessionOver(false, TODAY.plusDays(20));
        assertThat(release.state()).isEqualTo(ReleaseState.A_QUALIFIER);
        release.qualify(ReleaseNeed.FORMATION, "Nouvelle messagerie", "", TODAY.plusDays(21));
        release.trainIn(4712);
        assertThat(release.isSessionOver()).isFalse();
        release.sessionOver(true, TODAY.plusDays(40));
        assertThat(release.wasSessionHeld()).isTrue();
        assertThat(release.state()).isEqualTo(ReleaseState.RELECTURE);
    }

    @Test
    void keepsTheModulesItChanges() {
        assertThat(release.modules()).containsExactly("COMM", "PEDA-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "tutoriel", "ftp://exemple.invalid/x", "https://", "data:text/html,x"})
    void takesOnlyAddressesOfTheWeb(String address) {
        assertThatThrownBy(() -> asked(address)).isInstanceOf(Refusal.class).hasMessageContaining("https://");
    }

    @Test
    void aMaterialIsFlaggedOnceAndReviewedByName() {
        TrainingMaterial guide = TrainingMaterial.of(
                new NewMaterial(
                        "0350060A",
                        "COMM",
                        MaterialKind.NOTICE,
                        "Guide",
                        null,
                        false,
                        MaterialContent.of("Armoire de la salle des maîtres", "", new byte[0])),
                null,
                TODAY,
                "erun");
        assertThat(guide.isStale()).isFalse();
        assertThat(guide.isLink()).isFalse();
        assertThat(guide.number()).isEqualTo(1);
        assertThat(guide.flag(TODAY, "Version 2026.2", 7L)).isTrue();
        assertThat(guide.flag(TODAY.plusDays(1), "Version 2026.3", 8L)).isFalse();
        assertThat(guide.staleSince()).as("since the first of them").isEqualTo(TODAY);
        assertThat(guide.staleRelease()).isEqualTo(7L);
        guide.review(TODAY.plusDays(3), "cpc");
        assertThat(guide.isStale()).isFalse();
        assertThat(guide.staleSince()).isNull();
        assertThat(guide.number()).isEqualTo(2);
        assertThat(guide.reviewedBy()).isEqualTo("cpc");
        assertThat(guide.reviewedOn()).isEqualTo(TODAY.plusDays(3));
    }

    private static NewRelease asked(String tutorial) {
        return new NewRelease("0350060A", "2026.2", TODAY.plusDays(30), "Une note", Set.of("PEDA-1", "COMM"), tutorial);
    }
}
