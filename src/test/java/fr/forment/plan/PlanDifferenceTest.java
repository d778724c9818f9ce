package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.TrainerKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What changed between two versions, and what a set of sessions costs. */
class PlanDifferenceTest {

    @Test
    void recognisesSessionsByTheirNumber() {
        var kept = session(1, 2, "Bruz", 20);
        var moved = session(2, 9, "Bruz", 20);
        var removed = session(3, 16, "Bruz", 20);
        var added = session(4, 16, "Laillé", 20);

        var difference = PlanDifference.between(
                List.of(kept, moved, removed), List.of(kept, session(2, 16, "Laillé", 15), added));

        assertThat(difference.added()).containsExactly(added);
        assertThat(difference.removed()).containsExactly(removed);
        assertThat(difference.changed()).singleElement().satisfies(changed -> assertThat(changed.what())
                .containsExactly("date", "lieu", "places"));
        assertThat(PlanDifference.between(List.of(kept), List.of(kept)).isEmpty())
                .isTrue();
    }

    /** 3 sessions of 3 h at 20 places, 18 people each: 9 h of trainer, 162 h of trainee. */
    @Test
    void countsTheMeans() {
        var means = Means.of(List.of(session(1, 2, "A", 20), session(2, 9, "A", 20), session(3, 16, "A", 20)));

        assertThat(means).isEqualTo(new Means(3, 60, 54, 540, 9720));
        assertThat(means.trainerHours()).isEqualTo("9 h");
        assertThat(means.traineeHours()).isEqualTo("162 h");
    }

    @Test
    void countsParentsAsNoTrainees() {
        var meeting = new PlannedSession(
                5,
                1,
                5,
                Phase.VAGUE,
                1,
                "PRES-PARENTS",
                LocalDate.of(2026, 12, 1),
                LocalTime.of(18, 0),
                45,
                "S1",
                Format.PRESENTIEL,
                120,
                TrainerKind.ENSEIGNANT,
                null,
                Set.of(Profile.PARENT),
                Map.of("S1", 120),
                120);

        assertThat(Means.of(List.of(meeting))).isEqualTo(new Means(1, 0, 0, 45, 0));
    }

    private static PlannedSession session(int line, int day, String place, int capacity) {
        return new PlannedSession(
                line,
                1,
                line,
                Phase.VAGUE,
                1,
                "PEDA-1",
                LocalDate.of(2026, 12, day),
                LocalTime.of(13, 30),
                180,
                place,
                Format.PRESENTIEL,
                capacity,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                9L,
                Set.of(Profile.ENSEIGNANT),
                Map.of("S1", 18),
                18);
    }
}
