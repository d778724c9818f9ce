package fr.forment.grid;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.grid.Homogeneity.Gap;
import fr.forment.grid.Homogeneity.Row;
import fr.forment.grid.Homogeneity.Share;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomogeneityTest {

    private static Homogeneity of(Share... shares) {
        return Homogeneity.of(List.of(shares), List.of("PEDA-1", "COMM"), Share::sector);
    }

    @Test
    void namesTheZoneThatDrifts() {
        Homogeneity table = of(
                new Share("C", "Bruz", "PEDA-1", 10, 2),
                new Share("C", "Acigné", "PEDA-1", 8, 6),
                new Share("C", "Acigné", "COMM", 8, 8));
        assertThat(table.rows())
                .containsExactly(new Row("Acigné", Arrays.asList(25, 0)), new Row("Bruz", Arrays.asList(80, null)));
        assertThat(table.gaps()).containsExactly(new Gap(55, "Acigné", 0), null);
        assertThat(table.gaps().get(0).isDrift()).isTrue();
    }

    @Test
    void comparesNothingWithOneZoneOrWithNobody() {
        assertThat(of(new Share("C", "Bruz", "PEDA-1", 10, 2), new Share("C", "Acigné", "PEDA-1", 0, 0))
                        .gaps())
                .containsExactly(null, null);
        assertThat(of().rows()).isEmpty();
    }

    @Test
    void addsUpWhatHasOneName() {
        assertThat(of(new Share("C", "Bruz", "PEDA-1", 10, 2), new Share("D", "Bruz", "PEDA-1", 10, 10))
                        .rows()
                        .get(0)
                        .percents()
                        .get(0))
                .isEqualTo(40);
    }

    @Test
    void saysHowManyAreAsFarBehind() {
        assertThat(of(
                                new Share("C", "Bruz", "PEDA-1", 10, 2),
                                new Share("C", "Acigné", "PEDA-1", 8, 8),
                                new Share("C", "Zone", "PEDA-1", 4, 4))
                        .gaps())
                .first()
                .isEqualTo(new Gap(80, "Acigné", 1));
    }
}
